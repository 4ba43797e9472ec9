using System.Diagnostics.CodeAnalysis;

namespace Litestar.Routing.Matching;

/// <summary>Finds routes without parameters by their whole path. The length is compared before the text.</summary>
internal sealed class LiteralPathTable
{
    private readonly LiteralTable<RouteLeaf>?[] _byLength;

    /// <param name="routes">The routes, the best first.</param>
    public LiteralPathTable(List<RouteShape> routes)
    {
        var paths = new Dictionary<string, RouteLeaf>(StringComparer.OrdinalIgnoreCase);
        for (var i = routes.Count - 1; i >= 0; i--)
        {
            var path = routes[i].LiteralPath;
            paths[path] = new(routes[i], [], paths.GetValueOrDefault(path));
        }

        var byLength = new List<List<KeyValuePair<string, RouteLeaf>>>();
        foreach (var path in paths)
        {
            while (byLength.Count <= path.Key.Length)
            {
                byLength.Add([]);
            }

            byLength[path.Key.Length].Add(path);
        }

        _byLength = byLength.ConvertAll(same => same.Count is 0 ? null : new LiteralTable<RouteLeaf>(same)).ToArray();
    }

    public bool TryFind(ReadOnlySpan<char> path, [NotNullWhen(true)] out RouteLeaf? best)
    {
        if ((uint)path.Length < (uint)_byLength.Length && _byLength[path.Length] is { } same)
        {
            return same.TryFind(path, out best);
        }

        best = null;
        return false;
    }
}
