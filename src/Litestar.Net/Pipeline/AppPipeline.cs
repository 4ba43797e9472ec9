using System.Collections.Concurrent;
using Litestar.Errors;
using Litestar.RequestBodies;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.Pipeline;

/// <summary>
/// Adds ASP.NET Core's own middleware around each route at start-up, as its layers request. A route without requests
/// has no cost.
/// </summary>
/// <param name="services">The app's container.</param>
/// <param name="errors">Writes a body for rejections of middleware.</param>
internal sealed class AppPipeline(IServiceProvider services, ErrorBoundary errors)
{
    private readonly AppSteps _steps = new(services, errors);

    // The steps of every route, whatever its layers.
    private PipelineStep[]? _outerOfAll, _innerOfAll;

    /// <summary>The telemetry that ASP.NET Core's router would write for these routes.</summary>
    public RouterTelemetry Signals { get; } = new(services);

    /// <summary>The endpoints that were mapped in addition to these routes.</summary>
    public EndpointPathIndex Others { get; } = new(services);

    /// <summary>True if even a request without a match is rate limited, or needs an authenticated caller.</summary>
    public bool HoldsForAll => RateLimitingStep.For(EndpointMetadataCollection.Empty, _steps) is not null || AuthorizationStep.For(EndpointMetadataCollection.Empty, _steps) is not null;

    /// <summary>
    /// Wraps a delegate in the steps before the guards: CORS, timeout, authentication, authorization, rate limits and
    /// compression. They do not read the body.
    /// </summary>
    /// <param name="route">The route.</param>
    /// <param name="asked">The metadata of its layers.</param>
    /// <param name="next">The next delegate.</param>
    /// <exception cref="InvalidOperationException">
    /// The services of an attribute were not added, or it names a policy that does not exist.
    /// </exception>
    public RequestDelegate Outer(Route route, EndpointMetadataCollection asked, RequestDelegate next)
    {
        var steps = OuterOf(asked);
        route.IsLoggedBehindSteps = steps.Length > 0;
        return Compose(route, BodySize.WithLimit(asked, route.IsLoggedBehindSteps ? Signals.Logged(route, next) : next), steps);
    }

    /// <summary>Returns the steps before the guards, in their order.</summary>
    public PipelineStep[] OuterOf(EndpointMetadataCollection metadata) => metadata.Count is 0 ? _outerOfAll ??= Outer(metadata) : Outer(metadata);

    private PipelineStep[] Outer(EndpointMetadataCollection metadata) => StepsFor(
    [
        // Outermost: without these headers, a script of another origin could not read a rejection.
        CorsStep.For(metadata, _steps),
        TimeoutStep.For(metadata, _steps),
        AuthenticationStep.For(_steps),
        AuthorizationStep.For(metadata, _steps),
        // As in a WebApplication, authorization comes first: a per-user limit never counts an anonymous caller.
        RateLimitingStep.For(metadata, _steps),
        CompressionStep.For(metadata, _steps),
    ]);

    /// <summary>
    /// Wraps a delegate in the steps after the guards: antiforgery and output caching. So the body of a rejected caller is
    /// not read, and no stored response is sent to it.
    /// </summary>
    /// <param name="route">The route.</param>
    /// <param name="asked">The metadata of its layers.</param>
    /// <param name="next">The next delegate.</param>
    /// <exception cref="InvalidOperationException">
    /// The services of an attribute were not added, or it names a policy that does not exist.
    /// </exception>
    public RequestDelegate Inner(Route route, EndpointMetadataCollection asked, RequestDelegate next) => BodySize.Checked(asked, Compose(route, next, InnerOf(asked)), errors);

    /// <summary>Returns the steps after the guards, in their order.</summary>
    public PipelineStep[] InnerOf(EndpointMetadataCollection metadata) => metadata.Count is 0 ? _innerOfAll ??= Inner(metadata) : Inner(metadata);

    private PipelineStep[] Inner(EndpointMetadataCollection metadata) => StepsFor(
    [
        AntiforgeryStep.For(metadata, _steps),
        OutputCacheStep.For(metadata, _steps),
    ]);

    /// <summary>Returns the CORS preflight of a route; null if the route has no CORS policy.</summary>
    /// <param name="route">The route that the browser will call.</param>
    /// <param name="asked">The metadata of its layers.</param>
    public RequestDelegate? Preflight(Route route, EndpointMetadataCollection asked) => CorsStep.ForPreflight(asked, _steps)?.Before(route.Endpoint, static context =>
    {
        // No policy applies: without the headers the browser does not call the route.
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    /// <summary>
    /// Marks a request without a match, so that the cookie handler does not redirect it, and limits the body of one
    /// that an ordinary endpoint answers.
    /// </summary>
    public static RequestDelegate Prepare(RequestDelegate next) => context =>
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            context.SetEndpoint(PipelineStep.Unmatched);
        }
        else if (endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { MaxRequestBodySize: { } limit })
        {
            BodySize.Limit(context, limit);
        }

        return next(context);
    };

    /// <summary>
    /// Returns the steps before authorization for a request that no handler matches: an ordinary endpoint answers it,
    /// or nothing does.
    /// </summary>
    public RequestDelegate BeforeAuthorization(RequestDelegate next) => ForEach(endpoint => Compose(endpoint, next, StepsFor(
    [
        CorsStep.For(endpoint.Metadata, _steps),
        TimeoutStep.For(endpoint.Metadata, _steps),
    ])));

    /// <summary>Returns the steps after authorization for such a request.</summary>
    public RequestDelegate AfterAuthorization(RequestDelegate next) => ForEach(endpoint => Compose(endpoint, next, StepsFor(
    [
        RateLimitingStep.For(endpoint.Metadata, _steps),
        CompressionStep.For(endpoint.Metadata, _steps),
        AntiforgeryStep.For(endpoint.Metadata, _steps),
        OutputCacheStep.For(endpoint.Metadata, _steps),
    ])));

    // Ordinary endpoints may change while the app runs.
    private static RequestDelegate ForEach(Func<Endpoint, RequestDelegate> compose)
    {
        var composed = new ConcurrentDictionary<Endpoint, RequestDelegate>();

        // Created before the app's own middleware: both must share a global limiter.
        composed.GetOrAdd(PipelineStep.Unmatched, compose);
        return context => composed.GetOrAdd(PipelineStep.Of(context), compose)(context);
    }

    private static PipelineStep[] StepsFor(ReadOnlySpan<PipelineStep?> steps)
    {
        var asked = new List<PipelineStep>(0);
        foreach (var step in steps)
        {
            if (step is not null)
            {
                asked.Add(step);
            }
        }

        return [.. asked];
    }

    // Without steps, the endpoint need not be created yet.
    private RequestDelegate Compose(Route route, RequestDelegate next, PipelineStep[] steps) => steps.Length is 0 ? next : Compose(route.Endpoint, next, steps);

    private RequestDelegate Compose(Endpoint endpoint, RequestDelegate next, PipelineStep[] steps)
    {
        var (pipeline, refuses) = (next, false);
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            pipeline = steps[i].Before(endpoint, pipeline);
            refuses |= steps[i].Rejects;
        }

        return refuses ? MiddlewareRejections.WithBody(pipeline, errors) : pipeline;
    }
}
