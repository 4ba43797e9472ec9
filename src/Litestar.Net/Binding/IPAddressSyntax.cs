using System.Buffers;

namespace Litestar.Binding;

/// <summary>Accepts only the texts that .NET's parsers read as an IP address or network without surprises.</summary>
/// <remarks>
/// .NET also reads 1 as 0.0.0.1, 0x7f.1, and 010.0.0.1 as octal: a filter that reads the text differently could be bypassed. It
/// also drops brackets with a port, and any zone that is not a network interface of this machine.
/// </remarks>
internal static class IPAddressSyntax
{
    private static readonly SearchValues<char> AllowedInIPv6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>
    /// Returns true for four decimal numbers, or for IPv6 characters without a zone. The parser checks the size of the
    /// numbers.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => text.Contains(':') ? !text.ContainsAnyExcept(AllowedInIPv6) : IsDottedQuad(text);

    private static bool IsDottedQuad(ReadOnlySpan<char> text)
    {
        var numbers = 0;
        foreach (var part in text.Split('.'))
        {
            var number = text[part];
            if (number.IsEmpty || number.ContainsAnyExcept(Digits) || number is ['0', _, ..])
            {
                return false;
            }

            numbers++;
        }

        return numbers is 4;
    }
}
