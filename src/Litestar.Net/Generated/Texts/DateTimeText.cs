using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>
/// Reads a date and time in ISO 8601. With <c>Z</c> or an offset it becomes UTC, whatever the server's time zone;
/// without, it is unspecified.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeText : ITextFormat<DateTime>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTime value)
    {
        var read = Iso8601Reader.TryTimestamp(WhiteSpaceTrimming.Off(text), out value, out var offset);
        if (offset is { } shift)
        {
            value = DateTime.SpecifyKind(value - shift, DateTimeKind.Utc);
        }

        return read;
    }
}
