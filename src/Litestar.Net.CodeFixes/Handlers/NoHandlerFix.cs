namespace Litestar.CodeFixes;

/// <summary>Adds a verb to a function on a list, or removes the call of a function from the list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoHandlerFix() : HandlerFix("LIT304")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Node is InvocationExpressionSyntax call && fault.Model.GetSymbolInfo(call).Symbol is IMethodSymbol)
        {
            yield return Remedy.Replace($"Put '{call.Expression}' on the list without calling it", "uncalled", call, call.Expression.WithTriviaFrom(call));
        }

        if (fault.Others.Select(node => node.AncestorsAndSelf().FirstOrDefault(at => at is MethodDeclarationSyntax or LocalFunctionStatementSyntax)).FirstOrDefault() is { } function)
        {
            var name = function is MethodDeclarationSyntax method ? method.Identifier.ValueText : ((LocalFunctionStatementSyntax)function).Identifier.ValueText;
            yield return new($"Add [Get(\"/{name.ToLowerInvariant()}\")] to '{name}'", "verb", function.SyntaxTree, editor => editor.ReplaceNode(function, WithVerb(function, fault.Get(name))));
        }
    }

    private static SyntaxNode WithVerb(SyntaxNode function, AttributeListSyntax verb)
    {
        var start = function.GetLeadingTrivia();
        var indent = start.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
        var list = verb.WithLeadingTrivia(start).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"));
        var bare = function.WithLeadingTrivia(indent);
        return bare is MethodDeclarationSyntax method ? method.WithAttributeLists(method.AttributeLists.Insert(0, list)) : ((LocalFunctionStatementSyntax)bare).WithAttributeLists(((LocalFunctionStatementSyntax)bare).AttributeLists.Insert(0, list));
    }
}
