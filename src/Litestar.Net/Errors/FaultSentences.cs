using System.Buffers;
using System.Text.Json;

namespace Litestar.Errors;

/// <summary>What the faults of a request say. Each sentence is made once, however often it is told.</summary>
/// <remarks>Whatever the faults, the texts of an app and its validators say, what is told of them fits into a document of 64 KiB.</remarks>
internal readonly struct FaultSentences
{
    /// <summary>The most bytes of a document about faults.</summary>
    public const int LargestDocument = 64 * 1024;

    /// <summary>The most bytes of a text that quotes the request's path, which the server's own limit bounds only loosely.</summary>
    public const int LargestTarget = 12 * 1024;

    // What is told of faults; the rest is left to the other members of the document.
    private const int Room = LargestDocument - LargestTarget - 8 * 1024;

    // A letter takes this many bytes at most: \u001F.
    private const int Escaped = 6;

    // Quotation marks, commas and brackets around a name and a sentence.
    private const int Marks = 32;

    // Up to here comparing is quicker than hashing, and makes nothing. Beyond it stands whatever a client may send.
    private const int Few = 16;

    private static readonly SearchValues<char> Plain = SearchValues.Create(Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter).Where(letter => letter is not ('"' or '\\')).ToArray());

    private readonly IReadOnlyList<Fault> _faults;
    private readonly string[] _texts;
    private readonly bool _hasMore;
    private readonly int _room;

    private FaultSentences(IReadOnlyList<Fault> faults, string[] texts, bool hasMore, int room)
    {
        _faults = faults;
        _texts = texts;
        _hasMore = hasMore;
        _room = room;
    }

    public int Count => _texts.Length;

    public string this[int index] => _texts[index];

    public static FaultSentences Of(in Rejection rejection, RejectionTexts texts)
    {
        var faults = rejection.Faults;
        if (faults.Count is 0)
        {
            return new(faults, [], hasMore: false, Room);
        }

        var all = new string[faults.Count];
        var room = Room;
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Excerpt.Sentence(faults[i].Message(texts));

            // Each sentence is told twice: under the name, and in the text of all.
            room -= LengthOf(faults[i].Key) + 2 * LengthOf(all[i]) + Marks;
            if (room < 0 && i > 0)
            {
                return new(faults, all[..i], hasMore: true, room: 0);
            }
        }

        return new(faults, all, rejection.HasMore, room);
    }

    /// <summary>All of them in one text.</summary>
    public string Together(RejectionTexts texts)
    {
        // A parameter that a handler and a provider both ask for is at fault once.
        var said = _texts.Length <= Few && !HasTwins() ? _texts : [.. _texts.Distinct()];
        var together = said is [var only] ? only : texts.Several(said);
        together = _hasMore ? $"{together} {More(texts)}" : together;
        return Fit(together, Math.Max(_room, 0) + said.Sum(LengthOf) + 2 * Excerpt.LongestSentence);
    }

    /// <summary>Says that there is more than is told; null where there is not.</summary>
    public string? More(RejectionTexts texts) => _hasMore ? Excerpt.Sentence(texts.MoreFaults(_texts.Length)) : null;

    /// <summary>Each name that is at fault, in the order in which they were found to be, with what is said of it.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (_texts.Length > Few)
        {
            WriteMany(writer);
            return;
        }

        for (var i = 0; i < _texts.Length; i++)
        {
            if (!IsNamedBefore(i))
            {
                WriteName(writer, i);
            }
        }
    }

    /// <summary>The same, for those who do not write it at once.</summary>
    public Dictionary<string, string[]> ByName() =>
        _faults.Zip(_texts).GroupBy(pair => pair.First.Key, pair => pair.Second).ToDictionary(name => name.Key, name => name.Distinct().ToArray());

    /// <summary>The beginning of a text that takes no more than so many bytes in a document.</summary>
    public static string Fit(string text, int bytes)
    {
        if (LengthOf(text) <= bytes)
        {
            return text;
        }

        var end = 0;
        for (var left = bytes - 3; end < text.Length && (left -= Plain.Contains(text[end]) ? 1 : Escaped) >= 0; end++)
        {
        }

        return Excerpt.Beginning(text, Math.Max(end, 1));
    }

    // The bytes it takes in a document, or some more.
    private static int LengthOf(string text)
    {
        var length = text.Length;
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            foreach (var letter in text)
            {
                length += Plain.Contains(letter) ? 0 : Escaped - 1;
            }
        }

        return length;
    }

    private void WriteName(Utf8JsonWriter writer, int first)
    {
        writer.WriteStartArray(_faults[first].Key);
        for (var i = first; i < _texts.Length; i++)
        {
            if (_faults[i].Key == _faults[first].Key && !IsSaidBefore(i, first))
            {
                writer.WriteStringValue(_texts[i]);
            }
        }

        writer.WriteEndArray();
    }

    private void WriteMany(Utf8JsonWriter writer)
    {
        foreach (var name in _faults.Zip(_texts).GroupBy(pair => pair.First.Key, pair => pair.Second))
        {
            writer.WriteStartArray(name.Key);
            foreach (var text in name.Distinct())
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }
    }

    private bool HasTwins()
    {
        for (var i = 1; i < _texts.Length; i++)
        {
            if (Array.IndexOf(_texts, _texts[i], 0, i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNamedBefore(int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (_faults[i].Key == _faults[at].Key)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSaidBefore(int at, int since)
    {
        for (var i = since; i < at; i++)
        {
            if (_faults[i].Key == _faults[at].Key && _texts[i] == _texts[at])
            {
                return true;
            }
        }

        return false;
    }
}
