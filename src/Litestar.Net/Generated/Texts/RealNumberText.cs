using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>
/// Reads a number with decimals or an exponent: <c>-1.5</c>, <c>2e-3</c>; for binary types also <c>NaN</c>,
/// <c>Infinity</c>, <c>-Infinity</c>.
/// </summary>
/// <typeparam name="T">The number's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RealNumberText<T> : ITextFormat<T> where T : struct, INumber<T>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out T value)
    {
        text = WhiteSpaceTrimming.Off(text);
        return T.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && (T.IsFinite(value) || IsNotFiniteByName(text));
    }

    // .NET reads 1e999 as infinity: a number that does not fit is rejected, as for every other type.
    private static bool IsNotFiniteByName(ReadOnlySpan<char> text) => text is "NaN" or "Infinity" or "-Infinity";
}
