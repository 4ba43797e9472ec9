using Litestar.Generator.Parse.Handlers;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Layers;

/// <summary>The layers of a function in its source: assembly, outer class, nested class, the function itself.</summary>
internal static class LayerAttributes
{
    /// <summary>Returns the layers, the outermost first.</summary>
    public static IReadOnlyList<ISymbol> Of(IMethodSymbol method)
    {
        var layers = new List<ISymbol> { method };
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            layers.Add(type);
        }

        layers.Add(method.ContainingAssembly);
        layers.Reverse();
        return layers;
    }

    /// <summary>Returns the attributes of a symbol that make it a layer.</summary>
    public static IEnumerable<AttributeData> AttributesOf(ISymbol layer) => layer.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { BaseType.Name: "LayerAttribute" } or { Name: "ResponseHeaderAttribute" } && attribute.AttributeClass.ContainingNamespace is { Name: "Litestar", ContainingNamespace.IsGlobalNamespace: true });

    /// <summary>Returns <c>Users.Remove</c>, <c>Users</c>, <c>the assembly</c>.</summary>
    public static string DisplayOf(ISymbol layer) => layer switch
    {
        IMethodSymbol method => FunctionNames.DisplayOf(method),
        IAssemblySymbol => "the assembly",
        ITypeSymbol type => FunctionNames.DisplayOf(type),
        _ => layer.Name,
    };
}
