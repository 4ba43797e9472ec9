using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The attributes of a function and its classes that others read from the endpoint, as expressions that make them anew.</summary>
internal static class MetadataParser
{
    public static IEnumerable<string> Parse(IMethodSymbol method)
    {
        var layers = new Stack<ISymbol>();
        layers.Push(method);
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            layers.Push(type);
        }

        return layers.SelectMany(layer => layer.GetAttributes()).Where(IsMetadata).Select(Creation);
    }

    private static bool IsMetadata(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || attribute.AttributeConstructor is null || !Reachability.IsReachable(type))
        {
            return false;
        }

        // The compiler's own and our own say nothing to those who read endpoints.
        var space = type.ContainingNamespace.ToDisplayString();
        return space is not ("Litestar" or "System.ComponentModel" or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis")
            && !space.StartsWith("System.Runtime", StringComparison.Ordinal);
    }

    private static string Creation(AttributeData attribute)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Constants.Of));
        var members = string.Join(", ", attribute.NamedArguments.Select(member => $"{Names.Identifier(member.Key)} = {Constants.Of(member.Value)}"));
        return $"new {Names.OfValue(attribute.AttributeClass!)}({arguments})" + (members.Length > 0 ? $" {{ {members} }}" : "");
    }
}
