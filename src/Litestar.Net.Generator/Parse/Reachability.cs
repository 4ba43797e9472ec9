using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Whether generated code, which stands in a class of its own, can name a symbol.</summary>
internal static class Reachability
{
    /// <summary>The first type within a type that cannot be named; none where all can.</summary>
    public static ITypeSymbol? FirstUnreachable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => FirstUnreachable(array.ElementType),
        INamedTypeSymbol named => IsReachable(named) ? named.TypeArguments.Select(FirstUnreachable).FirstOrDefault(found => found is not null) : named,
        _ => null,
    };

    public static bool IsReachable(INamedTypeSymbol type) =>
        !type.IsFileLocal && IsOpen(type) && (type.ContainingType is null || IsReachable(type.ContainingType));

    public static bool IsReachable(IMethodSymbol method) => IsOpen(method) && IsReachable(method.ContainingType);

    public static string Why(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsFileLocal: true } ? "local to its file"
        : type.DeclaredAccessibility is Accessibility.Private ? "private"
        : type.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal ? "protected"
        : "nested in a private class";

    private static bool IsOpen(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable;
}
