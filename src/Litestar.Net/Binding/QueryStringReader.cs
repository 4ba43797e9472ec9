using Litestar.Generated;

namespace Litestar.Binding;

/// <summary>Reads a raw query string pair by pair, without building a dictionary.</summary>
/// <param name="query">The query string, with or without its <c>?</c>.</param>
/// <param name="isPlain">True if it contains no escape: then no key can be spelled in another way.</param>
internal ref struct QueryStringReader(ReadOnlySpan<char> query, bool isPlain)
{
    private readonly ReadOnlySpan<char> _query = query is ['?', ..] ? query[1..] : query;
    private int _next;

    /// <summary>The value of the current pair, still encoded.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>The position of the current value, for <see cref="At"/>.</summary>
    public readonly Range Place => (_next - 1 - Value.Length)..(_next - 1);

    /// <summary>Returns the value at a position.</summary>
    public readonly ReadOnlySpan<char> At(Range place) => _query[place];

    /// <summary>Moves to the next pair with this name, in any case.</summary>
    public bool Next(QueryParameter name)
    {
        while (_next < _query.Length)
        {
            var pair = _query[_next..];
            var end = pair.IndexOf('&');
            pair = end < 0 ? pair : pair[..end];
            _next += pair.Length + 1;

            // Most pairs differ in length or first letters: '=' follows the name directly, or the key is another.
            if (pair.Length > name.Name.Length && pair[name.Name.Length] is '=' && !name.IsMarked && IsSame(pair[..name.Name.Length], name.Name))
            {
                Value = pair[(name.Name.Length + 1)..];
                return true;
            }

            if (isPlain ? IsBare(pair, name.Name) : IsSpelledOtherwise(pair, name.Name))
            {
                return true;
            }
        }

        return false;
    }

    // Most keys are spelled as declared, so an exact comparison comes first.
    private static bool IsSame(ReadOnlySpan<char> key, ReadOnlySpan<char> name) => key.SequenceEqual(name) || key.Equals(name, StringComparison.OrdinalIgnoreCase);

    // In plain text only a key without '=' remains.
    private bool IsBare(ReadOnlySpan<char> pair, ReadOnlySpan<char> name)
    {
        if (pair.Length != name.Length || !pair.Equals(name, StringComparison.OrdinalIgnoreCase) || pair.Contains('='))
        {
            return false;
        }

        Value = default;
        return true;
    }

    // A key without '=' has an empty value; a key may be percent-encoded.
    private bool IsSpelledOtherwise(ReadOnlySpan<char> pair, ReadOnlySpan<char> name)
    {
        var equals = pair.IndexOf('=');
        var key = equals < 0 ? pair : pair[..equals];
        if (equals >= 0 && PercentDecoder.IsPlain(key))
        {
            return false;
        }

        Value = equals < 0 ? default : pair[(equals + 1)..];
        if (PercentDecoder.IsPlain(key))
        {
            return key.Equals(name, StringComparison.OrdinalIgnoreCase);
        }

        Span<char> decoded = key.Length <= 256 ? stackalloc char[256] : new char[key.Length];
        return PercentDecoder.TryDecode(key, decoded, out var length) && decoded[..length].Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
