using Litestar.Errors;
using Litestar.Routing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Pipeline;

/// <summary>
/// Sets the handler's endpoint for ASP.NET Core's middleware that an app uses, as <c>UseRouting</c> would, so that it
/// applies the handler's attributes.
/// </summary>
/// <remarks>
/// In a <see cref="LitestarApp"/>, matching comes after all middleware of the app. Other middleware sees no endpoint,
/// and may still change the path.
/// </remarks>
/// <param name="routes">The app's routes.</param>
/// <param name="services">The app's container.</param>
/// <param name="outer">The instance of the app, or of the branch, around a branch; null for the app itself.</param>
/// <param name="around">The builder of <paramref name="outer"/>.</param>
internal sealed class RouteAwareMiddleware(AppRoutes routes, IServiceProvider services, RouteAwareMiddleware? outer = null, IApplicationBuilder? around = null)
{
    private bool _authenticates, _authorizes, _isNoted;

    private bool IsBranch => outer is not null;

    private bool Authenticates => _authenticates || outer is { Authenticates: true };

    private bool Authorizes => _authorizes || outer is { Authorizes: true };

    /// <summary>Returns an instance for a branch: <c>UseWhen</c>, <c>MapWhen</c>, <c>Map</c>.</summary>
    /// <param name="app">The app, or the branch, that contains it.</param>
    public RouteAwareMiddleware Branch(IApplicationBuilder app) => new(routes, services, this, app);

    /// <summary>Adds middleware to the app, with its requirements.</summary>
    /// <param name="app">The app.</param>
    /// <param name="middleware">The middleware.</param>
    public void Add(IApplicationBuilder app, Func<RequestDelegate, RequestDelegate> middleware)
    {
        switch (MiddlewareName.Of(middleware))
        {
            case "Microsoft.AspNetCore.Authentication.AuthenticationMiddleware":
                _authenticates = true;
                app.Use(middleware);
                break;
            case "Microsoft.AspNetCore.Authorization.AuthorizationMiddlewareInternal":
                NotePath();
                Authenticate(app);
                _authorizes = true;
                app.Use(next => Around(middleware, next, Rejection.Denied, isOfRoutes: true));
                break;
            case "Microsoft.AspNetCore.RateLimiting.RateLimitingMiddleware":
                NotePath();
                // As in a WebApplication, authentication and authorization come before, unless the app adds them itself.
                Authenticate(app);
                AuthorizeBefore(app);
                app.Use(next => Unlimited(Around(limited => middleware(AppliedPolicy<RateLimitingStep>.Note(limited)), next, Rejection.TooMany), next));
                break;
            case "Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutsMiddleware":
                // A handler has its own.
                NotePath();
                app.Use(next => Unless(middleware, next, context => RouteOf(context) is not null));
                break;
            case "Microsoft.AspNetCore.OutputCaching.OutputCacheMiddleware":
                // Every endpoint has its own, which runs after authorization and guards. The two would share stored responses.
                NotePath();
                app.Use(next => Unless(middleware, next, context => context.GetEndpoint() is not null || RouteOf(context) is not null || routes.HasOthersAt(context)));
                break;
            case "Microsoft.AspNetCore.Cors.Infrastructure.CorsMiddleware":
                NotePath();
                app.Use(next => Around(crossed => middleware(AppliedPolicy<CorsStep>.Note(crossed)), next, foresees: true));
                break;
            case "Microsoft.AspNetCore.HttpLogging.HttpLoggingMiddleware":
                NotePath();
                app.Use(next => Around(middleware, next, foresees: true));
                break;
            default:
                app.Use(middleware);
                break;
        }
    }

    // A branch of Map removes a part of the path. It reaches no handler, and the rest may equal another route's path.
    private void NotePath()
    {
        if (outer is null || _isNoted)
        {
            return;
        }

        _isNoted = true;
        if (outer.IsBranch)
        {
            outer.NotePath();
            return;
        }

        around!.Use(next => context =>
        {
            context.Features.Set(new Branched(context.Request.PathBase));
            return next(context);
        });
    }

    private void Authenticate(IApplicationBuilder app)
    {
        if (!Authenticates && services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            _authenticates = true;
            app.UseAuthentication();
        }
    }

