using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>Reads an absolute or relative URI. It is absolute only if it has a scheme.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriText : ITextFormat<Uri>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        text = WhiteSpaceTrimming.Off(text);
        // A backslash is not valid in a URI; browsers read it as a slash, which turns "/\a.example" into another host.
        if (text.IsEmpty || text.Contains('\\') || !Uri.TryCreate(text.ToString(), UriKind.RelativeOrAbsolute, out value))
        {
            return false;
        }

        // Uri reads a path of the server's file system as an absolute URI; on the wire /a is a relative one.
        return !value.IsAbsoluteUri || NamesScheme(text, value.Scheme) || Uri.TryCreate(value.OriginalString, UriKind.Relative, out value);
    }

    private static bool NamesScheme(ReadOnlySpan<char> text, string scheme) =>
        text.Length > scheme.Length && text[scheme.Length] is ':' && text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
