using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing.Matching;

/// <summary>
/// The host names of a route: <c>[Host("a.example", "*.b.example:8080")]</c>, read like ASP.NET Core's router reads
/// them.
/// </summary>
/// <param name="hosts">The names, each with a port or without.</param>
internal sealed class HostCondition(IReadOnlyList<string> hosts) : IRouteConstraint
{
    private readonly Host[] _hosts = [.. hosts.Select(Parse)];

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        if (httpContext?.Request is not { } request)
        {
            return true;
        }

        var (name, port) = (request.Host.Host, request.Host.Port ?? (request.IsHttps ? 443 : 80));
        return Array.Exists(_hosts, host => (host.Port is null || host.Port == port) && IsName(host.Name, name));
    }

    /// <summary>Returns the condition; null for all names.</summary>
    /// <param name="metadata">The metadata of a route's layers.</param>
    public static HostCondition? Of(EndpointMetadataCollection metadata) => metadata.GetMetadata<IHostMetadata>() is { Hosts: { Count: > 0 } hosts } ? new(hosts) : null;

    /// <summary>Returns true if one host name can match both.</summary>
    public bool Overlaps(HostCondition other)
    {
        foreach (var (name, port) in _hosts)
        {
            foreach (var (another, anotherPort) in other._hosts)
            {
                if ((port is null || anotherPort is null || port == anotherPort) && (MayBe(name, another) || MayBe(another, name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A name below a pattern, also another pattern.
    private static bool MayBe(string pattern, string name) => name is "*" || IsName(pattern, name);

    private static bool IsName(string pattern, string name) => pattern switch
    {
        "*" => true,
        ['*', '.', ..] => name.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase),
        _ => string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase),
    };

    private static Host Parse(string host) => host.Split(':') switch
    {
        [{ Length: > 0 } name] => new(name, null),
        [{ Length: > 0 } name, "*"] => new(name, null),
        [{ Length: > 0 } name, var port] when int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new(name, number),
        _ => throw new InvalidOperationException($"'{host}' is not a host name. Write a name, such as \"a.example\" or \"*.a.example\", with or without a port after a colon."),
    };

    private sealed record Host(string Name, int? Port);
}
