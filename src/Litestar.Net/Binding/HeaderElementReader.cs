namespace Litestar.Binding;

/// <summary>
/// Reads the comma-separated elements of a header line (RFC 9110, section 5.6.1). A quoted element stays whole, with
/// its quotes and escapes.
/// </summary>
/// <param name="line">The value of the header.</param>
internal ref struct HeaderElementReader(ReadOnlySpan<char> line)
{
    private ReadOnlySpan<char> _rest = line;

    /// <summary>The current element.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Moves to the next element that is not empty.</summary>
    public bool Next()
    {
        while (!_rest.IsEmpty)
        {
            var end = End(_rest);
            Current = _rest[..end].Trim(" \t");
            _rest = end < _rest.Length ? _rest[(end + 1)..] : default;
            if (!Current.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    // A quote without an end extends to the end of the line.
    private static int End(ReadOnlySpan<char> text)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '\\' when isQuoted:
                    i++;
                    break;
                case ',' when !isQuoted:
                    return i;
            }
        }

        return text.Length;
    }
}
