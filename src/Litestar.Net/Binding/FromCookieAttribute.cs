namespace Litestar;

/// <summary>Reads a parameter from a cookie. For every other source, ASP.NET Core's own attributes are used.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromCookieAttribute : Attribute
{
    /// <summary>The cookie's name on the wire.</summary>
    /// <value>The name of the parameter.</value>
    public string? Name { get; set; }
}
