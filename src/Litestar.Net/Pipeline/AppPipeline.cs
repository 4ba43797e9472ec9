using System.Collections.Concurrent;
using Litestar.Errors;
using Litestar.RequestBodies;
using Litestar.Routing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

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
    private PipelineStep?[]? _stepsOfAll;

    /// <summary>The telemetry that ASP.NET Core's router would write for these routes.</summary>
    public RouterTelemetry Signals { get; } = new(services);

    /// <summary>The endpoints that were mapped in addition to these routes.</summary>
    public EndpointPathIndex Others { get; } = new(services);

    /// <summary>True if even a request without a match is rate limited, or needs an authenticated caller.</summary>
    public bool HoldsForAll => RateLimitingStep.For(EndpointMetadataCollection.Empty, _steps) is not null || AuthorizationStep.For(EndpointMetadataCollection.Empty, _steps) is not null;

    /// <summary>Puts the parts of the pipeline around the innermost delegate of a route, in the order of <see cref="PipelineOrder"/>.</summary>
    /// <param name="route">The route.</param>
    /// <param name="metadata">The metadata of its layers.</param>
    /// <param name="layers">Its middleware and guards.</param>
    /// <param name="own">Its own steps.</param>
    /// <param name="next">The delegate after all parts.</param>
    /// <exception cref="InvalidOperationException">The services of an attribute were not added, or it names a policy that does not exist.</exception>
    public RequestDelegate Around(Route route, EndpointMetadataCollection metadata, RoutePipelineBuilder layers, RouteSteps own, RequestDelegate next)
    {
        var (steps, rejects) = (StepsOf(metadata), false);
        route.IsLoggedBehindSteps = HasAny(steps.AsSpan(0, PipelineOrder.BeforeLayers.Length));
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var part = PipelineOrder.All[i];
            if (part == PipelineOrder.Guards)
            {
                next = layers.WithGuards(BodySize.Checked(metadata, WithBody(next, rejects), errors));
                rejects = false;
            }
            else if (part == PipelineOrder.BodySize)
            {
                next = BodySize.WithLimit(metadata, route.IsLoggedBehindSteps ? Signals.Logged(route, next) : next);
            }
            else if (steps[i] is { } step)
            {
                next = step.Before(route.Endpoint, next);
                rejects |= step.Rejects;
            }
            else
            {
                next = layers.Around(part, own, next);
            }
        }

        return WithBody(next, rejects);
    }

    /// <summary>Returns the step of a part for an endpoint, or null if nothing requests it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="metadata">The metadata of the endpoint.</param>
    public PipelineStep? StepOf(PipelinePart part, EndpointMetadataCollection metadata) => part.Step?.Invoke(metadata, _steps);

    // One for each part. Most routes have no metadata, and share the steps that the services request for every route.
    private PipelineStep?[] StepsOf(EndpointMetadataCollection metadata)
    {
        if (metadata.Count is 0 && _stepsOfAll is not null)
        {
            return _stepsOfAll;
        }

        var steps = new PipelineStep?[PipelineOrder.All.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = StepOf(PipelineOrder.All[i], metadata);
        }

        return metadata.Count is 0 ? _stepsOfAll = steps : steps;
    }

    private static bool HasAny(ReadOnlySpan<PipelineStep?> steps)
    {
        foreach (var step in steps)
        {
            if (step is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the CORS preflight of a route; null if the route has no CORS policy.</summary>
    /// <param name="route">The route that the browser will call.</param>
    /// <param name="asked">The metadata of its layers.</param>
    public RequestDelegate? Preflight(Route route, EndpointMetadataCollection asked) => CorsStep.ForPreflight(asked, _steps)?.Before(route.Endpoint, static context =>
    {
        // No policy applies: without the headers the browser does not call the route.
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    /// <summary>Adds the middleware that ordinary endpoints need. Each handler's pipeline has its own.</summary>
    /// <remarks>Added here, ASP.NET Core does not add authentication and authorization around everything by itself.</remarks>
    /// <param name="app">The app, after its own matching.</param>
    public void UseForOthers(IApplicationBuilder app)
    {
        if (services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            app.UseAuthentication();
        }

        app.Use(Prepare);
        app.Use(BeforeAuthorization);
        // Creating one creates the app's authorization handlers, which may be scoped to a request.
        if (services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IAuthorizationHandlerProvider)))
        {
            app.UseAuthorization();
        }

        app.Use(AfterAuthorization);
    }

    /// <summary>
    /// Marks a request without a match, so that the cookie handler does not redirect it, and limits the body of one
    /// that an ordinary endpoint answers.
    /// </summary>
    private static RequestDelegate Prepare(RequestDelegate next) => context =>
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
    private RequestDelegate BeforeAuthorization(RequestDelegate next) => ForEach(endpoint => Compose(endpoint, next, PipelineOrder.BeforeAuthorization));

    /// <summary>Returns the steps after authorization for such a request.</summary>
    private RequestDelegate AfterAuthorization(RequestDelegate next) => ForEach(endpoint => Compose(endpoint, next, PipelineOrder.AfterAuthorization));

    // Ordinary endpoints may change while the app runs.
    private static RequestDelegate ForEach(Func<Endpoint, RequestDelegate> compose)
    {
        var composed = new ConcurrentDictionary<Endpoint, RequestDelegate>();

        // Created before the app's own middleware: both must share a global limiter.
        composed.GetOrAdd(PipelineStep.Unmatched, compose);
        return context => composed.GetOrAdd(PipelineStep.Of(context), compose)(context);
    }

    private RequestDelegate Compose(Endpoint endpoint, RequestDelegate next, ReadOnlySpan<PipelinePart> parts)
    {
        // A handler that MapLitestar has mapped has its own steps around it.
        var own = endpoint.Metadata.GetMetadata<Route>() is null ? new RouteSteps(PipelineStep.NameOf(endpoint), endpoint.Metadata, services, isOfHost: false) : null;
        var rejects = false;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (StepOf(parts[i], endpoint.Metadata) is { } step)
            {
                next = step.Before(endpoint, next);
                rejects |= step.Rejects;
            }
            else if (parts[i].RouteSteps is { } place && own is not null)
            {
                next = own.Around(place, next);
            }
        }

        return WithBody(next, rejects);
    }

    private RequestDelegate WithBody(RequestDelegate pipeline, bool rejects) => rejects ? MiddlewareRejections.WithBody(pipeline, errors) : pipeline;
}
