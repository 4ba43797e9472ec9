using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads a date and time in ISO 8601. The offset stays as received; a value without one is UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetText : ITextFormat<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        var read = Iso8601Reader.TryTimestamp(WhiteSpaceTrimming.Off(text), out var time, out var offset);
        value = read ? new(time, offset ?? TimeSpan.Zero) : default;
        return read;
    }
}
