using Litestar.Generator.Parse.Routes;

namespace Litestar.CodeFixes;

/// <summary>A parameter in a route template that is a literal in the source.</summary>
internal sealed class RouteLiteral(LiteralExpressionSyntax literal, TemplateParameter parameter)
{
    public TemplateParameter Parameter => parameter;

    /// <summary>Returns the route parameter in the templates of a function, and of its outer modules.</summary>
    public static IEnumerable<RouteLiteral> Of(SyntaxNode function, string name) => Attributes.VerbsOf(function)
        .Concat(function.Ancestors().OfType<TypeDeclarationSyntax>().Select(module => Attributes.Find(module, "Path")).OfType<AttributeSyntax>())
        .SelectMany(attribute => In(attribute, name));

    /// <summary>Returns the route parameter in the templates of one attribute.</summary>
    public static IEnumerable<RouteLiteral> In(AttributeSyntax attribute, string name)
    {
        foreach (var literal in attribute.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => literal.Token.Value is string && literal.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.NameEquals is null))
        {
            // If the source writes it in another form, with escapes for instance, it is not changed.
            foreach (var found in RouteTemplate.Parse(literal.Token.ValueText, out _).Where(found => found.Bears(name) && literal.Token.Text.Contains(found.Text)))
            {
                yield return new(literal, found);
            }
        }
    }

    /// <summary>Returns the template with another text for the parameter.</summary>
    public Remedy With(string title, string kind, string better) => Changed(title, kind, parameter.Text, better);

    /// <summary>Returns the template without the parameter, and without its segment if it was alone in it.</summary>
    public Remedy Without(string title, string kind)
    {
        var path = literal.Token.ValueText;
        var isAlone = parameter.Start > 0 && path[parameter.Start - 1] is '/' && (parameter.End == path.Length || path[parameter.End] is '/');
        var isAll = isAlone && parameter.Start is 1 && parameter.End == path.Length;
        return Changed(title, kind, isAlone && !isAll ? "/" + parameter.Text : parameter.Text, "");
    }

    private Remedy Changed(string title, string kind, string old, string better)
    {
        var token = literal.Token;
        var changed = SyntaxFactory.Literal(token.LeadingTrivia, token.Text.Replace(old, better), token.ValueText.Replace(old, better), token.TrailingTrivia);
        return Remedy.Replace(title, kind, literal, literal.WithToken(changed));
    }
}
