using Microsoft.CodeAnalysis.Simplification;

namespace Litestar.CodeFixes;

/// <summary>Types by their qualified names.</summary>
internal static class TypeText
{
    /// <summary>As short as its place allows.</summary>
    public static TypeSyntax Parse(string qualified) => SyntaxFactory.ParseTypeName(qualified).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary><c>Guid</c> for <c>global::System.Guid</c>.</summary>
    public static string Short(string qualified) => qualified.Substring(qualified.LastIndexOfAny(['.', ':']) + 1);
}
