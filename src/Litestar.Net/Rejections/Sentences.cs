using System.Text.Json;

namespace Litestar.Rejections;

/// <summary>What the faults of a request say. Each sentence is made once, however often it is told.</summary>
internal readonly struct Sentences
{
    // Up to here comparing is quicker than hashing, and makes nothing. Beyond it stands whatever a client may send.
    private const int Few = 16;

    private readonly IReadOnlyList<Fault> _faults;
    private readonly string[] _texts;

    private Sentences(IReadOnlyList<Fault> faults, string[] texts)
    {
        _faults = faults;
        _texts = texts;
    }

    public int Count => _texts.Length;

    public static Sentences Of(IReadOnlyList<Fault> faults, RejectionTexts texts)
    {
        var all = faults.Count is 0 ? [] : new string[faults.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = faults[i].Message(texts);
        }

        return new(faults, all);
    }

    /// <summary>All of them in one text.</summary>
    public string Together(RejectionTexts texts)
    {
        // A parameter that a handler and a provider both ask for is at fault once.
        var said = _texts.Length <= Few && !HasTwins() ? _texts : [.. _texts.Distinct()];
        return said is [var only] ? only : texts.Several(said);
    }

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
