namespace Litestar.Routing.Matching;

/// <summary>What the table says of a method and a path: a route, or the methods this path does allow, or neither (404).</summary>
internal readonly struct RouteMatch
{
    public RouteMatch(Route route) => Route = route;

    public RouteMatch(string allow) => Allow = allow;

    public Route? Route { get; }

    /// <summary>The value of an <c>Allow</c> header, such as <c>GET, HEAD, OPTIONS</c>: 405, or the answer to OPTIONS.</summary>
    public string? Allow { get; }
}
