using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads a date in ISO 8601: <c>2024-02-29</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateOnlyText : ITextFormat<DateOnly>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly value) => Iso8601Reader.TryDate(WhiteSpaceTrimming.Off(text), out value);
}
