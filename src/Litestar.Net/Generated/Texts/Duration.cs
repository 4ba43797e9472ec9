using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>A length of time, as .NET writes it (<c>1.12:30:00</c>) or as ISO 8601 does (<c>P1DT12H30M</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Duration : IText<TimeSpan>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan value) => IsoText.TryDuration(Padding.Off(text), out value);
}
