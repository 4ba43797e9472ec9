using Litestar.Generator.Emit;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Follows the listed types to all they hold, for System.Text.Json's generator skips the second of two types with the same short name.</summary>
internal static class JsonGraph
{
    /// <summary>The types listed in the context of a compilation, and their namesakes under names of their own.</summary>
    public static IReadOnlyList<JsonType> Of(Compilation compilation)
    {
        var listed = compilation.GetTypeByMetadataName($"{Emit.Names.Namespace}.{JsonContextEmitter.ClassName}")!.GetAttributes()
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Select(argument => argument.Value)
            .OfType<ITypeSymbol>()
            .Where(type => type.TypeKind is not TypeKind.Error)
            .ToList();
        var reached = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in listed)
        {
            Follow(type, reached);
        }

        var namesakes = new HashSet<ITypeSymbol>(
            reached.GroupBy(ShortNameOf).Where(group => group.Count() > 1).SelectMany(group => group),
            SymbolEqualityComparer.Default);
        return [.. listed.Union(namesakes, SymbolEqualityComparer.Default).Cast<ITypeSymbol>()
            .Select(type => new JsonType(Names.OfValue(type), namesakes.Contains(type) ? PropertyNameOf(type) : null))];
    }

    private static void Follow(ITypeSymbol type, HashSet<ITypeSymbol> reached)
    {
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter or TypeKind.Pointer || type.SpecialType is not SpecialType.None and not SpecialType.System_Nullable_T || !reached.Add(type))
        {
            return;
        }

        if (type is IArrayTypeSymbol array)
        {
            Follow(array.ElementType, reached);
            return;
        }

        foreach (var argument in (type as INamedTypeSymbol)?.TypeArguments ?? [])
        {
            Follow(argument, reached);
        }

        // The members of the framework's own types are System.Text.Json's affair.
        for (var owner = type; owner is not null && owner.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) is false; owner = owner.BaseType)
        {
            foreach (var property in owner.GetMembers().OfType<IPropertySymbol>().Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false }))
            {
                Follow(property.Type, reached);
            }
        }
    }

    private static string ShortNameOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => ShortNameOf(array.ElementType) + "Array",
        INamedTypeSymbol named => named.Name + string.Concat(named.TypeArguments.Select(ShortNameOf)),
        _ => type.Name,
    };

    private static string PropertyNameOf(ITypeSymbol type) =>
        string.Concat(Names.OfValue(type).Replace("global::", "").Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
}
