using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse;

/// <summary>The properties which a JSON body must set: neither nullable nor given a value by the type itself. Only source tells of the latter.</summary>
internal static class RequiredMembers
{
    public static IReadOnlyList<RequiredModel> Of(IEnumerable<ITypeSymbol> reached) => [.. JsonMembers.Owners(reached)
        .Select(type => (type, members: JsonMembers.Of(type).Where(IsRequired).Select(property => property.Name).ToArray()))
        .Where(found => found.members.Length > 0)
        .Select(found => new RequiredModel(Names.OfValue(found.type), new(found.members)))
        .OrderBy(type => type.Type, StringComparer.Ordinal)];

    private static bool IsRequired(IPropertySymbol property) =>
        !property.IsRequired
        && JsonMembers.CanSet(property)
        && !MayBeMissing(property.Type)
        && !MayBeMissing(property.OriginalDefinition.Type)
        && property.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<PropertyDeclarationSyntax>().FirstOrDefault() is { } source
        && (source.Initializer is null || IsPromise(source.Initializer.Value))
        && IsAuto(source)
        && !IsAssigned(property.OriginalDefinition);

    // A reference type outside of nullable contexts says neither.
    private static bool MayBeMissing(ITypeSymbol type) =>
        type.IsValueType ? RulesOfValue.IsNullable(type) : type.NullableAnnotation is not NullableAnnotation.NotAnnotated;

    // "= null!" gives no value: it promises that one will come.
    private static bool IsPromise(ExpressionSyntax value) =>
        value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand }
        && operand.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.DefaultExpression;

    // A setter of the user's own may stand for another property, which has a value.
    private static bool IsAuto(PropertyDeclarationSyntax source) =>
        source.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) is true;

    private static bool IsAssigned(IPropertySymbol property) => property.ContainingType.InstanceConstructors
        .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
        .Select(reference => reference.GetSyntax())
        .OfType<ConstructorDeclarationSyntax>()
        .SelectMany(constructor => constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        .Any(assignment => NameOf(assignment.Left) == property.Name);

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => null,
    };
}
