using System.ComponentModel;
using System.Net;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads an IP network: an address, a slash and the length of its prefix. The bits after the prefix are dropped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IPNetworkText : ITextFormat<IPNetwork>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out IPNetwork value)
    {
        value = default;
        text = WhiteSpaceTrimming.Off(text);
        var slash = text.IndexOf('/');
        return slash > 0 && IPAddressSyntax.IsPlain(text[..slash]) && IPNetwork.TryParse(text, out value);
    }
}
