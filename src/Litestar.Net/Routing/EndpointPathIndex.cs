using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Routing;

/// <summary>All endpoints that ASP.NET Core's router may match in an application, by their paths. They are made on demand.</summary>
/// <param name="services">The application's container.</param>
internal sealed class EndpointPathIndex(IServiceProvider services)
{
    private Snapshot? _snapshot;

    /// <summary>The current endpoints: they may change while the application runs.</summary>
    public EndpointPath[] Now
    {
        get
        {
            var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
            var snapshot = Volatile.Read(ref _snapshot);
            if (snapshot is null || !ReferenceEquals(snapshot.Endpoints, endpoints))
            {
                var policies = services.GetRequiredService<ParameterPolicyFactory>();
                Volatile.Write(ref _snapshot, snapshot = new(endpoints, [.. endpoints.OfType<RouteEndpoint>().Where(IsMatched).Select(endpoint => new EndpointPath(endpoint, policies))]));
            }

            return snapshot.Paths;
        }
    }

    private static bool IsMatched(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true };

    private sealed record Snapshot(IReadOnlyList<Endpoint> Endpoints, EndpointPath[] Paths);
}
