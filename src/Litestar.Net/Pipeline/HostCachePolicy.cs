using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Litestar.Pipeline;

/// <summary>
/// Stops a host's output cache, which runs before the guards, from serving and storing a handler's responses. They are
/// cached after the guards.
/// </summary>
/// <param name="known">The endpoint with all its metadata of layers and host, output caching included.</param>
internal sealed class HostCachePolicy(Endpoint known) : IOutputCachePolicy
{
    /// <summary>Returns the endpoint for descriptions.</summary>
    public static Endpoint Known(Endpoint endpoint)
    {
        foreach (var item in endpoint.Metadata)
        {
            if (item is HostCachePolicy policy)
            {
                return policy.Endpoint;
            }
        }

        return endpoint;
    }

    private Endpoint Endpoint => known;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        return default;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => default;
}
