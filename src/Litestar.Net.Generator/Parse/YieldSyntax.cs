using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse;

/// <summary>Whether a function does anything behind its <c>yield</c> but clean up.</summary>
/// <remarks>C# runs what stands behind a yield and the <c>finally</c> around it in one breath. Where nothing stands there, the <c>finally</c> can wait for the last byte.</remarks>
internal static class YieldSyntax
{
    /// <summary>A function of another assembly shows no source: something may stand there.</summary>
    public static bool IsLast(IMethodSymbol method)
    {
        var yields = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).SelectMany(YieldsOf).ToList();
        return yields.Count is 1 && !HasMoreBehind(yields[0]);
    }

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
