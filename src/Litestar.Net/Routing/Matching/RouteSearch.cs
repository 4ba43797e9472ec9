using Microsoft.AspNetCore.Http;

namespace Litestar.Routing.Matching;

/// <summary>A search through the tree for one request.</summary>
internal ref struct RouteSearch(string path, HttpContext? context, ulong method)
{
    /// <summary>The methods of the routes that matched except for their method.</summary>
    public ulong PassedBy { get; private set; }

    /// <summary>True if some of those have constraints that were not checked: they may not match.</summary>
    public bool IsUnsure { get; private set; }

    public RouteLeaf? Find(RouteNode root) => Find(root, 1);

    /// <summary>Returns the methods of all routes that match the path.</summary>
    public readonly ulong Methods(RouteNode root) => Methods(root, PathSegments.Of(path));

    // In order of precedence: the first kind of segment that leads to a route has the best one.
    private RouteLeaf? Find(RouteNode node, int start)
    {
        if (start >= path.Length)
        {
            return First(node.Ends, []);
        }
        var rest = path.AsSpan(start);
        var slash = rest.IndexOf('/');
        var text = slash < 0 ? rest : rest[..slash];
        var next = start + text.Length + 1;
        if (text.Length > 0)
        {
            if (node.Literal(text) is { } literal && Find(literal, next) is { } exact)
            {
                return exact;
            }
            if (node.Constrained is { } constrained && Best(constrained, text, next) is { } best)
            {
                return best;
            }
            if (node.Plain is { } plain && Find(plain, next) is { } any)
            {
                return any;
            }
        }
        return First(node.CatchAlls, rest);
    }

    private RouteLeaf? Best(RouteNode? child, ReadOnlySpan<char> text, int next)
    {
        RouteLeaf? best = null;
        for (; child is not null; child = child.Sibling)
        {
            if (child.Accepts(text) && Find(child, next) is { } leaf && (best is null || leaf.Rank < best.Rank))
            {
                best = leaf;
            }
        }
        return best;
    }

    private RouteLeaf? First(RouteLeaf? leaf, ReadOnlySpan<char> rest)
    {
        for (; leaf is not null; leaf = leaf.Next)
        {
            if ((leaf.Methods & method) == 0)
            {
                PassedBy |= leaf.Methods;
                IsUnsure |= leaf.IsConditional;
            }
            else if (leaf.Accepts(path, rest, context))
            {
                return leaf;
            }
        }
        return null;
    }

    private readonly ulong Methods(RouteNode node, PathSegments segments)
    {
        var rest = segments.Rest;
        if (!segments.TryNext(out var text))
        {
            return Union(node.Ends, rest);
        }
        var methods = Union(node.CatchAlls, rest);
        if (text.Length > 0)
        {
            methods |= node.Literal(text) is { } literal ? Methods(literal, segments) : 0;
            methods |= node.Plain is { } plain ? Methods(plain, segments) : 0;
            for (var child = node.Constrained; child is not null; child = child.Sibling)
            {
                methods |= child.Accepts(text) ? Methods(child, segments) : 0;
            }
        }
        return methods;
    }

    private readonly ulong Union(RouteLeaf? leaf, ReadOnlySpan<char> rest)
    {
        ulong methods = 0;
        for (; leaf is not null; leaf = leaf.Next)
        {
            // A constraint is checked only if it could add a method.
            if ((leaf.Methods & ~methods) != 0 && leaf.Accepts(path, rest, context))
            {
                methods |= leaf.Methods;
            }
        }
        return methods;
    }
}
