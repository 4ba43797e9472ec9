using Microsoft.CodeAnalysis;

namespace Litestar.Documentation;

/// <summary>The documentation ids of all that a caller of an assembly can name: what is public, and what is protected in a type that can be derived from.</summary>
internal static class Reachable
{
    public static HashSet<string> In(IAssemblySymbol assembly) => [.. Of(assembly.GlobalNamespace).Select(symbol => symbol.GetDocumentationCommentId()).OfType<string>()];

    private static IEnumerable<ISymbol> Of(INamespaceOrTypeSymbol place) => place.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol space => Of(space),
        _ when !IsReachable(member) => [],
        INamedTypeSymbol type => Of(type).Prepend(type),
        _ => [member],
    });

    private static bool IsReachable(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public
        || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && symbol.ContainingType is { IsSealed: false });
}
