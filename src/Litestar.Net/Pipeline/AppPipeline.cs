using System.Collections.Concurrent;
using Litestar.Errors;
using Litestar.RequestBodies;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.Pipeline;

/// <summary>What an app's routes ask of ASP.NET Core's own middleware, put around each at start-up. A route that asks for none pays for none.</summary>
/// <param name="services">The app's container.</param>
/// <param name="errors">Gives a body to what middleware refuses.</param>
internal sealed class AppPipeline(IServiceProvider services, ErrorBoundary errors)
{
    private readonly AppSteps _steps = new(services, errors);

    // What is asked of every route, whatever its layers say.
    private PipelineStep[]? _outerOfAll, _innerOfAll;

    /// <summary>What ASP.NET Core's router would tell of requests to these routes.</summary>
    public RouterTelemetry Signals { get; } = new(services);

    /// <summary>The endpoints that were mapped beside these routes.</summary>
    public EndpointPathIndex Others { get; } = new(services);

    /// <summary>Whether even a request that matches nothing is limited, or must be somebody's.</summary>
    public bool HoldsForAll => RateLimitingStep.For(EndpointMetadataCollection.Empty, _steps) is not null || AuthorizationStep.For(EndpointMetadataCollection.Empty, _steps) is not null;

    /// <summary>What comes before the guards: who asks, how often, from where, and for how long. It reads nothing of the body.</summary>
    /// <param name="route">The route.</param>
    /// <param name="asked">What its layers say.</param>
    /// <param name="next">What comes next.</param>
    /// <exception cref="InvalidOperationException">The services behind an attribute were never added, or it names a policy that is not there.</exception>
    public RequestDelegate Outer(Route route, EndpointMetadataCollection asked, RequestDelegate next)
    {
        var steps = OuterOf(asked);
        route.IsLoggedBehindSteps = steps.Length > 0;
        return Compose(route, BodySize.WithLimit(asked, route.IsLoggedBehindSteps ? Signals.Logged(route, next) : next), steps);
    }

    /// <summary>The steps before the guards, in their order.</summary>
    public PipelineStep[] OuterOf(EndpointMetadataCollection metadata) => metadata.Count is 0 ? _outerOfAll ??= Outer(metadata) : Outer(metadata);

    private PipelineStep[] Outer(EndpointMetadataCollection metadata) => StepsFor(
    [
        // Outermost: a refusal without these headers is none that a script of the other origin could read.
        CorsStep.For(metadata, _steps),
        TimeoutStep.For(metadata, _steps),
        AuthenticationStep.For(_steps),
        AuthorizationStep.For(metadata, _steps),
        // As in a WebApplication, which puts authorization before all that is used: a limit for each user never sees a stranger.
        RateLimitingStep.For(metadata, _steps),
        CompressionStep.For(metadata, _steps),
    ]);

    /// <summary>What comes after the guards: a stranger's body is not read before he is refused, and no cached answer is served to him.</summary>
    /// <param name="route">The route.</param>
    /// <param name="asked">What its layers say.</param>
    /// <param name="next">What comes next.</param>
    /// <exception cref="InvalidOperationException">The services behind an attribute were never added, or it names a policy that is not there.</exception>
    public RequestDelegate Inner(Route route, EndpointMetadataCollection asked, RequestDelegate next) => BodySize.Checked(asked, Compose(route, next, InnerOf(asked)), errors);

    /// <summary>The steps behind the guards, in their order.</summary>
    public PipelineStep[] InnerOf(EndpointMetadataCollection metadata) => metadata.Count is 0 ? _innerOfAll ??= Inner(metadata) : Inner(metadata);

    private PipelineStep[] Inner(EndpointMetadataCollection metadata) => StepsFor(
    [
        AntiforgeryStep.For(metadata, _steps),
        OutputCacheStep.For(metadata, _steps),
    ]);

    /// <summary>What a browser asks before it calls the route from another origin; none where the route says nothing of origins.</summary>
    /// <param name="route">The route that will be called.</param>
    /// <param name="asked">What its layers say.</param>
    public RequestDelegate? Preflight(Route route, EndpointMetadataCollection asked) => CorsStep.ForPreflight(asked, _steps)?.Before(route.Endpoint, static context =>
    {
        // No policy has anything to say: without the headers the browser will not call.
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    /// <summary>Marks a request that matches nothing, so that the cookie handler sends it to no page either, and limits the body of one that an ordinary endpoint answers.</summary>
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

    /// <summary>What comes before authorization for a request that no handler answers: an endpoint that was mapped beside them does, or nothing.</summary>
    public RequestDelegate BeforeAuthorization(RequestDelegate next) => ForEach(endpoint => Compose(endpoint, next, StepsFor(
    [
        CorsStep.For(endpoint.Metadata, _steps),
        TimeoutStep.For(endpoint.Metadata, _steps),
    ])));

    /// <summary>What comes after authorization for such a request.</summary>
    public RequestDelegate AfterAuthorization(RequestDelegate next) => ForEach(endpoint => Compose(endpoint, next, StepsFor(
    [
        RateLimitingStep.For(endpoint.Metadata, _steps),
        CompressionStep.For(endpoint.Metadata, _steps),
        AntiforgeryStep.For(endpoint.Metadata, _steps),
        OutputCacheStep.For(endpoint.Metadata, _steps),
    ])));

    // Ordinary endpoints may come and go while the app runs.
    private static RequestDelegate ForEach(Func<Endpoint, RequestDelegate> compose)
    {
        var composed = new ConcurrentDictionary<Endpoint, RequestDelegate>();

        // Made before the app's own middleware is: of a global limiter both must have the same.
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

    // Where nothing is asked for, nobody need know the endpoint yet.
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
