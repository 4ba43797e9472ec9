using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Reads text as it is, also empty text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringText : ITextFormat<string>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out string value)
    {
        value = text.ToString();
        return true;
    }
}
