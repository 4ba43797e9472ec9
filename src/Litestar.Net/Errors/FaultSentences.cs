using System.Buffers;
using System.Text.Json;

namespace Litestar.Errors;

/// <summary>The sentences of a request's faults. Each is made once, even if it is written twice.</summary>
/// <remarks>The total fits into a document of 64 KiB, whatever the texts of the app and its validators.</remarks>
internal readonly struct FaultSentences
{
    /// <summary>The maximum number of bytes of a document about faults.</summary>
    public const int LargestDocument = 64 * 1024;

    /// <summary>
    /// The maximum number of bytes of a text that quotes the request's path, which the server's own limit bounds only
    /// loosely.
    /// </summary>
    public const int LargestTarget = 12 * 1024;

    // The room for faults; the rest is for the other members of the document.
    private const int Room = LargestDocument - LargestTarget - 8 * 1024;

    // The maximum number of bytes of one character: \u001F.
    private const int Escaped = 6;

    // Quotation marks, commas and brackets around a name and a sentence.
    private const int Marks = 32;

    // Up to this number comparing is faster than hashing, and allocates nothing. A client may send any number.
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

            // Each sentence is written twice: under the name, and in the text of all.
            room -= LengthOf(faults[i].Key) + 2 * LengthOf(all[i]) + Marks;
            if (room < 0 && i > 0)
            {
                return new(faults, all[..i], hasMore: true, room: 0);
            }
        }

        return new(faults, all, rejection.HasMore, room);
    }

    /// <summary>Returns all sentences in one text.</summary>
    public string Together(RejectionTexts texts)
    {
        // A parameter of both a handler and a provider has its fault once.
        var said = _texts.Length <= Few && !HasTwins() ? _texts : [.. _texts.Distinct()];
        var together = said is [var only] ? only : texts.Several(said);
        together = _hasMore ? $"{together} {More(texts)}" : together;
        return Fit(together, Math.Max(_room, 0) + said.Sum(LengthOf) + 2 * Excerpt.LongestSentence);
    }

    /// <summary>Returns the sentence about faults that are not listed; null if all are.</summary>
    public string? More(RejectionTexts texts) => _hasMore ? Excerpt.Sentence(texts.MoreFaults(_texts.Length)) : null;

    /// <summary>Writes each faulty name, in the order in which the faults were found, with its sentences.</summary>
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

    /// <summary>Returns the same as a dictionary.</summary>
    public Dictionary<string, string[]> ByName() =>
        _faults.Zip(_texts).GroupBy(pair => pair.First.Key, pair => pair.Second).ToDictionary(name => name.Key, name => name.Distinct().ToArray());

    /// <summary>Returns the beginning of a text that takes at most that many bytes in a document.</summary>
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

    // The number of bytes in a document, or slightly more.
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
