using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads an IP address: four decimal numbers, or IPv6 without brackets. A zone is a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IPAddressText : ITextFormat<IPAddress>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out IPAddress value)
    {
        value = null;
        text = WhiteSpaceTrimming.Off(text);
        var zone = text.IndexOf('%');
        return IPAddressSyntax.IsPlain(zone < 0 ? text : text[..zone])
            && IPAddress.TryParse(text, out value)
            && (zone < 0 || IsZone(text[(zone + 1)..], value));
    }

    private static bool IsZone(ReadOnlySpan<char> text, IPAddress value) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var zone) && value.ScopeId == zone;
}
