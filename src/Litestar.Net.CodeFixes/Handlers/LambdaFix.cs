using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Litestar.CodeFixes;

/// <summary>Converts a lambda on a list to a static function, and puts its name there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LambdaFix() : HandlerFix("LIT302")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Node.DescendantNodesAndSelf().OfType<LambdaExpressionSyntax>().FirstOrDefault() is not { } lambda
            || lambda.Parent is EqualsValueClauseSyntax
            || fault.Model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol function
            || Closure.Captures(lambda, function, fault.Model))
        {
            yield break;
        }

        var name = NameOf(lambda);
        for (var i = 2; !fault.Model.LookupSymbols(lambda.SpanStart, name: name).IsEmpty; i++)
        {
            name = NameOf(lambda) + i;
        }

        var text = TextOf(lambda, function, name, fault);
        yield return new($"Make it the static function '{name}'", "function", lambda.SyntaxTree, editor => Extract(editor, fault.Node, name, text));
    }

    // /users/{id} as Users.
    private static string NameOf(LambdaExpressionSyntax lambda)
    {
        var path = Attributes.VerbsOf(lambda).SelectMany(verb => verb.DescendantNodes()).OfType<LiteralExpressionSyntax>().FirstOrDefault()?.Token.ValueText ?? "";
        var word = path.Split('/').FirstOrDefault(part => part.Length > 0 && part.All(char.IsLetterOrDigit) && char.IsLetter(part[0]));
        return word is null ? "Show" : char.ToUpperInvariant(word[0]) + word.Substring(1);
    }

    private static string TextOf(LambdaExpressionSyntax lambda, IMethodSymbol symbol, string name, LocatedDiagnostic fault)
    {
        var verbs = Attributes.VerbsOf(lambda).Any() ? lambda.AttributeLists : lambda.AttributeLists.Insert(0, fault.Get(name));
        var result = symbol.ReturnsVoid ? "void" : Short(symbol.ReturnType);
        var isTyped = lambda is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var list } && list.All(parameter => parameter.Type is not null);
        var parameters = isTyped ? ((ParenthesizedLambdaExpressionSyntax)lambda).ParameterList.ToString() : $"({string.Join(", ", symbol.Parameters.Select(parameter => $"{Short(parameter.Type)} {parameter.Name}"))})";
        var body = lambda.Block is { } block ? $"\n{block}" : $" => {lambda.ExpressionBody};";
        return $"{string.Concat(verbs.Select(verb => $"{verb.ToString().Trim()}\n"))}static {(symbol.IsAsync ? "async " : "")}{result} {name}{parameters}{body}";

        string Short(ITypeSymbol type) => type.ToMinimalDisplayString(fault.Model, lambda.SpanStart);
    }

    private static void Extract(SyntaxEditor editor, SyntaxNode item, string name, string text)
    {
        if (item.Ancestors().OfType<GlobalStatementSyntax>().FirstOrDefault()?.Parent is CompilationUnitSyntax file)
        {
            var last = file.Members.OfType<GlobalStatementSyntax>().Last();
            var end = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? "\n" : "";
            editor.InsertAfter(last, SyntaxFactory.GlobalStatement(Tidy(SyntaxFactory.ParseStatement($"\n{text}{end}"))));
        }
        else if (item.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            editor.AddMember(type, Tidy(SyntaxFactory.ParseMemberDeclaration($"\n{text.Replace("]\nstatic", "]\nprivate static")}")!));
        }

        editor.ReplaceNode(item, SyntaxFactory.IdentifierName(name).WithTriviaFrom(item));
    }

    private static T Tidy<T>(T function) where T : SyntaxNode => function.WithAdditionalAnnotations(Formatter.Annotation);
}
