using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads a time of day in ISO 8601: <c>13:30</c>, <c>13:30:15.25</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeOnlyText : ITextFormat<TimeOnly>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeOnly value) => Iso8601Reader.TryTime(WhiteSpaceTrimming.Off(text), out value);
}
