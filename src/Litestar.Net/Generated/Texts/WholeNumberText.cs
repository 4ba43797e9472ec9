using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads a whole number: digits with an optional sign.</summary>
/// <typeparam name="T">The number's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WholeNumberText<T> : ITextFormat<T> where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out T value) =>
        T.TryParse(WhiteSpaceTrimming.Off(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
