using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing.Matching;

/// <summary>
/// All routes of an app, compiled once at start-up. It selects the same route as ASP.NET Core's endpoint routing,
/// without allocating for literal and plain parameter routes.
/// </summary>
internal sealed class RouteTable
{
    private readonly MethodSet _methods;
    private readonly RouteNode _root;
    private readonly LiteralPathTable _literals;

    /// <exception cref="InvalidOperationException">Two routes match the same requests, or a constraint cannot be resolved.</exception>
    public RouteTable(IReadOnlyList<Route> routes, ParameterPolicyFactory constraints)
    {
        var shapes = ShapesOf(routes, constraints);
        _methods = new MethodSet(routes);
        Array.Sort(shapes, Compare);
        var (literals, others) = (new List<RouteShape>(), new List<RouteShape>());
        for (var rank = 0; rank < shapes.Length; rank++)
        {
            var shape = shapes[rank];
            (shape.Rank, shape.Methods) = (rank, _methods.AnsweredBy(shape.Route.Method));
            (shape.IsLiteral ? literals : others).Add(shape);
        }

        _literals = new LiteralPathTable(literals);
        _root = RouteNode.Root(others);
    }

    /// <summary>Finds the route for a request.</summary>
    /// <param name="method">The request's verb, in any case.</param>
    /// <param name="path">The request's path, decoded like <see cref="HttpRequest.Path"/>.</param>
    /// <param name="context">Passed to custom constraints only.</param>
    public RouteMatch Match(string method, string path, HttpContext? context = null)
    {
        var bit = _methods.Bit(method);
        // No pattern wins over a literal path, so the tree is not searched.
        var passedBy = 0UL;
        if (_literals.TryFind(path is [.., '/'] ? path.AsSpan(0, path.Length - 1) : path, out var literal))
        {
            for (; literal is not null; literal = literal.Next)
            {
                if ((literal.Methods & bit) != 0)
                {
                    return new RouteMatch(literal.Route);
                }

                passedBy |= literal.Methods;
            }
        }

        var walk = new RouteSearch(path, context, bit);
        if (walk.Find(_root) is { } leaf)
        {
            return new RouteMatch(leaf.Route);
        }

        // Without a match, the search has visited all candidates.
        var methods = passedBy | (walk.IsUnsure ? walk.Methods(_root) : walk.PassedBy);
        return methods == 0 ? default : new RouteMatch(_methods.Allow(methods));
    }

    private static RouteShape[] ShapesOf(IReadOnlyList<Route> routes, ParameterPolicyFactory constraints)
    {
        var reader = new RouteShapeFactory(constraints);
        var shapes = new RouteShape[routes.Count];
        var seen = new HashSet<RouteShape>(routes.Count);
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] = reader.Of(routes[i]);
            shapes[i].Rank = i;
            if (!seen.Add(shapes[i]))
            {
                seen.TryGetValue(shapes[i], out var first);
                AddTwin(first!, shapes[i]);
            }
        }

        return shapes;
    }

    private static void AddTwin(RouteShape first, RouteShape shape)
    {
        for (var other = first; other is not null; other = other.Twin)
        {
            if (other.IsSameAs(shape))
            {
                throw new InvalidOperationException(
                    $"{other.Route.ToFullString()} and {shape.Route.ToFullString()} answer the same requests. "
                    + (shape.Route.Hosts is null ? "Change the path or the verb of one of them, or remove it." : "Change the path, the verb or the host names of one of them, or remove it."));
            }
        }

        (shape.Twin, first.Twin) = (first.Twin, shape);
        shape.HasTwins = first.HasTwins = true;
    }

    // Equal precedence: a route for some host names comes first, then one that declares HEAD, which wins over a GET
    // route for HEAD, then the first registered.
    private static int Compare(RouteShape one, RouteShape other)
    {
        var order = one.Route.Pattern.InboundPrecedence.CompareTo(other.Route.Pattern.InboundPrecedence);
        order = order is 0 ? (one.Route.Hosts is null).CompareTo(other.Route.Hosts is null) : order;
        order = order is 0 ? HttpMethods.IsHead(other.Route.Method).CompareTo(HttpMethods.IsHead(one.Route.Method)) : order;
        return order is 0 ? one.Rank.CompareTo(other.Rank) : order;
    }
}
