namespace Litestar.Routing;

/// <summary>The names of an app's endpoints, for links. ASP.NET Core fails at every request if two endpoints have the same name.</summary>
internal sealed class RouteNames
{
    private readonly Dictionary<string, Route> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the name of a route; null if the same function already has it at another path, to which links then lead.</summary>
    /// <exception cref="InvalidOperationException">Another function has the name.</exception>
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
