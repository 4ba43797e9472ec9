using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>Finds tuples in JSON types. Their elements are fields, which System.Text.Json ignores.</summary>
internal static class TupleFinder
{
    /// <summary>Returns the first tuple in a response type, at any depth; null if there is none.</summary>
    public static ITypeSymbol? WrittenIn(ITypeSymbol type) => In(type, property => property.GetMethod is not null, new(SymbolEqualityComparer.Default));

    /// <summary>Returns the first tuple in a body type, at any depth; null if there is none.</summary>
    public static ITypeSymbol? ReadIn(ITypeSymbol type) => In(type, property => JsonMembers.CanSet(property) || IsArgument(property), new(SymbolEqualityComparer.Default));

    private static ITypeSymbol? In(ITypeSymbol type, Func<IPropertySymbol, bool> crosses, HashSet<ITypeSymbol> seen) =>
        IsTuple(type) ? type
        : type.TypeKind is TypeKind.Error or TypeKind.TypeParameter || !seen.Add(type) || JsonAttributes.HasConverter(type) ? null
        : Held(type, crosses).Select(held => In(held, crosses, seen)).FirstOrDefault(found => found is not null);

    // A tuple of one element has no tuple syntax.
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

    // [JsonIgnore] alone; with a condition a member is still sent.
    private static bool IsIgnored(ISymbol symbol) => JsonAttributes.Find(symbol, "JsonIgnoreAttribute") is { NamedArguments.IsEmpty: true };
}
