using Microsoft.AspNetCore.Http;

namespace Litestar.Routing.Matching;

/// <summary>A route at a node of the tree where a path may end for it.</summary>
/// <param name="shape">The route.</param>
/// <param name="rest">What a catch-all asks of the rest of the path.</param>
/// <param name="next">The next best route there.</param>
internal sealed class RouteLeaf(RouteShape shape, TextConstraint[] rest, RouteLeaf? next)
{
    private readonly RouteValueConstraint[] _conditions = shape.Conditions;

    public Route Route { get; } = shape.Route;

    /// <summary>The bits of the methods it answers.</summary>
    public ulong Methods { get; } = shape.Methods;

    /// <summary>Its place among all routes of the table, best first.</summary>
    public int Rank { get; } = shape.Rank;

    public RouteLeaf? Next => next;

    /// <summary>Whether more is asked than the segments on the way.</summary>
    public bool IsConditional => rest.Length > 0 || _conditions.Length > 0;

    public bool Accepts(string path, ReadOnlySpan<char> text, HttpContext? context)
    {
        foreach (var accepts in rest)
        {
            if (!accepts(text))
            {
                return false;
            }
        }
        return _conditions.Length == 0 || Holds(path, context);
    }

    private bool Holds(string path, HttpContext? context)
    {
        var values = Route.ReadValues(path);
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(context, values))
            {
                return false;
            }
        }
        return true;
    }
}
