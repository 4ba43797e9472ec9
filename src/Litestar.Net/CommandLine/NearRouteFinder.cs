using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Routing;
using Route = Litestar.Routing.Route;

namespace Litestar.CommandLine;

/// <summary>A route that nearly matches a path.</summary>
/// <param name="Route">The route.</param>
/// <param name="Why">The reason that it does not match.</param>
/// <param name="Distance">The distance from a match.</param>
/// <param name="IsOther">True if its method is not the requested one.</param>
internal sealed record NearRoute(Route Route, string Why, double Distance, bool IsOther)
{
    public string Path => $"/{Route.Pattern.RawText?.TrimStart('/')}";
}

/// <summary>Finds the routes that a mistyped request may mean.</summary>
internal static class NearRouteFinder
{
    private const int Most = 3;

    // A parameter that takes any text fits, but fits less well than an equal literal.
    private const double Anything = 0.01;
    private const double Unlike = 1.5;

    /// <summary>Returns the nearest routes first; empty if none is similar.</summary>
    public static IReadOnlyList<NearRoute> Of(string method, string path, IEnumerable<Route> routes, ParameterPolicyFactory policies)
    {
        var segments = path.Trim('/').Split('/');
        var shapes = new RouteShapeFactory(policies);
        var found = new List<NearRoute>();
        foreach (var route in routes)
        {
            if (ShapeOf(route, shapes) is { } shape && DistanceOf(shape, segments, out var why, out var isAlike) is var distance && isAlike && distance < (segments.Length + 1) / 2.0)
            {
                // Of two equally near routes, the one with the requested method comes first.
                var isOther = !string.Equals(route.Method, method, StringComparison.OrdinalIgnoreCase);
                var place = found.FindIndex(near => distance < near.Distance || (distance == near.Distance && !isOther && near.IsOther));
                found.Insert(place < 0 ? found.Count : place, new(route, why, distance, isOther));
            }
        }

        return [.. found.Take(Most)];
    }

    private static RouteShape? ShapeOf(Route route, RouteShapeFactory shapes)
    {
        try
        {
            return shapes.Of(route);
        }
        catch (InvalidOperationException)
        {
            // An ordinary endpoint with constraints that only ASP.NET Core's own router can evaluate.
            return null;
        }
    }

    // Each segment of the path costs nothing if it fits, and up to one if not.
    private static double DistanceOf(RouteShape shape, string[] segments, out string why, out bool isAlike)
    {
        var distance = 0.0;
        why = "";
        isAlike = false;
        var at = 0;
        foreach (var (segment, text) in shape.Segments.Zip(segments))
        {
            if (segment.Kind is SegmentKind.CatchAll)
            {
                why = why is "" ? $"'{string.Join('/', segments[at..])}' does not match '{TextOf(shape, at)}'" : why;
                return distance + 0.4;
            }

            var cost = CostOf(segment, text);
            isAlike |= segment.Kind is SegmentKind.Literal && cost < Unlike;
            if (cost > 0)
            {
                distance += cost;
                why = why is not "" || cost is Anything ? why : segment.Kind is SegmentKind.Literal ? $"'{segment.Literal}' is not '{text}'" : $"'{text}' does not match '{TextOf(shape, at)}'";
            }

            at++;
        }

        var missing = Math.Max(0, shape.Least - segments.Length);
        var excess = Math.Max(0, segments.Length - shape.Segments.Length);
        if (why is "")
        {
            why = missing > 0 ? $"'{TextOf(shape, at, missing)}' is missing"
                : excess > 0 ? $"'{string.Join('/', segments[^excess..])}' is too much"
                : "a constraint of the whole route does not match";
        }

        return distance + (0.6 * missing) + (0.8 * excess);
    }

    private static double CostOf(SegmentMatcher segment, string text) => segment.Kind switch
    {
        SegmentKind.Literal when text.Equals(segment.Literal, StringComparison.OrdinalIgnoreCase) => 0,
        SegmentKind.Literal => Edits(text.ToLowerInvariant(), segment.Literal!.ToLowerInvariant()) / (double)Math.Max(text.Length, segment.Literal.Length) is var share && share <= 0.5 ? share : Unlike,
        _ when text is "" => 0.6,
        SegmentKind.Constrained when !segment.Accepts(text) => 0.4,
        _ => Anything,
    };

    private static string TextOf(RouteShape shape, int at, int count = 1) => string.Join('/', shape.Route.Pattern.RawText!.Trim('/').Split('/').Skip(at).Take(count));

    // Levenshtein's distance.
    private static int Edits(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = i;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
