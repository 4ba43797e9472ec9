using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>Wraps an app's global limiter, so that it counts a request once even if several middleware call it.</summary>
/// <param name="inner">The limiter.</param>
internal sealed class OncePerRequestLimiter(PartitionedRateLimiter<HttpContext> inner) : PartitionedRateLimiter<HttpContext>
{
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => inner.GetStatistics(resource);

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) =>
        resource.Features.Get<Counted>() is null ? Note(resource, inner.AttemptAcquire(resource, permitCount)) : Granted.Instance;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        resource.Features.Get<Counted>() is null ? Note(resource, await inner.AcquireAsync(resource, permitCount, cancellationToken)) : Granted.Instance;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
    }

    protected override ValueTask DisposeAsyncCore() => inner.DisposeAsync();

    private static RateLimitLease Note(HttpContext context, RateLimitLease lease)
    {
        if (lease.IsAcquired)
        {
            context.Features.Set(Counted.Instance);
        }

        return lease;
    }

    private sealed class Counted
    {
        public static Counted Instance { get; } = new();
    }

    private sealed class Granted : RateLimitLease
    {
        public static Granted Instance { get; } = new();

        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
