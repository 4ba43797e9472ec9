using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Litestar.Generated;

/// <summary>An IP address: four decimal numbers, or IPv6 without brackets. A zone is a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Address : IText<IPAddress>
{
    private const int LongestOfIPv4 = 15;

    private static readonly SearchValues<char> AllowedInIPv6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out IPAddress value) =>
        IPAddress.TryParse(text, out value) && (value.AddressFamily is AddressFamily.InterNetwork ? IsPlainIPv4(text, value) : IsPlainIPv6(text, value));

    // IPAddress also takes 1 for 0.0.0.1, 0x7f.1, and 010.0.0.1 as octal: a filter that reads the text otherwise would be deceived.
    private static bool IsPlainIPv4(ReadOnlySpan<char> text, IPAddress value)
    {
        Span<char> plain = stackalloc char[LongestOfIPv4];
        return value.TryFormat(plain, out var length) && text.SequenceEqual(plain[..length]);
    }

    // It also drops brackets with a port, and a zone by any name that is no network interface of this machine.
    private static bool IsPlainIPv6(ReadOnlySpan<char> text, IPAddress value)
    {
        var zone = text.IndexOf('%');
        return !(zone < 0 ? text : text[..zone]).ContainsAnyExcept(AllowedInIPv6)
            && (zone < 0 || (uint.TryParse(text[(zone + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && value.ScopeId == number));
    }
}
