namespace Litestar.Binding;

/// <summary>Reads a raw query string pair by pair, without building a dictionary of it.</summary>
/// <param name="query">The query string, with or without its <c>?</c>.</param>
/// <param name="isPlain">Whether it holds no escape: then no key can be spelled otherwise.</param>
internal ref struct QueryText(ReadOnlySpan<char> query, bool isPlain)
{
    private ReadOnlySpan<char> _rest = query is ['?', ..] ? query[1..] : query;

    /// <summary>The value of the pair at hand, still encoded.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Goes on to the next pair of this name, which matches in any case.</summary>
    public bool Next(ReadOnlySpan<char> name)
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf('&');
            var pair = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];

            // Most pairs are told apart by their length and first letters: '=' stands right behind the name, or the key is another.
            // A name with a mark of its own, such as c++, is never spelled as it is.
            if (pair.Length > name.Length && pair[name.Length] is '=' && pair[..name.Length].Equals(name, StringComparison.OrdinalIgnoreCase) && !pair[..name.Length].ContainsAny("%+="))
            {
                Value = pair[(name.Length + 1)..];
                return true;
            }

            if (isPlain ? IsBare(pair, name) : IsSpelledOtherwise(pair, name))
            {
                return true;
            }
        }

        return false;
    }

    // In plain text only a key without '=' is left to consider.
    private bool IsBare(ReadOnlySpan<char> pair, ReadOnlySpan<char> name)
    {
        if (pair.Length != name.Length || !pair.Equals(name, StringComparison.OrdinalIgnoreCase) || pair.Contains('='))
        {
            return false;
        }

        Value = default;
        return true;
    }

    // A key without '=' is one with an empty value; a key may be percent-encoded.
    private bool IsSpelledOtherwise(ReadOnlySpan<char> pair, ReadOnlySpan<char> name)
    {
        var equals = pair.IndexOf('=');
        var key = equals < 0 ? pair : pair[..equals];
        if (equals >= 0 && PercentEncoding.IsPlain(key))
        {
            return false;
        }

        Value = equals < 0 ? default : pair[(equals + 1)..];
        if (PercentEncoding.IsPlain(key))
        {
            return key.Equals(name, StringComparison.OrdinalIgnoreCase);
        }

        Span<char> decoded = key.Length <= 256 ? stackalloc char[256] : new char[key.Length];
        return PercentEncoding.TryDecode(key, decoded, out var length) && decoded[..length].Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
