namespace Litestar.CodeFixes;

/// <summary>The declaration of a type that generated code has to name.</summary>
internal static class DeclaredType
{
    private static readonly SyntaxKind[] Closed = [SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.FileKeyword];

    /// <summary>Makes every declaration that a diagnostic points to accessible.</summary>
    public static IEnumerable<Remedy> Opened(LocatedDiagnostic fault) => fault.Others
        .Select(node => node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()).OfType<BaseTypeDeclarationSyntax>()
        .Select(type => Remedy.Replace($"Make '{type.Identifier.ValueText}' internal", "internal", type, Internal(type)));

    private static BaseTypeDeclarationSyntax Internal(BaseTypeDeclarationSyntax type)
    {
        var start = type.GetLeadingTrivia();
        var bare = type.WithoutLeadingTrivia();
        var others = bare.Modifiers.Where(modifier => !Closed.Contains(modifier.Kind()));
        var open = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        // Attributes come before the modifiers and keep the comments; without them the first modifier does.
        var isFirst = bare.AttributeLists.Count is 0;
        var changed = (BaseTypeDeclarationSyntax)bare.WithModifiers(SyntaxFactory.TokenList(others.Prepend(isFirst ? open : open.WithLeadingTrivia(bare.Modifiers.FirstOrDefault().LeadingTrivia))));
        return changed.WithLeadingTrivia(start);
    }
}
