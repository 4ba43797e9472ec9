namespace Litestar;

/// <summary>The base of the attributes that name a function. Do not derive from it: the generator reads only the known ones.</summary>
/// <remarks>
/// It is placed on a handler, on a static class for all handlers in it, or on the assembly. The function it names is static, and its
/// parameters are bound as a handler's are: services, route, query, headers, cookies, claims, values of providers; all but the body.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute(string function) => Function = function;

    /// <summary>The function's own name. The generator reads the full name, class included, from <c>nameof(Guards.Admin)</c>.</summary>
    public string Function { get; }
}
