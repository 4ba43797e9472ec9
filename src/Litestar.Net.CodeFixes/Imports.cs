using Microsoft.CodeAnalysis.Editing;

namespace Litestar.CodeFixes;

/// <summary>The namespaces that a file imports.</summary>
internal static class Imports
{
    /// <summary>Imports one more, at its place in the order.</summary>
    public static void Add(SyntaxEditor editor, string space) => editor.ReplaceNode(editor.OriginalRoot, (root, _) => With((CompilationUnitSyntax)root, space));

    private static CompilationUnitSyntax With(CompilationUnitSyntax file, string space)
    {
        var place = file.Usings.TakeWhile(import => !import.GlobalKeyword.IsKind(SyntaxKind.None) || IsBefore(import, space)).Count();
        var import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
        // Text above the first line of the file stays above it.
        if (place is 0)
        {
            var start = file.GetLeadingTrivia();
            return file.WithoutLeadingTrivia().WithUsings(file.WithoutLeadingTrivia().Usings.Insert(0, import)).WithLeadingTrivia(start);
        }

        return file.WithUsings(file.Usings.Insert(place, import));
    }

    private static bool IsBefore(UsingDirectiveSyntax import, string space) =>
        import.StaticKeyword.IsKind(SyntaxKind.None) && import.Alias is null && string.CompareOrdinal(import.Name?.ToString(), space) < 0;
}
