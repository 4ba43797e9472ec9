using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Json;

/// <summary>Finds the value of a property that is not set. Only source shows if its type gives it a value.</summary>
internal static class InitializerSyntax
{
    /// <summary>Returns true if no initializer and no constructor gives a property a value when an object of a type is created.</summary>
    public static bool IsWithoutValue(IPropertySymbol property, INamedTypeSymbol type) =>
        property.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<PropertyDeclarationSyntax>().FirstOrDefault() is { } source
        && (source.Initializer is null || IsPromise(source.Initializer.Value))
        && IsAuto(source)
        && !IsAssigned(property, type);

    /// <summary>Returns true if a nullable property is null when it is not set.</summary>
    public static bool IsNull(IPropertySymbol property, INamedTypeSymbol type) =>
        (property.Type.IsReferenceType || ValueRulesParser.IsNullable(property.Type)) && IsWithoutValue(property, type);

    /// <summary>
    /// Returns true if a constructor gives a property a value: one of the created type, of the declaring type, or of
    /// one between them.
    /// </summary>
    public static bool IsAssigned(IPropertySymbol property, INamedTypeSymbol type) => BaseTypes.ConstructorsFor(property, type)
        .SelectMany(constructor => constructor.OriginalDefinition.DeclaringSyntaxReferences)
        .Select(reference => reference.GetSyntax())
        .OfType<ConstructorDeclarationSyntax>()
        .SelectMany(constructor => constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        .Any(assignment => assignment.Parent is not InitializerExpressionSyntax && NameOf(assignment.Left) == property.Name);

    // "= null!" gives no value: it promises that one will follow.
    private static bool IsPromise(ExpressionSyntax value) =>
        value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand }
        && operand.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.DefaultExpression;

    // A user's setter may set another property, which has a value.
    private static bool IsAuto(PropertyDeclarationSyntax source) =>
        source.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) is true;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => null,
    };
}
