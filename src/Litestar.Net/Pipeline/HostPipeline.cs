using Litestar.Errors;
using Litestar.Hosting;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Route = Litestar.Routing.Route;

namespace Litestar.Pipeline;

/// <summary>
/// Checks that the host has the middleware that handlers request. Without this check, a missing service would not be
/// noticed.
/// </summary>
/// <param name="services">The host's container.</param>
/// <param name="errors">Answers rejections.</param>
internal sealed class HostPipeline(IServiceProvider services, ErrorBoundary errors)
{
    private readonly AppSteps _steps = new(services, errors);

    // A LitestarApp adds the requested middleware around ordinary endpoints too, before the endpoint runs.
    private readonly bool _isLitestarApp = services.GetService(typeof(AppLifespan)) is not null;

    /// <summary>
    /// Returns the steps before the guards that an endpoint's metadata and the host's services request, in the order of
    /// a <c>WebApplication</c>.
    /// </summary>
    /// <param name="metadata">The metadata of the endpoint, conventions of the host included.</param>
    public IEnumerable<PipelineStep> OuterOf(EndpointMetadataCollection metadata) => new PipelineStep?[]
    {
        CorsStep.For(metadata, _steps),
        TimeoutStep.For(metadata, _steps),
        AuthenticationStep.For(_steps),
        AuthorizationStep.For(metadata, _steps),
        RateLimitingStep.For(metadata, _steps),
        _isLitestarApp ? CompressionStep.For(metadata, _steps) : null,
        _isLitestarApp ? AntiforgeryStep.For(metadata, _steps) : null,
    }.OfType<PipelineStep>();

    /// <summary>Returns the steps after the guards.</summary>
    /// <param name="metadata">The metadata of the endpoint, conventions of the host included.</param>
    public IEnumerable<PipelineStep> InnerOf(EndpointMetadataCollection metadata) => new PipelineStep?[]
    {
        _isLitestarApp ? null : AntiforgeryStep.For(metadata, _steps),
        HasOutputCache ? OutputCacheStep.For(metadata, _steps) : null,
    }.OfType<PipelineStep>();

    private bool HasOutputCache => services.GetService(typeof(IOutputCacheStore)) is not null;

    /// <summary>Checks that the middleware requested by a route's layers is available.</summary>
    /// <exception cref="InvalidOperationException">
    /// The services of an attribute were not added, or it names a policy that does not exist.
    /// </exception>
    public void Require(Route route)
    {
        var endpoint = route.Describe(answersHead: true, []).Build();
        var metadata = endpoint.Metadata;
        PipelineStep?[] asked =
        [
            CorsStep.For(metadata, _steps),
            TimeoutStep.For(metadata, _steps),
            RateLimitingStep.For(metadata, _steps),
            AuthorizationStep.For(metadata, _steps),
            AntiforgeryStep.For(metadata, _steps),
            OutputCacheStep.For(metadata, _steps),
        ];
        foreach (var step in asked)
        {
            step?.Require(endpoint);
        }
    }

    /// <summary>Returns the steps after the guards when the host's conventions are known: antiforgery and output caching.</summary>
    /// <param name="builder">The endpoint. Its output caching is removed from the host's middleware, which runs before the guards.</param>
    /// <param name="next">The next delegate.</param>
    public RequestDelegate Inner(RouteEndpointBuilder builder, RequestDelegate next) =>
        AntiforgeryStep.Behind(builder.Metadata, Cached(builder, next), errors);

    private RequestDelegate Cached(RouteEndpointBuilder builder, RequestDelegate next)
    {
        if (!HasOutputCache || OutputCacheStep.For(new(builder.Metadata), _steps) is not { } step)
        {
            return next;
        }

        var known = EndpointFactory.Build(builder);
        for (var i = builder.Metadata.Count - 1; i >= 0; i--)
        {
            if (step.AppliesTo(builder.Metadata[i]))
            {
                builder.Metadata.RemoveAt(i);
            }
        }

        builder.Metadata.Add(new HostCachePolicy(known));
        var cached = MiddlewareRejections.WithBody(step.Before(known, next), errors);
        return context => context.Features.Get<IOutputCacheFeature>() switch
        {
            // The host does not use an output cache.
            null => next(context),
            { Context.EnableOutputCaching: false } host => Cached(context, host, known, cached),
            // A cache that did not see the endpoint did not apply its policy either.
            _ => cached(context),
        };
    }

    private static async Task Cached(HttpContext context, IOutputCacheFeature host, Endpoint known, RequestDelegate cached)
    {
        var endpoint = context.GetEndpoint();
        context.Features.Set<IOutputCacheFeature>(null);
        context.SetEndpoint(known);
        try
        {
            await cached(context);
        }
        finally
        {
            context.SetEndpoint(endpoint);
            context.Features.Set(host);
        }
    }
}
