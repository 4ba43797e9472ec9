using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Text as it is; also an empty one.</summary>
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
