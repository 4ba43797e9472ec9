using Litestar.Routing;
using Microsoft.AspNetCore.Routing;
using Route = Litestar.Routing.Route;

namespace Litestar.CommandLine;

/// <summary>A route that nearly matches a path.</summary>
/// <param name="Route">The route.</param>
/// <param name="Why">What keeps it from matching.</param>
internal sealed record NearRoute(Route Route, string Why)
{
    public string Path => $"/{Route.Pattern.RawText?.TrimStart('/')}";
}

/// <summary>Finds the routes that somebody may have meant.</summary>
internal static class NearRoutes
{
    private const int Most = 3;

    // A parameter that takes any text fits, and tells less than a literal that does.
    private const double Anything = 0.01;
    private const double Unlike = 1.5;

    /// <summary>The nearest first; none where nothing is alike.</summary>
    public static IReadOnlyList<NearRoute> Of(string method, string path, IEnumerable<Route> routes, ParameterPolicyFactory policies)
    {
        var segments = path.Trim('/').Split('/');
        var shapes = new RouteShapes(policies);
        return
        [
            .. routes
                .Select(route => (Route: route, Shape: ShapeOf(route, shapes)))
                .Where(one => one.Shape is not null)
                .Select(one => (one.Route, Distance: DistanceOf(one.Shape!, segments, out var why, out var isAlike), Why: why, IsAlike: isAlike))
                .Where(near => near.IsAlike && near.Distance < (segments.Length + 1) / 2.0)
                .OrderBy(near => near.Distance)
                .ThenBy(near => string.Equals(near.Route.Method, method, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .Take(Most)
                .Select(near => new NearRoute(near.Route, near.Why)),
        ];
    }

    private static RouteShape? ShapeOf(Route route, RouteShapes shapes)
    {
        try
        {
            return shapes.Of(route);
        }
        catch (InvalidOperationException)
        {
            // An ordinary endpoint whose constraints only ASP.NET Core's own router can tell.
            return null;
        }
    }

    // Each segment of the path costs nothing where it fits, and up to one where it does not.
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
                why = why is "" ? $"'{string.Join('/', segments[at..])}' is not what '{TextOf(shape, at)}' takes" : why;
                return distance + 0.4;
            }

            var cost = CostOf(segment, text);
            isAlike |= segment.Kind is SegmentKind.Literal && cost < Unlike;
            if (cost > 0)
            {
                distance += cost;
                why = why is not "" || cost is Anything ? why : segment.Kind is SegmentKind.Literal ? $"'{segment.Literal}' is not '{text}'" : $"'{text}' is not what '{TextOf(shape, at)}' takes";
            }

            at++;
        }

        var missing = Math.Max(0, shape.Least - segments.Length);
        var excess = Math.Max(0, segments.Length - shape.Segments.Length);
        if (why is "")
        {
            why = missing > 0 ? $"'{string.Join('/', Enumerable.Range(at, missing).Select(place => TextOf(shape, place)))}' is missing"
                : excess > 0 ? $"'{string.Join('/', segments[^excess..])}' is too much"
                : "a constraint of the whole route says no";
        }

        return distance + (0.6 * missing) + (0.8 * excess);
    }

    private static double CostOf(RouteSegment segment, string text) => segment.Kind switch
    {
        SegmentKind.Literal when text.Equals(segment.Literal, StringComparison.OrdinalIgnoreCase) => 0,
        SegmentKind.Literal => Edits(text.ToLowerInvariant(), segment.Literal!.ToLowerInvariant()) / (double)Math.Max(text.Length, segment.Literal.Length) is var share && share <= 0.5 ? share : Unlike,
        _ when text is "" => 0.6,
        SegmentKind.Constrained when !segment.Accepts(text) => 0.4,
        _ => Anything,
    };

    private static string TextOf(RouteShape shape, int at) => shape.Route.Pattern.RawText!.Trim('/').Split('/') is var texts && at < texts.Length ? texts[at] : "";

    // Levenshtein's distance.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
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
