using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Layers;

/// <summary>Reads the code after a function's <c>yield</c>: if it does more than clean up, and if it cleans up the value.</summary>
/// <remarks>
/// C# runs the code after a yield and the <c>finally</c> around it directly one after the other. Without such code, the
/// <c>finally</c> can wait for the last byte.
/// </remarks>
internal static class YieldSyntax
{
    /// <summary>Returns true if it has a yield.</summary>
    public static bool Yields(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(reference => YieldsOf(reference.GetSyntax()).Any());

    /// <summary>Returns true if no code follows. A function of another assembly has no source, so code may follow.</summary>
    public static bool IsLast(IMethodSymbol method)
    {
        var yields = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).SelectMany(YieldsOf).ToList();
        return yields.Count is 1 && !HasMoreBehind(yields[0]);
    }

    /// <summary>
    /// Returns true if the function disposes the value itself: a <c>using</c> declares it, or a <c>finally</c> around
    /// the yield names it.
    /// </summary>
    public static bool CleansUp(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).SelectMany(YieldsOf).Any(yield => RootOf(yield.Expression) is { } value && yield.Ancestors().Any(around => Ends(around, value, yield)));

    private static bool Ends(SyntaxNode around, string value, YieldStatementSyntax yield) => around switch
    {
        TryStatementSyntax { Finally: { } end } => end.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == value),
        UsingStatementSyntax { Declaration: { } declared } => Declares(declared, value),
        UsingStatementSyntax { Expression: { } used } => RootOf(used) == value,
        BlockSyntax block => block.Statements.TakeWhile(statement => statement.SpanStart < yield.SpanStart).OfType<LocalDeclarationStatementSyntax>()
            .Any(local => local.UsingKeyword.RawKind is not 0 && Declares(local.Declaration, value)),
        _ => false,
    };

    private static bool Declares(VariableDeclarationSyntax declared, string value) => declared.Variables.Any(variable => variable.Identifier.ValueText == value);

    // The variable of the yielded value, with its own type or another.
    private static string? RootOf(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        ParenthesizedExpressionSyntax { Expression: var inner } => RootOf(inner),
        CastExpressionSyntax { Expression: var inner } => RootOf(inner),
        PostfixUnaryExpressionSyntax { Operand: var inner } => RootOf(inner),
        _ => null,
    };

    private static IEnumerable<YieldStatementSyntax> YieldsOf(SyntaxNode method) =>
        method.DescendantNodes(node => node == method || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<YieldStatementSyntax>();

    private static bool HasMoreBehind(SyntaxNode node) => node.Parent switch
    {
        null or BaseMethodDeclarationSyntax => false,
        BlockSyntax block when block.Statements.Any(statement => statement.SpanStart > node.SpanStart && statement is not LocalFunctionStatementSyntax) => true,
        ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax => true,
        { } parent => HasMoreBehind(parent),
    };
}
