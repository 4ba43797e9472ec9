using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>The items of collections that may not be null. Only the compiler knows of them: at run time a <c>List&lt;string&gt;</c> and a <c>List&lt;string?&gt;</c> are one type.</summary>
internal static class NonNullItems
{
    // The highest bit that stands for the value itself.
    private const int Deepest = 30, Itself = 1 << Deepest;

    /// <summary>A bit for each depth at which items of a type may not be null: the lowest for its own items, the next for theirs.</summary>
    public static int DepthsOf(ITypeSymbol type)
    {
        var depths = 0;
        for (var depth = 0; depth < Deepest && ItemOf(type) is { } item; depth++)
        {
            // A value that is no reference is refused by System.Text.Json itself.
            depths |= item is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } ? 1 << depth : 0;
            type = item;
        }

        return depths;
    }

    /// <summary>The members of all types that JSON reaches which hold such items.</summary>
    public static IReadOnlyList<NonNullItemsModel> Of(IEnumerable<ITypeSymbol> reached) => [.. JsonMembers.Owners(reached)
        .GroupBy(type => type, SymbolEqualityComparer.Default)
        .Select(same => (type: same.First(), members: Members([.. same]).ToArray()))
        .Where(found => found.members.Length > 0)
        .Select(found => new NonNullItemsModel(SymbolNames.OfValue(found.type), new(found.members)))
        .OrderBy(type => type.Type, StringComparer.Ordinal)];

    // What a type has under one of its spellings only, Page<string> and Page<string?>, cannot be told apart as it runs, and passes.
    private static IEnumerable<NonNullItemsMember> Members(IReadOnlyList<INamedTypeSymbol> same) => same
        .SelectMany(JsonMembers.Of)
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => new NonNullItemsMember(property.Key, property.Aggregate(-1, (depths, spelling) => depths & DepthsOf(spelling))))
        .Where(member => member.Depths > 0);

    // System.Text.Json knows of every member whether it may be null, but of one whose type is a parameter of its owner's.
    private static int DepthsOf(IPropertySymbol property) =>
        DepthsOf(property.Type) | (property is { OriginalDefinition.Type.TypeKind: TypeKind.TypeParameter, Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } } ? Itself : 0);

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => ValueRulesParser.ElementOf(ValueRulesParser.Bare(type)) switch
    {
        INamedTypeSymbol { Name: "KeyValuePair", TypeArguments.Length: 2 } entry when entry.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" => entry.TypeArguments[1],
        var item => item,
    };
}
