namespace Litestar.Routing.Matching;

/// <summary>The result for a method and a path: a route, or the methods of this path, or neither (404).</summary>
internal readonly struct RouteMatch
{
    public RouteMatch(Route route) => Route = route;

    public RouteMatch(string allow) => Allow = allow;

    public Route? Route { get; }

    /// <summary>The value of an <c>Allow</c> header, such as <c>GET, HEAD, OPTIONS</c>, for a 405 or the response to OPTIONS.</summary>
    public string? Allow { get; }
}
