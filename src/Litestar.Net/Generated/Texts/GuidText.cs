using System.Buffers;
using System.ComponentModel;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads a GUID of 32 hexadecimal digits, with all four hyphens or without any.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidText : ITextFormat<Guid>
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdefABCDEF-");

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out Guid value)
    {
        // Guid also accepts signs and 0x inside.
        value = default;
        text = WhiteSpaceTrimming.Off(text);
        return !text.ContainsAnyExcept(Allowed) && Guid.TryParseExact(text, text.Length is 32 ? "N" : "D", out value);
    }
}
