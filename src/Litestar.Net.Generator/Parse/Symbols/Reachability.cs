using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Symbols;

/// <summary>Checks that generated code, which is in its own class, can name a symbol.</summary>
internal static class Reachability
{
    /// <summary>Returns the first type within a type that cannot be named; null if all can.</summary>
    public static ITypeSymbol? FirstUnreachable(ITypeSymbol type) => Find(type, part => part is INamedTypeSymbol named && !IsReachable(named));

    /// <summary>Returns the first matching part of a type: the type itself, its element type, its type arguments.</summary>
    public static ITypeSymbol? Find(ITypeSymbol type, Func<ITypeSymbol, bool> isSo) => isSo(type) ? type : type switch
    {
        IArrayTypeSymbol array => Find(array.ElementType, isSo),
        INamedTypeSymbol named => ArgumentsOf(named).Select(argument => Find(argument, isSo)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    public static bool IsReachable(INamedTypeSymbol type) =>
        !type.IsFileLocal && IsOpen(type) && (type.ContainingType is null || IsReachable(type.ContainingType));

    public static bool IsReachable(IMethodSymbol method) => IsOpen(method) && IsReachable(method.ContainingType);

    /// <summary>Returns the declaration of the type that prevents another from being named.</summary>
    public static DiagnosticProperties CluesOf(ITypeSymbol type)
    {
        var culprit = type as INamedTypeSymbol;
        while (culprit is { IsFileLocal: false, ContainingType: { } outer } && IsOpen(culprit))
        {
            culprit = outer;
        }

        return new() { Places = culprit is null ? [] : [.. culprit.Locations.Where(place => place.IsInSource)] };
    }

    public static string Why(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsFileLocal: true } ? "local to its file"
        : type.DeclaredAccessibility is Accessibility.Private ? "private"
        : type.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal ? "protected"
        : type.ContainingType is { } outer ? $"nested in '{outer.Name}', which is {Why(outer)}"
        : "out of reach";

    private static IEnumerable<ITypeSymbol> ArgumentsOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ArgumentsOf(outer).Concat(type.TypeArguments) : type.TypeArguments;

    private static bool IsOpen(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable;
}