    private void AuthorizeBefore(IApplicationBuilder app)
    {
        if (!Authorizes && services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IAuthorizationHandlerProvider)))
        {
            // Middleware that the app adds later is known when this middleware is created.
            app.Use(next => Authorizes ? next : Around(Authorization, next, Rejection.Denied, isOfRoutes: true));
        }
    }

    private RequestDelegate Authorization(RequestDelegate next)
    {
        var pipeline = new ApplicationBuilder(services);
        pipeline.UseAuthorization().Run(next);
        return pipeline.Build();
    }

    // The limits of ordinary endpoints have their own step, which cannot undo a count made here.
    private RequestDelegate Unlimited(RequestDelegate limited, RequestDelegate next) =>
        context => RouteOf(context) is not null || OtherAt(context)?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null ? limited(context) : next(context);

    private static RequestDelegate Unless(Func<RequestDelegate, RequestDelegate> middleware, RequestDelegate next, Func<HttpContext, bool> isOtherwise)
    {
        var around = middleware(next);
        return context => isOtherwise(context) ? next(context) : around(context);
    }

    /// <param name="middleware">The middleware.</param>
    /// <param name="next">The delegate after it, which sees no endpoint.</param>
    /// <param name="rejection">The rejection for a status that it sets; null if it rejects nothing.</param>
    /// <param name="isOfRoutes">True if requests that no handler matches skip it: a later step does the same for them.</param>
    /// <param name="foresees">True if it also sees ordinary endpoints, for which no later step does the same.</param>
    private RequestDelegate Around(Func<RequestDelegate, RequestDelegate> middleware, RequestDelegate next, Func<int, Rejection>? rejection = null, bool isOfRoutes = false, bool foresees = false)
    {
        var around = middleware(context =>
        {
            if (context.Features.Get<TemporaryEndpoint>() is { IsPassed: false } known)
            {
                known.IsPassed = true;
                context.SetEndpoint(null);
            }

            return next(context);
        });
        return context => RouteOf(context) is { } route ? Run(context, route.Endpoint, around, rejection, isHandler: true)
            : foresees && OtherAt(context) is { } other ? Run(context, other, around, rejection, isHandler: false)
            : isOfRoutes && context.GetEndpoint() is null && IsMatchedLater(context) ? next(context)
            : around(context);
    }

    private async Task Run(HttpContext context, Endpoint endpoint, RequestDelegate around, Func<int, Rejection>? rejection, bool isHandler)
    {
        var known = new TemporaryEndpoint();
        context.Features.Set(known);
        context.SetEndpoint(endpoint);
        await around(context);
        if (known.IsPassed || !isHandler)
        {
            return;
        }

        routes.Pipeline!.Signals.Matched(context, endpoint);
        if (rejection is not null && context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response)
        {
            await routes.Errors.Reject(context, rejection(response.StatusCode));
        }
    }

    // A script of another origin may call a handler only after its browser has sent a preflight with the method.
    private Routing.Route? RouteOf(HttpContext context)
    {
        if (context.GetEndpoint() is not null || IsBelowMap(context))
        {
            return null;
        }

        return routes.Table.Match(MethodOf(context.Request), context.Request.Path.Value ?? "", context).Route;
    }

    // The ordinary endpoint that ASP.NET Core's router will find, by path, host name and method.
    private RouteEndpoint? OtherAt(HttpContext context)
    {
        if (context.GetEndpoint() is not null || IsBelowMap(context))
        {
            return null;
        }

        RouteEndpoint? best = null;
        foreach (var other in routes.Pipeline!.Others.Now)
        {
            if (other.Matches(context, out var isExact) && isExact && other.Answers(MethodOf(context.Request)) && (best is null || IsBefore(other.Endpoint, best)))
            {
                best = other.Endpoint;
            }
        }

        return best;
    }

    private static bool IsBefore(RouteEndpoint one, RouteEndpoint other) =>
        one.Order < other.Order || (one.Order == other.Order && one.RoutePattern.InboundPrecedence < other.RoutePattern.InboundPrecedence);

    private static string MethodOf(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers is { Origin.Count: > 0, AccessControlRequestMethod: [{ } asked] } ? asked : request.Method;

    // A branch may answer by itself: then nothing comes after it.
    private bool IsMatchedLater(HttpContext context) => !IsBranch || (!IsBelowMap(context) && routes.HasOthersAt(context));

    private bool IsBelowMap(HttpContext context) => IsBranch && context.Features.Get<Branched>() is { } branched && branched.PathBase != context.Request.PathBase;

    /// <summary>The start of a request's path before it entered a branch.</summary>
    private sealed record Branched(PathString PathBase);

    /// <summary>Marks a request whose endpoint is set for one middleware only.</summary>
    private sealed class TemporaryEndpoint
    {
        public bool IsPassed { get; set; }
    }
}
