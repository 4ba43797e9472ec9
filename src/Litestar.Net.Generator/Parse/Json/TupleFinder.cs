using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>The tuples that JSON would have to read or write. Their elements are fields, which System.Text.Json leaves out.</summary>
internal static class TupleFinder
{
    /// <summary>The first tuple that an answer of a type holds, however deep; none where there is none.</summary>
    public static ITypeSymbol? WrittenIn(ITypeSymbol type) => In(type, property => property.GetMethod is not null, new(SymbolEqualityComparer.Default));

    /// <summary>The first tuple that a body of a type holds, however deep; none where there is none.</summary>
    public static ITypeSymbol? ReadIn(ITypeSymbol type) => In(type, property => JsonMembers.CanSet(property) || IsArgument(property), new(SymbolEqualityComparer.Default));

    private static ITypeSymbol? In(ITypeSymbol type, Func<IPropertySymbol, bool> crosses, HashSet<ITypeSymbol> seen) =>
        IsTuple(type) ? type
        : type.TypeKind is TypeKind.Error or TypeKind.TypeParameter || !seen.Add(type) || JsonAttributes.HasConverter(type) ? null
        : Held(type, crosses).Select(held => In(held, crosses, seen)).FirstOrDefault(found => found is not null);

    // A tuple of one element has no syntax of its own.
    private static bool IsTuple(ITypeSymbol type) => type.IsTupleType || type is { Name: "ValueTuple", IsValueType: true } && SymbolNames.IsIn(type, "System");

    private static IEnumerable<ITypeSymbol> Held(ITypeSymbol type, Func<IPropertySymbol, bool> crosses) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named => named.TypeArguments.Concat(ValueRulesParser.ElementOf(type) is { } element ? [element] : Members(named, crosses)),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Members(INamedTypeSymbol type, Func<IPropertySymbol, bool> crosses) => JsonMembers.Of(type)
        .Where(property => (property.DeclaredAccessibility is Accessibility.Public || JsonAttributes.Has(property, "JsonIncludeAttribute")) && crosses(property) && !IsIgnored(property) && !JsonAttributes.HasConverter(property))
        .Select(property => property.Type)
        .Concat(type.GetMembers().OfType<IFieldSymbol>().Where(field => JsonAttributes.Has(field, "JsonIncludeAttribute") && !IsIgnored(field)).Select(field => field.Type))
        .Concat(JsonAttributes.DerivedOf(type));

    private static bool IsArgument(IPropertySymbol property) => property.ContainingType.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .Any(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase));

    // [JsonIgnore] alone; under a condition a member still crosses.
    private static bool IsIgnored(ISymbol symbol) => JsonAttributes.Find(symbol, "JsonIgnoreAttribute") is { NamedArguments.IsEmpty: true };
}
