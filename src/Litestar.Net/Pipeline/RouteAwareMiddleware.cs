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

/// <summary>Lets ASP.NET Core's middleware that an app has in use know the handler of a request, as it would after <c>UseRouting</c>: it decides by the attributes of that.</summary>
/// <remarks>In a <see cref="LitestarApp"/> the match comes after all middleware of the app. Other middleware sees no endpoint, and may still change the path.</remarks>
/// <param name="routes">The app's routes.</param>
/// <param name="services">The app's container.</param>
/// <param name="outer">That of the app, or of the branch, around a branch; null for the app itself.</param>
/// <param name="around">The builder of <paramref name="outer"/>.</param>
internal sealed class RouteAwareMiddleware(AppRoutes routes, IServiceProvider services, RouteAwareMiddleware? outer = null, IApplicationBuilder? around = null)
{
    private bool _authenticates, _authorizes, _isNoted;

    private bool IsBranch => outer is not null;

    private bool Authenticates => _authenticates || outer is { Authenticates: true };

    private bool Authorizes => _authorizes || outer is { Authorizes: true };

    /// <summary>Returns the same for a branch: <c>UseWhen</c>, <c>MapWhen</c>, <c>Map</c>.</summary>
    /// <param name="app">The app, or the branch, that it is a branch of.</param>
    public RouteAwareMiddleware Branch(IApplicationBuilder app) => new(routes, services, this, app);

    /// <summary>Adds middleware to the app, with what it needs.</summary>
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
                // As in a WebApplication, who asks and whether he may is known before, unless the app says where.
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
                // Every endpoint has its own, which comes after authorization and guards. The two would share what they store.
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

    // A branch of Map takes a part of the path away. No handler is reached from there, and what is left may be another's path.
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
            // What the app adds later is known when the middleware is made.
            app.Use(next => Authorizes ? next : Around(Authorization, next, Rejection.Denied, isOfRoutes: true));
        }
    }

    private RequestDelegate Authorization(RequestDelegate next)
    {
        var pipeline = new ApplicationBuilder(services);
        pipeline.UseAuthorization().Run(next);
        return pipeline.Build();
    }

    // The limits of ordinary endpoints have a step of their own, which cannot take back what was counted here.
    private RequestDelegate Unlimited(RequestDelegate limited, RequestDelegate next) =>
        context => RouteOf(context) is not null || OtherAt(context)?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null ? limited(context) : next(context);

    private static RequestDelegate Unless(Func<RequestDelegate, RequestDelegate> middleware, RequestDelegate next, Func<HttpContext, bool> isOtherwise)
    {
        var around = middleware(next);
        return context => isOtherwise(context) ? next(context) : around(context);
    }

    /// <param name="middleware">The middleware.</param>
    /// <param name="next">What comes after it, and knows no endpoint.</param>
    /// <param name="rejection">The words for a status that it refuses with; null where it refuses nothing.</param>
    /// <param name="isOfRoutes">Whether requests that no handler answers pass it by: what comes after the match does the same for them.</param>
    /// <param name="foresees">Whether it is to know ordinary endpoints too, which have no step of their own that would do the same later.</param>
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

    // Before a script of another origin may call a handler, its browser asks whether it may: about the method that it will use.
    private Routing.Route? RouteOf(HttpContext context)
    {
        if (context.GetEndpoint() is not null || IsBelowMap(context))
        {
            return null;
        }

        return routes.Table.Match(MethodOf(context.Request), context.Request.Path.Value ?? "", context).Route;
    }

    // The ordinary endpoint that ASP.NET Core's router will find, as far as path, host name and method tell.
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

    /// <summary>What a request's path began with before it came to a branch.</summary>
    private sealed record Branched(PathString PathBase);

    /// <summary>Marks a request whose endpoint is set for one middleware only.</summary>
    private sealed class TemporaryEndpoint
    {
        public bool IsPassed { get; set; }
    }
}
