namespace Litestar;

/// <summary>Reads a parameter from a cookie. ASP.NET Core has markers for every other source, and those are honoured as they are.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromCookieAttribute : Attribute
{
    /// <summary>The cookie's name on the wire.</summary>
    /// <value>The name of the parameter.</value>
    public string? Name { get; set; }
}
