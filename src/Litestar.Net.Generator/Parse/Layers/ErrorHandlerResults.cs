using Litestar.Generator.Model;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Layers;

/// <summary>
/// Finds the values that error handlers of lists and apps return if type arguments bind them:
/// <c>options.OnError&lt;SoldOut, Problem&gt;(…)</c>, <c>options.OnError&lt;SoldOut&gt;((error, context) => new
/// Problem(…))</c>.
/// </summary>
internal static class ErrorHandlerResults
{
    /// <summary>Returns the types that are written as JSON, if generated code can name them.</summary>
    public static IEnumerable<string> TypesOf(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken cancellation) =>
        ErrorFunctions.MethodOf(call, semantics, cancellation) is not { IsGenericMethod: true } method ? []
        : method.TypeArguments.Length > 1 ? Written([method.TypeArguments[1]])
        : Written(ReturnedBy(call, method).Select(value => semantics.GetTypeInfo(value, cancellation).Type).OfType<ITypeSymbol>());

    private static IEnumerable<string> Written(IEnumerable<ITypeSymbol> types) => types
        .Where(type => type is not ITypeParameterSymbol && type.SpecialType is not SpecialType.System_Object && ResultParser.Parse(type).Kind is { JsonTypes: JsonTypesOfResult.Value, IsDeferred: false } && Reachability.FirstUnreachable(type) is null)
        .Select(type => SymbolNames.OfValue(ResultParser.ValueOf(type)!))
        .Distinct();

    private static IEnumerable<ExpressionSyntax> ReturnedBy(InvocationExpressionSyntax call, IMethodSymbol method) => ErrorFunctions.ArgumentOf(call, method) switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } value } => ValuesOf(value),
        LambdaExpressionSyntax { Block: { } block } => block.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>().SelectMany(statement => statement.Expression is { } value ? ValuesOf(value) : []),
        _ => [],
    };

    // A value that is returned as an object has no type of its own as a whole.
    private static IEnumerable<ExpressionSyntax> ValuesOf(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => ValuesOf(inner.Expression),
        ConditionalExpressionSyntax choice => [.. ValuesOf(choice.WhenTrue), .. ValuesOf(choice.WhenFalse)],
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => ValuesOf(arm.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => [.. ValuesOf(choice.Left), .. ValuesOf(choice.Right)],
        _ => [value],
    };
}
