using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse;

/// <summary>Finds the values that error handlers of lists and apps return, <c>options.OnError&lt;SoldOut, Problem&gt;(…)</c>: no attribute names these functions.</summary>
internal static class ErrorValues
{
    public static bool MayBe(SyntaxNode node, CancellationToken _) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OnError" } };

    /// <summary>Returns the type that is written as JSON; null where there is none, or where generated code cannot name it.</summary>
    public static string? TypeOf(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.GetSymbolInfo(context.Node, cancellation).Symbol is IMethodSymbol { TypeArguments.Length: 2, ContainingType: { Name: "Layer" } owner } method
        && Names.IsIn(owner, "Litestar")
        && method.TypeArguments[1] is var type and not ITypeParameterSymbol
        && ResultParser.Parse(type).Answer is Answer.Json
        && Reachability.FirstUnreachable(type) is null
            ? Names.OfValue(type)
            : null;
}
