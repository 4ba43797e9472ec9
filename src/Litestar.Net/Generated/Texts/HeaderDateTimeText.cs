using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>
/// Reads a <see cref="DateTime"/> from a header: in the format of a <see cref="DateTimeText"/>, or as an HTTP-date (RFC
/// 9110, section 5.6.7), which is UTC.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeaderDateTimeText : ITextFormat<DateTime>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTime value) => HttpDateReader.TryRead(WhiteSpaceTrimming.Off(text), out value) || DateTimeText.TryRead(text, out value);
}
