using Litestar.Generator.Diagnostics;

namespace Litestar.CodeFixes;

/// <summary>Adds a parameter for a route parameter, or removes it from the route.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RouteParameterWithoutParameterFix() : HandlerFix("LIT201")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault is not { Node: AttributeSyntax verb, Function: { } function, TypeOfClue: { } type } || fault[DiagnosticPropertyNames.RouteParameter] is not { } name)
        {
            yield break;
        }

        if (SyntaxFacts.IsValidIdentifier(name) && ParametersOf(function) is { } list && list.Parameters.All(parameter => !parameter.Identifier.ValueText.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Remedy.Replace($"Add a parameter '{TypeText.Short(fault[DiagnosticPropertyNames.Type]!)} {name}'", "add", list, With(list, type, name));
        }

        foreach (var part in RouteLiteral.In(verb, name))
        {
            yield return part.Without($"Remove '{part.Parameter.Text}' from the route", "remove");
        }
    }

    private static ParameterListSyntax? ParametersOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.ParameterList,
        LocalFunctionStatementSyntax local => local.ParameterList,
        _ => null,
    };

    // Parameters with a default, and params, must stay after it.
    private static ParameterListSyntax With(ParameterListSyntax list, TypeSyntax type, string name)
    {
        var place = list.Parameters.TakeWhile(parameter => parameter.Default is null && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)).Count();
        var identifier = SyntaxFactory.ParseToken(SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None ? name : "@" + name);
        return list.WithParameters(list.Parameters.Insert(place, SyntaxFactory.Parameter(identifier).WithType(type.WithTrailingTrivia(SyntaxFactory.Space))));
    }
}
