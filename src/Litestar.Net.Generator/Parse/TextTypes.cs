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
        return type.TypeKind is TypeKind.Enum ? $"Named<{name}>" : Framework.Declares(type) ? ReaderOfDotNet(type, name) : ReaderOfUser(type, name);
    }

    /// <summary>The reader where a value comes from: forms have check boxes, and headers dates of their own (RFC 9110, section 5.6.7).</summary>
    public static string ReaderOf(Source source, string reader) => (source, reader) switch
    {
        (Source.Form, "Flag") => "Tick",
        (Source.Form, "OrNull<bool, Flag>") => "OrNull<bool, Tick>",
        (Source.Header, "Moment") => "HttpMoment",
        (Source.Header, "OrNull<global::System.DateTimeOffset, Moment>") => "OrNull<global::System.DateTimeOffset, HttpMoment>",
        (Source.Header, "Instant") => "HttpInstant",
        (Source.Header, "OrNull<global::System.DateTime, Instant>") => "OrNull<global::System.DateTime, HttpInstant>",
        _ => reader,
    };

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

    // What .NET parses loosely or by culture has a reader of its own.
    private static string? ReaderOfDotNet(ITypeSymbol type, string name) => name switch
    {
        "string" => "Text",
        "bool" => "Flag",
        "char" => "Character",
        "global::System.DateTime" => "Instant",
        "global::System.DateTimeOffset" => "Moment",
        "global::System.DateOnly" => "Day",
        "global::System.TimeOnly" => "Clock",
        "global::System.TimeSpan" => "Duration",
        "global::System.Guid" => "Uuid",
        "global::System.Uri" => "Link",
        "global::System.Net.IPAddress" => "Address",
        "global::System.Net.IPNetwork" => "Network",
        _ when Implements(type, "System.Numerics", "IBinaryInteger") => $"Whole<{name}>",
        _ when Implements(type, "System.Numerics", "INumber") => $"Fraction<{name}>",
        _ when Implements(type, "System", "ISpanParsable") => $"Parsed<{name}>",
        _ => ReaderOfUser(type, name),
    };

    private static string? ReaderOfUser(ITypeSymbol type, string name) =>
        Implements(type, "System", "ISpanParsable") ? $"Custom<{name}>"
        : Implements(type, "System", "IParsable") ? $"CustomString<{name}>"
        : null;

    // Of itself: a class does not parse itself because its base class parses the base class.
    private static bool Implements(ITypeSymbol type, string space, string contract) => type.AllInterfaces.Any(face =>
        face.Name == contract && face.TypeArguments.Length is 1 && Names.IsIn(face, space)
        && SymbolEqualityComparer.Default.Equals(face.TypeArguments[0], type.WithNullableAnnotation(NullableAnnotation.None)));
}
