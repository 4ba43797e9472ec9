using Microsoft.CodeAnalysis.Editing;

namespace Litestar.CodeFixes;

/// <summary>Reads and changes attributes in the source.</summary>
internal static class Attributes
{
    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Verb"];

    public static IEnumerable<AttributeSyntax> Of(SyntaxNode owner) => (owner switch
    {
        ParameterSyntax parameter => parameter.AttributeLists,
        MemberDeclarationSyntax member => member.AttributeLists,
        LocalFunctionStatementSyntax function => function.AttributeLists,
        LambdaExpressionSyntax lambda => lambda.AttributeLists,
        _ => default,
    }).SelectMany(list => list.Attributes);

    public static IEnumerable<AttributeSyntax> VerbsOf(SyntaxNode function) => Of(function).Where(attribute => Verbs.Contains(NameOf(attribute)));

    public static AttributeSyntax? Find(SyntaxNode owner, params string[] names) => Of(owner).FirstOrDefault(attribute => names.Contains(NameOf(attribute)));

    /// <summary>Returns <c>FromBody</c>, however it is written.</summary>
    public static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>Returns the attribute with another name of the same namespace, qualified as before.</summary>
    public static AttributeSyntax Renamed(AttributeSyntax attribute, string name) => attribute.WithName(attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.WithRight(SyntaxFactory.IdentifierName(name)),
        AliasQualifiedNameSyntax alias => alias.WithName(SyntaxFactory.IdentifierName(name)),
        var plain => SyntaxFactory.IdentifierName(name).WithTriviaFrom(plain),
    });

    /// <summary>Removes an attribute, with its brackets if it was alone in them.</summary>
    public static void Remove(SyntaxEditor editor, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            editor.RemoveNode(attribute);
            return;
        }

        var says = list.GetLeadingTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        editor.RemoveNode(list, says ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>Returns the attribute without one of its named arguments.</summary>
    public static AttributeSyntax Without(AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var left = attribute.ArgumentList!.Arguments.Remove(argument);
        return attribute.WithArgumentList(left.Count > 0 ? attribute.ArgumentList.WithArguments(left) : null);
    }

    public static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
