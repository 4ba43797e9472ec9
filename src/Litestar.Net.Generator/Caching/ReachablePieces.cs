
namespace Litestar.Generator.Caching;

/// <summary>The pieces that are reached from one place, each by its name.</summary>
internal sealed class ReachablePieces
{
    private readonly IReadOnlyDictionary<string, PieceIndex.PiecesOfName> _named;
    private readonly HashSet<string> _reached;
    private ulong _sum;

    public ReachablePieces(IReadOnlyDictionary<string, PieceIndex.PiecesOfName> named)
    {
        _named = named;
        _reached = new(StringComparer.Ordinal);
    }

    private ReachablePieces(ReachablePieces other)
    {
        _named = other._named;
        _reached = new(other._reached, StringComparer.Ordinal);
        _sum = other._sum;
    }

    /// <summary>Returns a hash of a declaration and of all its dependencies.</summary>
    public ulong KeyOf(Candidate candidate)
    {
        var beyond = Array.FindAll(candidate.Names, IsNew);
        var all = beyond.Length is 0 ? this : new ReachablePieces(this);
        all.Follow(beyond);
        var key = new SourceHash();
        key.Add(all._sum);
        key.Add(candidate.Hash);
        return key.Hash;
    }

    public void Follow(IEnumerable<string> names)
    {
        var open = new Stack<string>(names);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!IsNew(name))
            {
                continue;
            }

            _reached.Add(name);
            Add(_named[name].Hash.Hash);
            foreach (var next in _named[name].Names)
            {
                open.Push(next);
            }
        }
    }

    /// <summary>Adds a number, in any order.</summary>
    public void Add(ulong number)
    {
        // A sum separates numbers only if their bits are well mixed (splitmix64).
        unchecked
        {
            number += 0x9E3779B97F4A7C15;
            number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
            number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
            _sum += number ^ (number >> 31);
        }
    }

    private bool IsNew(string name) => _named.ContainsKey(name) && !_reached.Contains(name);
}
