using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>Finds the properties of a type that JSON uses.</summary>
internal static class JsonMembers
{
    /// <summary>Returns the properties of the type and its base types, the most derived for each name.</summary>
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

    /// <summary>Returns the types of JSON bodies whose members are the user's.</summary>
    public static IEnumerable<INamedTypeSymbol> Owners(IEnumerable<ITypeSymbol> reached) => reached
        .OfType<INamedTypeSymbol>()
        .Where(type => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, IsUnboundGenericType: false } && !FrameworkTypes.Declares(type) && ValueRulesParser.ElementOf(type) is null);

    /// <summary>Returns true if JSON may set it: its setter is public, or an attribute includes it.</summary>
    public static bool CanSet(IPropertySymbol property) => property.SetMethod is { } setter
        && (setter.DeclaredAccessibility is Accessibility.Public || JsonAttributes.Has(property, "JsonIncludeAttribute"));
}
