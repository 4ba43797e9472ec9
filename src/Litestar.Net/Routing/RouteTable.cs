using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing;

/// <summary>
/// All routes of an app, compiled once at start-up. It picks the route that ASP.NET Core's endpoint routing would
/// pick, without allocating for literal and plain parameter routes.
/// </summary>
internal sealed class RouteTable
{
    private readonly MethodSet _methods;
    private readonly RouteNode _root;
    private readonly LiteralPaths _literals;

    /// <exception cref="InvalidOperationException">
    /// Two routes answer the same requests, or a constraint cannot be resolved.
    /// </exception>
    public RouteTable(IReadOnlyList<Route> routes, ParameterPolicyFactory constraints)
    {
        var shapes = routes.Select(route => RouteShape.Of(route, constraints)).ToArray();
        RefuseDuplicates(shapes);
        _methods = new MethodSet(routes.Select(route => route.Method));
        var ranked = Rank(shapes);
        _root = RouteNode.Root(ranked);
        _literals = new LiteralPaths(ranked
            .Where(route => route.Shape.IsLiteral)
            .GroupBy(route => route.Shape.LiteralPath, route => route.Leaf, StringComparer.OrdinalIgnoreCase)
            .Select(group => KeyValuePair.Create(group.Key, group.ToArray())));
    }

    /// <summary>Finds the route for a request.</summary>
    /// <param name="method">The request's verb, in any case.</param>
    /// <param name="path">The request's path, decoded as <see cref="HttpRequest.Path"/> is.</param>
    /// <param name="context">Handed to custom constraints only.</param>
    public RouteMatch Match(string method, string path, HttpContext? context = null)
    {
        var bit = _methods.Bit(method);
        // No pattern precedes one that is all literal, so the tree need not be asked.
        if (Literal(path, bit) is { } literal)
        {
            return new RouteMatch(literal);
        }
        var walk = new RouteWalk(path, context, bit);
        if (walk.Find(_root) is { } leaf)
        {
            return new RouteMatch(leaf.Route);
        }
        // Where nothing is found, everything that leads there was seen.
        var methods = walk.IsUnsure ? walk.Methods(_root) : walk.PassedBy;
        return methods == 0 ? default : new RouteMatch(_methods.Allow(methods));
    }

    private Route? Literal(ReadOnlySpan<char> path, ulong method)
    {
        if (path is [.., '/'])
        {
            path = path[..^1];
        }
        if (_literals.TryGetValue(path, out var leaves))
        {
            foreach (var leaf in leaves)
            {
                if ((leaf.Methods & method) != 0)
                {
                    return leaf.Route;
                }
            }
        }
        return null;
    }

    // Equal precedence: a route that declares HEAD answers it before a GET route does, else the first registered wins.
    private (RouteShape Shape, RouteLeaf Leaf)[] Rank(RouteShape[] shapes) =>
        [.. shapes
            .OrderBy(shape => shape.Route.Pattern.InboundPrecedence)
            .ThenBy(shape => HttpMethods.IsHead(shape.Route.Method) ? 0 : 1)
            .Select((shape, rank) =>
                (shape, new RouteLeaf(shape.Route, _methods.AnsweredBy(shape.Route.Method), rank, [], shape.Conditions)))];

    private static void RefuseDuplicates(RouteShape[] shapes)
    {
        var seen = new Dictionary<string, Route>(StringComparer.Ordinal);
        foreach (var shape in shapes)
        {
            if (!seen.TryAdd(shape.Key, shape.Route))
            {
                throw new InvalidOperationException(
                    $"{seen[shape.Key].ToFullString()} and {shape.Route.ToFullString()} answer the same requests. "
                    + "Change the path or the verb of one of them, or remove it.");
            }
        }
    }
}
