using Litestar.Rejections;
using Litestar.Routing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Pipeline;

/// <summary>Lets ASP.NET Core's middleware that an app has in use know the handler of a request, as it would after <c>UseRouting</c>: it decides by the attributes of that.</summary>
/// <remarks>In a <see cref="LitestarApp"/> the match comes after all middleware of the app. Other middleware sees no endpoint, and may still change the path.</remarks>
/// <param name="routes">The app's routes.</param>
/// <param name="services">The app's container.</param>
internal sealed class RoutedMiddleware(RouteModel routes, IServiceProvider services)
{
    private bool _authenticates, _authorizes;

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
                Authenticate(app);
                _authorizes = true;
                app.Use(next => Around(middleware, next, Rejection.Denied, isOfRoutes: true));
                break;
            case "Microsoft.AspNetCore.RateLimiting.RateLimitingMiddleware":
                // As in a WebApplication, who asks and whether he may is known before, unless the app says where.
                Authenticate(app);
                AuthorizeBefore(app);
                app.Use(next => Around(limited => middleware(Applied<RateLimitingStep>.Note(limited)), next, Rejection.TooMany));
                break;
            case "Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutsMiddleware":
                // A handler has its own.
                app.Use(next => Unless(middleware, next));
                break;
            case "Microsoft.AspNetCore.Cors.Infrastructure.CorsMiddleware":
                app.Use(next => Around(crossed => middleware(Applied<CorsStep>.Note(crossed)), next));
                break;
            case "Microsoft.AspNetCore.HttpLogging.HttpLoggingMiddleware":
                app.Use(next => Around(middleware, next));
                break;
            default:
                app.Use(middleware);
                break;
        }
    }

    private void Authenticate(IApplicationBuilder app)
    {
        if (!_authenticates && services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            _authenticates = true;
            app.UseAuthentication();
        }
    }

    private void AuthorizeBefore(IApplicationBuilder app)
    {
        if (!_authorizes && services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IAuthorizationHandlerProvider)))
        {
            // What the app adds later is known when the middleware is made.
            app.Use(next => _authorizes ? next : Around(Authorization, next, Rejection.Denied, isOfRoutes: true));
        }
    }

    private RequestDelegate Authorization(RequestDelegate next)
    {
        var pipeline = new ApplicationBuilder(services);
        pipeline.UseAuthorization().Run(next);
        return pipeline.Build();
    }

    private RequestDelegate Unless(Func<RequestDelegate, RequestDelegate> middleware, RequestDelegate next)
    {
        var around = middleware(next);
        return context => RouteOf(context) is null ? around(context) : next(context);
    }

    /// <param name="middleware">The middleware.</param>
    /// <param name="next">What comes after it, and knows no endpoint.</param>
    /// <param name="refusal">The words for a status that it refuses with; null where it refuses nothing.</param>
    /// <param name="isOfRoutes">Whether requests that no handler answers pass it by: what comes after the match does the same for them.</param>
    private RequestDelegate Around(Func<RequestDelegate, RequestDelegate> middleware, RequestDelegate next, Func<int, Rejection>? refusal = null, bool isOfRoutes = false)
    {
        var around = middleware(context =>
        {
            if (context.Features.Get<Known>() is { IsPassed: false } known)
            {
                known.IsPassed = true;
                context.SetEndpoint(null);
            }

            return next(context);
        });
        return context => RouteOf(context) is { } route ? Run(context, route.Endpoint, around, refusal)
            : isOfRoutes && context.GetEndpoint() is null ? next(context)
            : around(context);
    }

    private async Task Run(HttpContext context, Endpoint endpoint, RequestDelegate around, Func<int, Rejection>? refusal)
    {
        var known = new Known();
        context.Features.Set(known);
        context.SetEndpoint(endpoint);
        await around(context);
        if (known.IsPassed)
        {
            return;
        }

        routes.Pipeline!.Signals.Matched(context, endpoint);
        if (refusal is not null && context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response)
        {
            await routes.Errors.Refuse(context, refusal(response.StatusCode));
        }
    }

    // Before a script of another origin may call a handler, its browser asks whether it may: about the method that it will use.
    private Routing.Route? RouteOf(HttpContext context)
    {
        if (context.GetEndpoint() is not null)
        {
            return null;
        }

        var request = context.Request;
        var method = HttpMethods.IsOptions(request.Method) && request.Headers is { Origin.Count: > 0, AccessControlRequestMethod: [{ } asked] } ? asked : request.Method;
        return routes.Table.Match(method, request.Path.Value ?? "", context).Route;
    }

    /// <summary>Marks a request whose endpoint is set for one middleware only.</summary>
    private sealed class Known
    {
        public bool IsPassed { get; set; }
    }
}
