using System.Buffers;

namespace Litestar.Binding;

/// <summary>Which texts .NET may be asked to read as an IP address, or as the one of a network.</summary>
/// <remarks>
/// It also takes 1 for 0.0.0.1, 0x7f.1, and 010.0.0.1 as octal: a filter that reads the text otherwise would be deceived. And
/// it drops brackets with a port, and a zone by any name that is no network interface of this machine.
/// </remarks>
internal static class IPAddressSyntax
{
    private static readonly SearchValues<char> AllowedInIPv6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Whether it is four decimal numbers, or what IPv6 is made of without a zone. How large the numbers are is left to the parser.</summary>
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
