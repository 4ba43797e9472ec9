using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>The properties of a type as JSON sees them.</summary>
internal static class JsonMembers
{
    /// <summary>Those of the type and of what it inherits from, the most derived of each name.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var owner = type; owner is not null && !FrameworkTypes.Declares(owner); owner = owner.BaseType)
        {
            foreach (var property in owner.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false } && seen.Add(property.Name)))
            {
                yield return property;
            }
        }
    }

    /// <summary>The types among all that JSON reaches whose members are the user's.</summary>
    public static IEnumerable<INamedTypeSymbol> Owners(IEnumerable<ITypeSymbol> reached) => reached
        .OfType<INamedTypeSymbol>()
        .Where(type => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, IsUnboundGenericType: false } && !FrameworkTypes.Declares(type) && ValueRulesParser.ElementOf(type) is null);

    /// <summary>Whether JSON may set it: it is open to all, or said to be included.</summary>
    public static bool CanSet(IPropertySymbol property) => property.SetMethod is { } setter
        && (setter.DeclaredAccessibility is Accessibility.Public || JsonAttributes.Has(property, "JsonIncludeAttribute"));
}
