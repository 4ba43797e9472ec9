namespace Litestar.Routing.Matching;

/// <summary>A node of the route tree: its child segments, and the routes that end here.</summary>
/// <remarks>
/// A request reads a node for each of its segments. With thousands of routes these are seldom in the CPU cache, so a
/// node stores as much as possible itself.
/// </remarks>
internal sealed class RouteNode
{
    // Most nodes have one literal child, or none.
    private readonly string? _text;
    private readonly RouteNode? _literal;
    private readonly LiteralTable<RouteNode>? _literals;
    private readonly SegmentMatcher? _segment;

    private RouteNode(SegmentMatcher? segment, List<RouteShape> routes, int depth)
    {
        _segment = segment;
        List<KeyValuePair<string, RouteNode>>? literals = null;
        foreach (var (next, behind) in Behind(routes, depth))
        {
            var node = next.Kind is SegmentKind.CatchAll ? null : new RouteNode(next, behind, depth + 1) { Sibling = next.Kind is SegmentKind.Constrained ? Constrained : null };
            switch (next.Kind)
            {
                case SegmentKind.Literal when behind.Count == routes.Count:
                    (_text, _literal) = (next.Literal, node);
                    break;
                case SegmentKind.Literal:
                    (literals ??= []).Add(new(next.Literal!, node!));
                    break;
                case SegmentKind.Constrained:
                    Constrained = node;
                    break;
                case SegmentKind.Plain:
                    Plain = node;
                    break;
            }
        }

        _literals = literals is null ? null : new(literals);
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
    }

    /// <summary>The first of the children with equal precedence: any of them may have the best route.</summary>
    public RouteNode? Constrained { get; }

    /// <summary>The next of these children.</summary>
    public RouteNode? Sibling { get; private init; }

    public RouteNode? Plain { get; }

    /// <summary>The routes for a path that ends here, best first.</summary>
    public RouteLeaf? Ends { get; }

    /// <summary>The routes that take the rest of the path from here, best first.</summary>
    public RouteLeaf? CatchAlls { get; }

    /// <summary>Builds a tree of routes.</summary>
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

    // The routes by their next segment.
    private static IEnumerable<KeyValuePair<SegmentMatcher, List<RouteShape>>> Behind(List<RouteShape> routes, int depth)
    {
        if (routes is [var alone])
        {
            return depth < alone.Segments.Length ? [new(alone.Segments[depth], routes)] : [];
        }

        var behind = new Dictionary<SegmentMatcher, List<RouteShape>>();
        foreach (var route in routes)
        {
            if (depth < route.Segments.Length)
            {
                if (!behind.TryGetValue(route.Segments[depth], out var list))
                {
                    behind.Add(route.Segments[depth], list = new(1));
                }

                list.Add(route);
            }
        }

        return behind;
    }
}
