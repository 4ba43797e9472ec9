namespace Litestar.Routing.Matching;

/// <summary>
/// A route with its segments and constraints resolved, at start-up. Routes with equal shapes match the same requests,
/// except for their host names.
/// </summary>
/// <param name="route">The route.</param>
/// <param name="segments">Its segments.</param>
/// <param name="least">The minimum number of segments in a path.</param>
/// <param name="conditions">The constraints on all values together.</param>
internal sealed class RouteShape(Route route, SegmentMatcher[] segments, int least, RouteValueConstraint[] conditions) : IEquatable<RouteShape>
{
    public Route Route => route;

    public SegmentMatcher[] Segments => segments;

    public int Least => least;

    public RouteValueConstraint[] Conditions => conditions;

    /// <summary>Its rank among the routes: first in the order of registration, then the best first.</summary>
    public int Rank { get; set; }

    /// <summary>The bits of its methods.</summary>
    public ulong Methods { get; set; }

    /// <summary>The next route with the same method and path, but with other host names.</summary>
    public RouteShape? Twin { get; set; }

    /// <summary>True if there are such routes.</summary>
    public bool HasTwins { get; set; }

    public bool IsLiteral => conditions.Length == 0 && !HasTwins && Array.TrueForAll(segments, static segment => segment.Kind == SegmentKind.Literal);

    /// <summary>The path of an all-literal route, without a trailing slash.</summary>
    public string LiteralPath => string.Concat(Array.ConvertAll(segments, static segment => $"/{segment.Literal}"));

    /// <summary>Returns true if a request may match both of two equal shapes, and no rule orders them.</summary>
    public bool IsSameAs(RouteShape other) => (route.Hosts, other.Route.Hosts) switch
    {
        (null, null) => true,
        ({ } one, { } another) => one.Overlaps(another),
        // As in ASP.NET Core, the one with a host name comes first.
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
