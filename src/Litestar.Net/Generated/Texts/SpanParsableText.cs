using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads any other .NET type that parses a span, in the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SpanParsableText<T> : ITextFormat<T> where T : ISpanParsable<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        text = WhiteSpaceTrimming.Off(text);
        return !text.IsEmpty && T.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
