using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>
/// Reads the field of a check box: the values of a <see cref="BoolText"/>, or <c>on</c>, which browsers send for a
/// checked one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CheckBoxText : ITextFormat<bool>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out bool value)
    {
        value = WhiteSpaceTrimming.Off(text).Equals("on", StringComparison.OrdinalIgnoreCase);
        return value || BoolText.TryRead(text, out value);
    }
}
