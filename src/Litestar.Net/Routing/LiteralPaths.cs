using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Litestar.Routing;

/// <summary>Routes without parameters by their whole path, which is told apart by its length before it is read.</summary>
internal sealed class LiteralPaths
{
    // Up to here comparing a few paths of one length is quicker than hashing one.
    private const int Few = 4;

    private readonly KeyValuePair<string, RouteLeaf[]>[]?[] _byLength;
    private readonly FrozenDictionary<string, RouteLeaf[]>.AlternateLookup<ReadOnlySpan<char>> _many;

    public LiteralPaths(IEnumerable<KeyValuePair<string, RouteLeaf[]>> paths)
    {
        var all = paths.ToArray();
        _byLength = new KeyValuePair<string, RouteLeaf[]>[]?[all.Select(path => path.Key.Length + 1).DefaultIfEmpty(0).Max()];
        foreach (var same in all.GroupBy(path => path.Key.Length))
        {
            _byLength[same.Key] = same.Count() > Few ? [] : [.. same];
        }

        _many = all
            .Where(path => _byLength[path.Key.Length] is [])
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool TryGetValue(ReadOnlySpan<char> path, [NotNullWhen(true)] out RouteLeaf[]? leaves)
    {
        leaves = null;
        if (path.Length >= _byLength.Length || _byLength[path.Length] is not { } same)
        {
            return false;
        }

        if (same.Length == 0)
        {
            return _many.TryGetValue(path, out leaves);
        }

        foreach (var (literal, found) in same)
        {
            if (path.Equals(literal, StringComparison.OrdinalIgnoreCase))
            {
                leaves = found;
                return true;
            }
        }

        return false;
    }
}
