namespace Litestar;

/// <summary>Sets a header on every response of the layer, errors included.</summary>
/// <remarks>
/// It is set before the pipeline runs, so that a handler can override it. Of several layers that set one header, the
/// nearest wins.
/// </remarks>
/// <param name="name">The header's name.</param>
/// <param name="value">Its value.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ResponseHeaderAttribute(string name, string value) : Attribute
{
    /// <summary>The header's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public string Value { get; } = value;
}
