using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads a duration, in .NET's format (<c>1.12:30:00</c>) or in ISO 8601 (<c>P1DT12H30M</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanText : ITextFormat<TimeSpan>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan value) => Iso8601Reader.TryDuration(WhiteSpaceTrimming.Off(text), out value);
}
