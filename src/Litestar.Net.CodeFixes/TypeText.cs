using Microsoft.CodeAnalysis.Simplification;

namespace Litestar.CodeFixes;

/// <summary>Writes types from their qualified names.</summary>
internal static class TypeText
{
    /// <summary>Returns a type, written as short as its place allows.</summary>
    public static TypeSyntax Parse(string qualified) => SyntaxFactory.ParseTypeName(qualified).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Returns <c>Guid</c> for <c>global::System.Guid</c>.</summary>
    public static string Short(string qualified) => qualified.Substring(qualified.LastIndexOfAny(['.', ':']) + 1);
}
