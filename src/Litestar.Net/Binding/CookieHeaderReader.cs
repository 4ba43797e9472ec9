using Microsoft.Extensions.Primitives;

namespace Litestar.Binding;

/// <summary>Reads the <c>Cookie</c> header (RFC 6265, section 4.2) without building a dictionary.</summary>
/// <remarks>ASP.NET Core's own reader drops cookies without a value, and leaves an invalid escape as it is.</remarks>
internal static class CookieHeaderReader
{
    /// <summary>
    /// Finds the value of the last cookie with a name, in any case. The value is still encoded, and has no quotes
    /// around it.
    /// </summary>
    public static bool TryFindLast(StringValues headers, string name, out ReadOnlySpan<char> value)
    {
        var found = false;
        value = default;
        foreach (var header in headers)
        {
            for (var rest = header.AsSpan(); !rest.IsEmpty;)
            {
                var end = rest.IndexOf(';');
                var pair = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[(end + 1)..];
                var equals = pair.IndexOf('=');
                if (equals >= 0 && IsNamed(pair[..equals].Trim(), name))
                {
                    value = Unquoted(pair[(equals + 1)..].Trim());
                    found = true;
                }
            }
        }

        return found;
    }

    // A name with characters that a cookie cannot contain comes escaped, as ASP.NET Core writes it.
    private static bool IsNamed(ReadOnlySpan<char> key, string name) =>
        key.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (key.Contains('%') && Uri.UnescapeDataString(key).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> value) => value is ['"', .. var inner, '"'] ? inner : value;
}
