using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads the field of a check box: what a <see cref="Flag"/> is read from, or <c>on</c>, which browsers send for a ticked one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Tick : IText<bool>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out bool value)
    {
        value = Padding.Off(text).Equals("on", StringComparison.OrdinalIgnoreCase);
        return value || Flag.TryRead(text, out value);
    }
}
