using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>
/// Finds the properties that a JSON body must set: neither nullable nor initialized by the type itself, which only
/// source shows. Also finds those that may be missing, except for a rule.
/// </summary>
internal static class JsonRequiredMembers
{
    public static IReadOnlyList<RequiredMembersModel> Of(IEnumerable<ITypeSymbol> reached) => [.. JsonMembers.Owners(reached)
        .Select(type => new RequiredMembersModel(
            SymbolNames.OfValue(type),
            new([.. JsonMembers.Of(type).Where(property => IsRequired(property, type)).Select(property => property.Name)]),
            new([.. JsonMembers.Of(type).Where(property => IsNullWithRules(property, type)).Select(property => property.Name)]),
            new([.. JsonMembers.Of(type).Where(property => IsDeclared(property, type)).Select(property => property.Name)])))
        .Where(type => type.Members.Count + type.Nulls.Count + type.Declared.Count > 0)
        .OrderBy(type => type.Type, StringComparer.Ordinal)];

    /// <summary>
    /// Returns true if attributes require a member. <c>[Required]</c> on a nullable member is a rule that detects its
    /// absence itself.
    /// </summary>
    public static bool IsSaid(IEnumerable<AttributeData> attributes, ITypeSymbol type) => attributes.Any(attribute =>
        FrameworkTypes.Is(attribute, "System.Text.Json.Serialization", "JsonRequiredAttribute") || (IsAlwaysThere(type) && IsRequiredRule(attribute)));

    // The class itself, or a derived one.
    private static bool IsRequiredRule(AttributeData attribute)
    {
        var type = attribute.AttributeClass;
        while (type is not null && !(type.Name is "RequiredAttribute" && SymbolNames.IsIn(type, "System.ComponentModel.DataAnnotations")))
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    private static bool IsAlwaysThere(ITypeSymbol type) => type.IsValueType && !ValueRulesParser.IsNullable(type);

    private static bool IsDeclared(IPropertySymbol property, INamedTypeSymbol type) =>
        !property.IsRequired
        && IsAlwaysThere(property.Type)
        && RuleMembers.AttributesOf(property, type).Any(IsRequiredRule)
        && (RuleMembers.IsConstructed(property, type) || (JsonMembers.CanSet(property) && InitializerSyntax.IsWithoutValue(property, type)));

    private static bool IsRequired(IPropertySymbol property, INamedTypeSymbol type) =>
        !property.IsRequired
        && JsonMembers.CanSet(property)
        && !MayBeMissing(property.Type)
        && !MayBeMissing(property.OriginalDefinition.Type)
        && InitializerSyntax.IsWithoutValue(property, type);

    private static bool IsNullWithRules(IPropertySymbol property, INamedTypeSymbol type) =>
        !property.IsRequired && JsonMembers.CanSet(property) && RuleMembers.AttributesOf(property, type).Any(ValueRulesParser.IsRule) && InitializerSyntax.IsNull(property, type);

    // A reference type outside of nullable contexts counts as neither.
    private static bool MayBeMissing(ITypeSymbol type) =>
        type.IsValueType ? ValueRulesParser.IsNullable(type) : type.NullableAnnotation is not NullableAnnotation.NotAnnotated;
}
