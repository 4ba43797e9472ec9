namespace Litestar.Routing;

/// <summary>The names of an app's endpoints, by which links are made. ASP.NET Core fails at every request where one stands for two endpoints.</summary>
internal sealed class RouteNames
{
    private readonly Dictionary<string, Route> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a route; none where the same function bears it at another path already, to which links then lead.</summary>
    /// <exception cref="InvalidOperationException">Another function bears the name.</exception>
    public string? Claim(string? name, Route route)
    {
        if (name is null || _taken.TryAdd(name, route))
        {
            return name;
        }

        return _taken[name].Origin == route.Origin
            ? null
            : throw new InvalidOperationException($"{_taken[name].ToFullString()} and {route.ToFullString()} are both named '{name}'. Give one of them another name.");
    }
}
