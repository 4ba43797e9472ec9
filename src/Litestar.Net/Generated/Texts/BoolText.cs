using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>, the words in any case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoolText : ITextFormat<bool>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out bool value)
    {
        text = WhiteSpaceTrimming.Off(text);
        value = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
