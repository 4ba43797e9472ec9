using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>A date in ISO 8601: <c>2024-02-29</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Day : IText<DateOnly>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly value) => IsoText.TryDate(Padding.Off(text), out value);
}
