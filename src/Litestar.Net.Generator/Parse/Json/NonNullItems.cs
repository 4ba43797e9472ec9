using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>
/// Finds the non-nullable items of collections. Only the compiler knows them: at run time a <c>List&lt;string&gt;</c>
/// and a <c>List&lt;string?&gt;</c> are one type.
/// </summary>
internal static class NonNullItems
{
    // The highest bit, which is for the value itself.
    private const int Deepest = 30, Itself = 1 << Deepest;

    /// <summary>
    /// Returns a bit for each depth at which items of a type may not be null: the lowest for its own items, the next
    /// for theirs.
    /// </summary>
    public static int DepthsOf(ITypeSymbol type)
    {
        var depths = 0;
        for (var depth = 0; depth < Deepest && ItemOf(type) is { } item; depth++)
        {
            // System.Text.Json itself rejects null for a value type.
            depths |= item is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } ? 1 << depth : 0;
            type = item;
        }

        return depths;
    }

    /// <summary>Returns the members with such items of all types of JSON bodies.</summary>
    public static IReadOnlyList<NonNullItemsModel> Of(IEnumerable<ITypeSymbol> reached) => [.. JsonMembers.Owners(reached)
        .GroupBy(type => type, SymbolEqualityComparer.Default)
        .Select(same => (type: same.First(), members: Members([.. same]).ToArray()))
        .Where(found => found.members.Length > 0)
        .Select(found => new NonNullItemsModel(SymbolNames.OfValue(found.type), new(found.members)))
        .OrderBy(type => type.Type, StringComparer.Ordinal)];

    // If only one spelling of a type has a non-null item, Page<string> and Page<string?> are the same at run time, and null passes.
    private static IEnumerable<NonNullItemsMember> Members(IReadOnlyList<INamedTypeSymbol> same) => same
        .SelectMany(JsonMembers.Of)
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => new NonNullItemsMember(property.Key, property.Aggregate(-1, (depths, spelling) => depths & DepthsOf(spelling))))
        .Where(member => member.Depths > 0);

    // System.Text.Json knows for every member if it may be null, except if its type is a type parameter of its owner.
    private static int DepthsOf(IPropertySymbol property) =>
        DepthsOf(property.Type) | (property is { OriginalDefinition.Type.TypeKind: TypeKind.TypeParameter, Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } } ? Itself : 0);

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => ValueRulesParser.ElementOf(ValueRulesParser.Bare(type)) switch
    {
        INamedTypeSymbol { Name: "KeyValuePair", TypeArguments.Length: 2 } entry when entry.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" => entry.TypeArguments[1],
        var item => item,
    };
}
