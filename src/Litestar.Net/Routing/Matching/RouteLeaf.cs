using Microsoft.AspNetCore.Http;

namespace Litestar.Routing.Matching;

/// <summary>A route at the node where its path may end.</summary>
/// <param name="shape">The route.</param>
/// <param name="rest">The constraints of a catch-all on the rest of the path.</param>
/// <param name="next">The next best route there.</param>
internal sealed class RouteLeaf(RouteShape shape, TextConstraint[] rest, RouteLeaf? next)
{
    private readonly RouteValueConstraint[] _conditions = shape.Conditions;

    public Route Route { get; } = shape.Route;

    /// <summary>The bits of its methods.</summary>
    public ulong Methods { get; } = shape.Methods;

    /// <summary>Its rank among all routes of the table, best first.</summary>
    public int Rank { get; } = shape.Rank;

    public RouteLeaf? Next => next;

    /// <summary>True if it has conditions besides its segments.</summary>
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
