namespace Litestar.Routing.Matching;

/// <summary>A route with its segments and constraints resolved, at start-up. Equal to that of a route which no request could tell apart, but for its host name.</summary>
/// <param name="route">The route.</param>
/// <param name="segments">Its segments.</param>
/// <param name="least">How many of them a path has at least.</param>
/// <param name="conditions">What is asked with all values.</param>
internal sealed class RouteShape(Route route, SegmentMatcher[] segments, int least, RouteValueConstraint[] conditions) : IEquatable<RouteShape>
{
    public Route Route => route;

    public SegmentMatcher[] Segments => segments;

    public int Least => least;

    public RouteValueConstraint[] Conditions => conditions;

    /// <summary>Its place among the routes: first as they were registered, then the best first.</summary>
    public int Rank { get; set; }

    /// <summary>The bits of the methods it answers.</summary>
    public ulong Methods { get; set; }

    /// <summary>The next route of the same method and path, which other host names tell apart.</summary>
    public RouteShape? Twin { get; set; }

    /// <summary>Whether there are such routes.</summary>
    public bool HasTwins { get; set; }

    public bool IsLiteral => conditions.Length == 0 && !HasTwins && Array.TrueForAll(segments, static segment => segment.Kind == SegmentKind.Literal);

    /// <summary>The path of an all-literal route, without a trailing slash.</summary>
    public string LiteralPath => string.Concat(Array.ConvertAll(segments, static segment => $"/{segment.Literal}"));

    /// <summary>Returns whether a request may be for both of two equal shapes, and nothing says which comes first.</summary>
    public bool IsSameAs(RouteShape other) => (route.Hosts, other.Route.Hosts) switch
    {
        (null, null) => true,
        ({ } one, { } another) => one.Overlaps(another),
        // As in ASP.NET Core, the one with a name comes first.
        _ => false,
    };

    public bool Equals(RouteShape? other) => other is not null
        && string.Equals(route.Method, other.Route.Method, StringComparison.OrdinalIgnoreCase)
        && segments.AsSpan().SequenceEqual(other.Segments);

    public override bool Equals(object? obj) => Equals(obj as RouteShape);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(route.Method, StringComparer.OrdinalIgnoreCase);
        foreach (var segment in segments)
        {
            hash.Add(segment);
        }

        return hash.ToHashCode();
    }
}
