using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Litestar.Generated;

/// <summary>An IP address: four decimal numbers, or IPv6 without brackets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Address : IText<IPAddress>
{
    private const int LongestOfIPv4 = 15;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out IPAddress value) =>
        IPAddress.TryParse(text, out value) && (value.AddressFamily is AddressFamily.InterNetwork ? IsPlain(text, value) : text[0] is not '[');

    // IPAddress also takes 1 for 0.0.0.1, 0x7f.1, and 010.0.0.1 as octal: a filter that reads the text otherwise would be deceived.
    private static bool IsPlain(ReadOnlySpan<char> text, IPAddress value)
    {
        Span<char> plain = stackalloc char[LongestOfIPv4];
        return value.TryFormat(plain, out var length) && text.SequenceEqual(plain[..length]);
    }
}
