using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Reads one UTF-16 unit, a space too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharText : ITextFormat<char>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out char value)
    {
        value = text.Length is 1 ? text[0] : default;
        return text.Length is 1;
    }
}
