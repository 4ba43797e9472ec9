using System.Collections.Frozen;

namespace Litestar.Routing;

/// <summary>What may stand at one place of a path: the segments that lead on, and the routes that end.</summary>
internal sealed class RouteNode
{
    // Up to here comparing a few texts is quicker than hashing one.
    private const int FewLiterals = 4;

    private readonly Dictionary<string, RouteNode> _children = new(StringComparer.Ordinal);
    private FrozenDictionary<string, RouteNode>.AlternateLookup<ReadOnlySpan<char>>? _manyLiterals;
    private RouteNode[] _literals = [];
    private RouteLeaf[] _ends = [];
    private RouteLeaf[] _catchAlls = [];

    private RouteNode(RouteSegment? segment) => Segment = segment;

    /// <summary>The segment that led here; null at the root.</summary>
    private RouteSegment? Segment { get; }

    /// <summary>Children whose segments stand equal in precedence: any of them may hold the best route.</summary>
    public RouteNode[] Constrained { get; private set; } = [];

    public RouteNode? Plain { get; private set; }

    /// <summary>The routes for a path that ends here, best first.</summary>
    public ReadOnlySpan<RouteLeaf> Ends => _ends;

    /// <summary>The routes that take the rest of the path from here, best first.</summary>
    public ReadOnlySpan<RouteLeaf> CatchAlls => _catchAlls;

    /// <summary>Puts routes into a tree, best first.</summary>
    public static RouteNode Root(IEnumerable<(RouteShape Shape, RouteLeaf Leaf)> routes)
    {
        var root = new RouteNode(null);
        foreach (var (shape, leaf) in routes)
        {
            root.Add(shape, leaf, depth: 0);
        }
        root.Seal();
        return root;
    }

    public RouteNode? Literal(ReadOnlySpan<char> text)
    {
        if (_manyLiterals is { } many)
        {
            return many.TryGetValue(text, out var found) ? found : null;
        }
        foreach (var child in _literals)
        {
            if (text.Equals(child.Segment!.Literal, StringComparison.OrdinalIgnoreCase))
            {
                return child;
            }
        }
        return null;
    }

    public bool Accepts(ReadOnlySpan<char> text) => Segment!.Accepts(text);

    private void Add(RouteShape shape, RouteLeaf leaf, int depth)
    {
        if (shape.MayEndAt(depth))
        {
            _ends = [.. _ends, leaf];
        }
        if (depth == shape.Segments.Length)
        {
            return;
        }
        var segment = shape.Segments[depth];
        if (segment.Kind == SegmentKind.CatchAll)
        {
            _catchAlls = [.. _catchAlls, leaf with { Rest = segment.Constraints }];
            return;
        }
        if (!_children.TryGetValue(segment.Key, out var child))
        {
            _children.Add(segment.Key, child = new RouteNode(segment));
        }
        child.Add(shape, leaf, depth + 1);
    }

    private void Seal()
    {
        _literals = Children(SegmentKind.Literal);
        Constrained = Children(SegmentKind.Constrained);
        Plain = Children(SegmentKind.Plain) is [var plain] ? plain : null;
        if (_literals.Length > FewLiterals)
        {
            _manyLiterals = _literals
                .ToFrozenDictionary(child => child.Segment!.Literal!, StringComparer.OrdinalIgnoreCase)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        }
        foreach (var child in _children.Values)
        {
            child.Seal();
        }
        _children.Clear();
    }

    private RouteNode[] Children(SegmentKind kind) => [.. _children.Values.Where(child => child.Segment!.Kind == kind)];
}
