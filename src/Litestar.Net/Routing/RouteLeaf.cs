using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>A route at a node of the tree where a path may end for it.</summary>
/// <param name="Route">The route.</param>
/// <param name="Methods">The bits of the methods it answers.</param>
/// <param name="Rank">Its place among all routes of the table, best first.</param>
/// <param name="Rest">What a catch-all asks of the rest of the path.</param>
/// <param name="Conditions">What is asked with all values.</param>
internal sealed record RouteLeaf(Route Route, ulong Methods, int Rank, TextConstraint[] Rest, RouteCondition[] Conditions)
{
    /// <summary>Whether more is asked than the segments on the way.</summary>
    public bool IsConditional => Rest.Length > 0 || Conditions.Length > 0;

    public bool Accepts(string path, ReadOnlySpan<char> rest, HttpContext? context)
    {
        foreach (var accepts in Rest)
        {
            if (!accepts(rest))
            {
                return false;
            }
        }
        return Conditions.Length == 0 || Holds(path, context);
    }

    private bool Holds(string path, HttpContext? context)
    {
        var values = Route.ReadValues(path);
        foreach (var condition in Conditions)
        {
            if (!condition.Holds(context, values))
            {
                return false;
            }
        }
        return true;
    }
}
