using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Which types are read from text, and by which reader.</summary>
internal static class TextTypes
{
    /// <summary>The reader struct for one value; none where nothing can read the type.</summary>
    public static string? ReaderOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var inner = nullable.TypeArguments[0];
            return ReaderOf(inner) is { } reader ? $"OrNull<{Names.Of(inner)}, {reader}>" : null;
        }

        var name = Names.OfValue(type);
        return type.SpecialType switch
        {
            SpecialType.System_String => "Text",
            SpecialType.System_Boolean => "Flag",
            SpecialType.System_DateTime => "Instant",
            _ when type.TypeKind == TypeKind.Enum => $"Named<{name}>",
            _ when type.ToDisplayString() is "System.Uri" or "System.Uri?" => "Link",
            _ when ParsesItself(type, "ISpanParsable") => $"Parsed<{name}>",
            _ when ParsesItself(type, "IParsable") => $"ParsedString<{name}>",
            _ => null,
        };
    }

    /// <summary>The element type of an array or collection that a list of values can fill.</summary>
    public static (Listing Listing, ITypeSymbol Element)? ListOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => (Listing.Array, array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } named when named.TypeArguments[0] is var element => named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.IEnumerable<T>" or "System.Collections.Generic.IReadOnlyCollection<T>" or "System.Collections.Generic.IReadOnlyList<T>" => (Listing.Array, element),
            "System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.ICollection<T>" => (Listing.List, element),
            "System.Collections.Generic.HashSet<T>" or "System.Collections.Generic.ISet<T>" or "System.Collections.Generic.IReadOnlySet<T>" => (Listing.Set, element),
            _ => null,
        },
        _ => null,
    };

    private static bool ParsesItself(ITypeSymbol type, string contract) => type.AllInterfaces.Any(face =>
        face.Name == contract && face.ContainingNamespace.ToDisplayString() == "System" && SymbolEqualityComparer.Default.Equals(face.TypeArguments[0], type.WithNullableAnnotation(NullableAnnotation.None)));
}
