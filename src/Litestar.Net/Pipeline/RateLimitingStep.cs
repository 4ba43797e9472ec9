using System.Globalization;
using System.Threading.RateLimiting;
using Litestar.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Pipeline;

/// <summary>Limits the rate of requests: <c>[EnableRateLimiting]</c>, <c>[DisableRateLimiting]</c>, and the app's global limiter.</summary>
internal sealed class RateLimitingStep(AppSteps steps) : PipelineStep(steps)
{
    public static RateLimitingStep? For(EndpointMetadataCollection metadata, AppSteps steps)
    {
        if (metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            return null;
        }

        object? ofAll = steps.Services.GetService<IOptions<RateLimiterOptions>>()?.Value.GlobalLimiter;
        if (ofAll is PartitionedRateLimiter<HttpContext>)
        {
            return steps.The(static steps => new RateLimitingStep(steps));
        }

        foreach (var item in metadata)
        {
            if (item is EnableRateLimitingAttribute)
            {
                return steps.The(static steps => new RateLimitingStep(steps));
            }
        }

        return null;
    }

    public override bool Rejects => true;

    public override bool AppliesTo(object metadata) => metadata is EnableRateLimitingAttribute;

    protected override string Attribute => "EnableRateLimiting";

    protected override string Remedy => "builder.Services.AddRateLimiter(…)";

    public override Rejection RejectionOf(HttpContext context) => Rejection.TooMany(context.Response.StatusCode);

    // The middleware reads the function when it is created, and only it receives the lease.
    protected override void Use(IApplicationBuilder pipeline)
    {
        var options = Options<RateLimiterOptions>();
        options.GlobalLimiter = options.GlobalLimiter is { } ofAll and not OncePerRequestLimiter ? new OncePerRequestLimiter(ofAll) : options.GlobalLimiter;
        var theirs = options.OnRejected;
        options.OnRejected = (rejected, cancelled) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return theirs?.Invoke(rejected, cancelled) ?? default;
        };
        pipeline.UseRateLimiter();
    }

    public override RequestDelegate Before(Endpoint endpoint, RequestDelegate next) => AppliedPolicy<RateLimitingStep>.Skip(base.Before(endpoint, next), next);

    // A built instance counts requests.
    protected override void Try(IApplicationBuilder pipeline) => pipeline.UseRateLimiter();

    // The host may have passed it other options.
    protected override void CheckOfHost(Endpoint endpoint)
    {
    }

    protected override void Check(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } name && !Holds(Options<RateLimiterOptions>(), name))
        {
            throw Unknown(endpoint, Attribute, "rate limiter policy", name, $"builder.Services.AddRateLimiter(options => options.AddFixedWindowLimiter(\"{name}\", …)) for instance");
        }
    }

    // The options do not list their policies, and reject a second one with the same name. If the name is new, the app does not start.
    private static bool Holds(RateLimiterOptions options, string name)
    {
        try
        {
            options.AddPolicy(name, static _ => RateLimitPartition.GetNoLimiter(""));
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
