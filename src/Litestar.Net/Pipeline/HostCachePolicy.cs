using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Litestar.Pipeline;

/// <summary>Keeps a host's output cache, which comes before the guards, from serving and storing a handler's answers. They are cached after the guards.</summary>
/// <param name="known">The endpoint with all that its layers and the host say of it, output caching included.</param>
internal sealed class HostCachePolicy(Endpoint known) : IOutputCachePolicy
{
    /// <summary>The endpoint as it is described.</summary>
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
