using Litestar.Errors;
using Litestar.Hosting;
using Litestar.RequestBodies;
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

    /// <summary>The parts in the order of the host: its router limits the body first, and its middleware comes before the endpoint.</summary>
    public PipelinePart[] Parts
    {
        get
        {
            var (limit, middleware, own) = (new List<PipelinePart>(), new List<PipelinePart>(), new List<PipelinePart>());
            foreach (var part in PipelineOrder.All)
            {
                (part == PipelineOrder.BodySize ? limit : IsOfMiddleware(part) ? middleware : own).Add(part);
            }

            return [.. limit, .. middleware, .. own];
        }
    }

    // Those of antiforgery and of the output cache come after the guards.
    private bool IsOfMiddleware(PipelinePart part) => part.Step is not null && part != PipelineOrder.OutputCache && (_isLitestarApp || part != PipelineOrder.Antiforgery);

    /// <summary>Returns the step of a part for an endpoint, or null if nothing requests it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="metadata">The metadata of the endpoint, conventions of the host included.</param>
    public PipelineStep? StepOf(PipelinePart part, EndpointMetadataCollection metadata) =>
        part == PipelineOrder.OutputCache && !HasOutputCache ? null : part.Step?.Invoke(metadata, _steps);

    private bool HasOutputCache => services.GetService(typeof(IOutputCacheStore)) is not null;

    /// <summary>Checks that the middleware requested by a route's layers is available.</summary>
    /// <exception cref="InvalidOperationException">
    /// The services of an attribute were not added, or it names a policy that does not exist.
    /// </exception>
    public void Require(Route route)
    {
        var endpoint = route.Describe(answersHead: true, []).Build();
        foreach (var part in PipelineOrder.All)
        {
            part.Step?.Invoke(endpoint.Metadata, _steps)?.Require(endpoint);
        }
    }

    /// <summary>Finds the steps of a route when the host's conventions are known.</summary>
    /// <param name="route">The route.</param>
    /// <param name="builder">Its endpoint.</param>
    public RouteSteps StepsOf(Route route, RouteEndpointBuilder builder) => new(route.ToFullString(), new(builder.Metadata), services, !_isLitestarApp);

    /// <summary>Puts the parts of the pipeline that are not the host's around the innermost delegate of a route, in the order of <see cref="PipelineOrder"/>.</summary>
    /// <param name="builder">The endpoint. Its output caching is removed from the host's middleware, which runs before the guards.</param>
    /// <param name="layers">Its middleware and guards.</param>
    /// <param name="own">Its own steps.</param>
    /// <param name="next">The delegate after all parts.</param>
    public RequestDelegate Around(RouteEndpointBuilder builder, RoutePipelineBuilder layers, RouteSteps own, RequestDelegate next)
    {
        for (var i = PipelineOrder.All.Length - 1; i >= 0; i--)
        {
            var part = PipelineOrder.All[i];
            next = part == PipelineOrder.OutputCache ? Cached(builder, next)
                : part == PipelineOrder.Antiforgery ? AntiforgeryStep.Behind(builder.Metadata, next, errors)
                : part == PipelineOrder.BodySize ? BodySize.Limited(builder.Metadata, next)
                : layers.Around(part, own, next);
        }

        return next;
    }

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
