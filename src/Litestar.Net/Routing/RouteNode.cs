namespace Litestar.Routing;

/// <summary>What may stand at one place of a path: the segments that lead on, and the routes that end.</summary>
/// <remarks>A request touches a node for each of its segments. With thousands of routes these are seldom at hand, so a node holds all it can itself.</remarks>
internal sealed class RouteNode
{
    // Most nodes have one literal behind them, or none.
    private readonly string? _text;
    private readonly RouteNode? _literal;
    private readonly LiteralTable<RouteNode>? _literals;
    private readonly RouteSegment? _segment;

    private RouteNode(RouteSegment? segment, List<RouteShape> routes, int depth)
    {
        _segment = segment;
        var literals = new List<KeyValuePair<string, RouteNode>>();
        foreach (var (next, behind) in Behind(routes, depth))
        {
            switch (next.Kind)
            {
                case SegmentKind.Literal:
                    literals.Add(new(next.Literal!, new(next, behind, depth + 1)));
                    break;
                case SegmentKind.Constrained:
                    Constrained = new(next, behind, depth + 1) { Sibling = Constrained };
                    break;
                case SegmentKind.Plain:
                    Plain = new(next, behind, depth + 1);
                    break;
            }
        }

        for (var i = routes.Count - 1; i >= 0; i--)
        {
            var route = routes[i];
            if (route.Least <= depth)
            {
                Ends = new(route, [], Ends);
            }

            if (depth < route.Segments.Length && route.Segments[depth] is { Kind: SegmentKind.CatchAll } rest)
            {
                CatchAlls = new(route, rest.Constraints, CatchAlls);
            }
        }

        (_text, _literal) = literals is [var only] ? (only.Key, only.Value) : (null, null);
        _literals = literals.Count > 1 ? new(literals) : null;
    }

    /// <summary>The first of the children whose segments stand equal in precedence: any of them may hold the best route.</summary>
    public RouteNode? Constrained { get; }

    /// <summary>The next of these.</summary>
    public RouteNode? Sibling { get; private init; }

    public RouteNode? Plain { get; }

    /// <summary>The routes for a path that ends here, best first.</summary>
    public RouteLeaf? Ends { get; }

    /// <summary>The routes that take the rest of the path from here, best first.</summary>
    public RouteLeaf? CatchAlls { get; }

    /// <summary>Puts routes into a tree.</summary>
    /// <param name="routes">The routes, best first.</param>
    public static RouteNode Root(List<RouteShape> routes) => new(null, routes, depth: 0);

    public RouteNode? Literal(ReadOnlySpan<char> text)
    {
        if (_text is { } only)
        {
            return text.Length == only.Length && (text.SequenceEqual(only) || text.Equals(only, StringComparison.OrdinalIgnoreCase)) ? _literal : null;
        }

        return _literals is not null && _literals.TryFind(text, out var found) ? found : null;
    }

    public bool Accepts(ReadOnlySpan<char> text) => _segment!.Accepts(text);

    // The routes by the segment with which they go on.
    private static Dictionary<RouteSegment, List<RouteShape>> Behind(List<RouteShape> routes, int depth)
    {
        var behind = new Dictionary<RouteSegment, List<RouteShape>>();
        foreach (var route in routes)
        {
            if (depth < route.Segments.Length)
            {
                var next = route.Segments[depth];
                if (!behind.TryGetValue(next, out var list))
                {
                    behind.Add(next, list = routes.Count is 1 ? routes : []);
                }

                if (list != routes)
                {
                    list.Add(route);
                }
            }
        }

        return behind;
    }
}
