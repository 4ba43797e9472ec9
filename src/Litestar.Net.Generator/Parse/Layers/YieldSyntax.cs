using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Layers;

/// <summary>What a function does behind its <c>yield</c>: whether anything but cleaning up, and whether it is the value that it cleans up.</summary>
/// <remarks>C# runs what stands behind a yield and the <c>finally</c> around it in one breath. Where nothing stands there, the <c>finally</c> can wait for the last byte.</remarks>
internal static class YieldSyntax
{
    /// <summary>Whether it has one.</summary>
    public static bool Yields(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(reference => YieldsOf(reference.GetSyntax()).Any());

    /// <summary>A function of another assembly shows no source: something may stand there.</summary>
    public static bool IsLast(IMethodSymbol method)
    {
        var yields = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).SelectMany(YieldsOf).ToList();
        return yields.Count is 1 && !HasMoreBehind(yields[0]);
    }

    /// <summary>Whether the value is the function's own to dispose: a <c>using</c> declares it, or a <c>finally</c> around the yield names it.</summary>
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

    // The variable that holds what is yielded, as it is or under another type.
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
