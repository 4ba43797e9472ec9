using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>
/// Reads a <see cref="DateTimeOffset"/> from a header: in the format of a <see cref="DateTimeOffsetText"/>, or as an
/// HTTP-date (RFC 9110, section 5.6.7).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeaderDateTimeOffsetText : ITextFormat<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        if (!HttpDateReader.TryRead(WhiteSpaceTrimming.Off(text), out var time))
        {
            return DateTimeOffsetText.TryRead(text, out value);
        }

        value = new(time);
        return true;
    }
}
