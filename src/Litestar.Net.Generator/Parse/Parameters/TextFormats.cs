using Litestar.Generator.Model;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>Finds the types that are read from text, and their readers.</summary>
internal static class TextFormats
{
    /// <summary>Returns the reader struct for one value; null if the type cannot be read.</summary>
    public static string? ReaderOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var inner = nullable.TypeArguments[0];
            return ReaderOf(inner) is { } reader ? $"NullableText<{SymbolNames.Of(inner)}, {reader}>" : null;
        }

        var name = SymbolNames.OfValue(type);
        return type.TypeKind is TypeKind.Enum ? $"EnumText<{name}>" : FrameworkTypes.Declares(type) ? ReaderOfDotNet(type, name) : ReaderOfUser(type, name);
    }

    /// <summary>
    /// Returns the reader for a source: forms have check boxes, and headers their own date format (RFC 9110, section
    /// 5.6.7).
    /// </summary>
    public static string ReaderOf(ParameterKind source, string reader) => (source, reader) switch
    {
        (ParameterKind.Form, "BoolText") => "CheckBoxText",
        (ParameterKind.Form, "NullableText<bool, BoolText>") => "NullableText<bool, CheckBoxText>",
        (ParameterKind.Header, "DateTimeOffsetText") => "HeaderDateTimeOffsetText",
        (ParameterKind.Header, "NullableText<global::System.DateTimeOffset, DateTimeOffsetText>") => "NullableText<global::System.DateTimeOffset, HeaderDateTimeOffsetText>",
        (ParameterKind.Header, "DateTimeText") => "HeaderDateTimeText",
        (ParameterKind.Header, "NullableText<global::System.DateTime, DateTimeText>") => "NullableText<global::System.DateTime, HeaderDateTimeText>",
        _ => reader,
    };

    /// <summary>Returns the element type of an array or collection that a list of values can bind.</summary>
    public static (CollectionKind Listing, ITypeSymbol Element)? ListOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => (CollectionKind.Array, array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } named when named.TypeArguments[0] is var element => named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.IEnumerable<T>" or "System.Collections.Generic.IReadOnlyCollection<T>" or "System.Collections.Generic.IReadOnlyList<T>" => (CollectionKind.Array, element),
            "System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.ICollection<T>" => (CollectionKind.List, element),
            "System.Collections.Generic.HashSet<T>" or "System.Collections.Generic.ISet<T>" or "System.Collections.Generic.IReadOnlySet<T>" => (CollectionKind.Set, element),
            _ => null,
        },
        _ => null,
    };

    // Types that .NET parses loosely or by culture have their own reader.
    private static string? ReaderOfDotNet(ITypeSymbol type, string name) => name switch
    {
        "string" => "StringText",
        "bool" => "BoolText",
        "char" => "CharText",
        "global::System.DateTime" => "DateTimeText",
        "global::System.DateTimeOffset" => "DateTimeOffsetText",
        "global::System.DateOnly" => "DateOnlyText",
        "global::System.TimeOnly" => "TimeOnlyText",
        "global::System.TimeSpan" => "TimeSpanText",
        "global::System.Guid" => "GuidText",
        "global::System.Uri" => "UriText",
        "global::System.Net.IPAddress" => "IPAddressText",
        "global::System.Net.IPNetwork" => "IPNetworkText",
        _ when Implements(type, "System.Numerics", "IBinaryInteger") => $"WholeNumberText<{name}>",
        _ when Implements(type, "System.Numerics", "INumber") => $"RealNumberText<{name}>",
        _ when Implements(type, "System", "ISpanParsable") => $"SpanParsableText<{name}>",
        _ => ReaderOfUser(type, name),
    };

    private static string? ReaderOfUser(ITypeSymbol type, string name) =>
        Implements(type, "System", "ISpanParsable") ? $"UserSpanParsableText<{name}>"
        : Implements(type, "System", "IParsable") ? $"UserParsableText<{name}>"
        : null;

    // For the type itself: a class does not parse itself if only its base class parses the base class.
    private static bool Implements(ITypeSymbol type, string space, string contract) => type.AllInterfaces.Any(face =>
        face.Name == contract && face.TypeArguments.Length is 1 && SymbolNames.IsIn(face, space)
        && SymbolEqualityComparer.Default.Equals(face.TypeArguments[0], type.WithNullableAnnotation(NullableAnnotation.None)));
}
