namespace Litestar.Binding;

/// <summary>The elements of a header's line, which commas separate (RFC 9110, section 5.6.1). Those in quotes stay whole, with their quotes and escapes.</summary>
/// <param name="line">The value of the header.</param>
internal ref struct HeaderElementReader(ReadOnlySpan<char> line)
{
    private ReadOnlySpan<char> _rest = line;

    /// <summary>The element at hand.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Goes on to the next element that has a character.</summary>
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

    // A quote that nothing closes reaches to the end.
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
