using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>A length of time, as .NET writes it (<c>1.12:30:00</c>) or as ISO 8601 does (<c>P1DT12H30M</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanText : ITextFormat<TimeSpan>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan value) => Iso8601Reader.TryDuration(WhiteSpaceTrimming.Off(text), out value);
}
