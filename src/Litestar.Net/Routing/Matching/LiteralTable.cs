using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Litestar.Routing.Matching;

/// <summary>Finds an entry by a text in any case, like <see cref="StringComparison.OrdinalIgnoreCase"/>, for any number of texts.</summary>
/// <remarks>
/// The texts are the programmer's, so nobody can choose colliding ones. They may share long prefixes, so the whole text
/// is hashed.
/// </remarks>
/// <typeparam name="T">The type of the entries.</typeparam>
internal sealed class LiteralTable<T> where T : class
{
    // Up to this number, comparing the texts is faster than hashing one.
    private const int Few = 4;

    // Four characters at a time: the bit that separates upper from lower case, and the bits of non-ASCII characters.
    private const ulong Case = 0x0020_0020_0020_0020, Foreign = 0xFF80_FF80_FF80_FF80;

    private const int Word = sizeof(ulong);

    private readonly Entry[] _entries;
    private readonly uint _mask;

    /// <param name="texts">Each text once, whatever its case.</param>
    public LiteralTable(IReadOnlyList<KeyValuePair<string, T>> texts)
    {
        // At least a quarter of the entries stay empty, so that a search ends soon.
        _entries = new Entry[texts.Count <= Few ? texts.Count : BitOperations.RoundUpToPowerOf2((uint)texts.Count * 4 / 3)];
        _mask = texts.Count <= Few ? 0 : (uint)_entries.Length - 1;
        for (var i = 0; i < texts.Count; i++)
        {
            var hash = Hash(texts[i].Key);
            _entries[_mask is 0 ? i : Free(hash)] = new(hash, texts[i].Key, texts[i].Value);
        }
    }

    public bool TryFind(ReadOnlySpan<char> text, [NotNullWhen(true)] out T? found)
    {
        var entries = _entries;
        if (_mask is 0)
        {
            foreach (ref readonly var entry in entries.AsSpan())
            {
                if (entry.Text.Length == text.Length && IsSame(text, entry.Text))
                {
                    found = entry.Value;
                    return true;
                }
            }

            found = null;
            return false;
        }

        var hash = Hash(text);
        for (var at = hash & _mask; at < (uint)entries.Length; at = (at + 1) & _mask)
        {
            ref readonly var entry = ref entries[at];
            if (entry.Text is null)
            {
                break;
            }

            if (entry.Hash == hash && IsSame(text, entry.Text))
            {
                found = entry.Value;
                return true;
            }
        }

        found = null;
        return false;
    }

    private uint Free(uint hash)
    {
        var at = hash & _mask;
        while (_entries[at].Text is not null)
        {
            at = (at + 1) & _mask;
        }

        return at;
    }

    // Most clients write a path in the same case as its route.
    private static bool IsSame(ReadOnlySpan<char> text, string literal) => text.SequenceEqual(literal) || text.Equals(literal, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the same number for texts that differ only in case.</summary>
    internal static uint Hash(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        ulong hash = (ulong)text.Length, all = 0;
        if (bytes.Length < Word)
        {
            foreach (var letter in text)
            {
                all = (all << 16) | letter;
            }

            hash = Fold(all | Case, hash);
        }
        else
        {
            for (var rest = bytes; rest.Length > 2 * Word; rest = rest[(2 * Word)..])
            {
                hash = Mix(hash, rest, rest[Word..], ref all);
            }

            // The last two words: some characters twice in a short text.
            hash = Mix(hash, bytes[Math.Max(0, bytes.Length - (2 * Word))..], bytes[^Word..], ref all);
        }

        return (all & Foreign) is 0 ? (uint)hash : (uint)string.GetHashCode(text, StringComparison.OrdinalIgnoreCase);
    }

    private static ulong Mix(ulong hash, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ref ulong all)
    {
        var (one, other) = (MemoryMarshal.Read<ulong>(first), MemoryMarshal.Read<ulong>(second));
        all |= one | other;
        return Fold(one | Case, hash ^ (other | Case));
    }

    // Each bit of both affects each bit of the product's two halves.
    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one ^ 0x9E37_79B9_7F4A_7C15, other ^ 0xD6E8_FEB8_6659_FD93, out var low);
        return high ^ low;
    }

    private readonly struct Entry(uint hash, string text, T found)
    {
        public readonly string Text = text;
        public readonly T Value = found;
        public readonly uint Hash = hash;
    }
}
