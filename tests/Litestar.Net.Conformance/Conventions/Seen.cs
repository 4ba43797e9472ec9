namespace Litestar.Conformance.Conventions;

/// <summary>All that a request has shown: the answer, what was measured, traced and logged, by name.</summary>
public sealed class Seen : SortedDictionary<string, string>
{
    public Seen() : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Notes one thing; of several by one name all stand.</summary>
    public void Note(string name, string value)
    {
        lock (this)
        {
            this[name] = TryGetValue(name, out var before) ? $"{before}; {value}" : value;
        }
    }

    public string Of(string name) => TryGetValue(name, out var value) ? value : "";
}
