using Litestar.Blocking;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Handlers;
using Litestar.Json;
using Litestar.Layers;
using Litestar.Pipeline;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Routing;

/// <summary>All routes of one app, built once at start-up. Our own matcher and ASP.NET Core's read the same model.</summary>
internal sealed class AppRoutes
{
    private AppRoutes(IReadOnlyList<Route> routes, ErrorBoundary errors, AppPipeline? pipeline, IServiceProvider services)
    {
        Pipeline = pipeline;
        Routes = routes;
        HashSet<string>? heads = null;
        foreach (var route in routes)
        {
            AnswersPreflights |= route.Preflight is not null;
            if (HttpMethods.IsHead(route.Method))
            {
                (heads ??= new(StringComparer.OrdinalIgnoreCase)).Add(route.Pattern.RawText ?? "");
            }
        }

        foreach (var route in heads is null ? [] : routes)
        {
            route.HasOwnHead = heads!.Contains(route.Pattern.RawText ?? "");
        }

        Errors = errors;
        Table = new RouteTable(routes, services.GetRequiredService<ParameterPolicyFactory>());
    }

    public IReadOnlyList<Route> Routes { get; }

    public ErrorBoundary Errors { get; }

    /// <summary>The error handlers for exceptions outside of routes.</summary>
    public ErrorHandlers? ErrorHandlers { get; private init; }

    /// <summary>The headers of responses outside of routes.</summary>
    public LayerHeaders? Headers { get; private init; }

    public RouteTable Table { get; }

    /// <summary>ASP.NET Core's own middleware; null if the host has its own.</summary>
    public AppPipeline? Pipeline { get; }

    /// <summary>True if a route may be called from other origins, whose browsers send preflights.</summary>
    public bool AnswersPreflights { get; }

    /// <summary>Returns true if an ordinary endpoint of the app has the path of a request, whatever its methods.</summary>
    public bool HasOthersAt(HttpContext context) => Array.Exists(Pipeline!.Others.Now, other => other.Matches(context, out _));

    /// <summary>Rejects a request that no route answers: 404, 405, or the list of methods for OPTIONS.</summary>
    public Task Reject(HttpContext context, string? allow)
    {
        Headers?.Set(context.Response.Headers);
        if (allow is null)
        {
            return Errors.Reject(context, Rejection.NotFound(context.Request));
        }

        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return Errors.Reject(context, Rejection.MethodNotAllowed(context.Request, allow));
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = allow;
        return Task.CompletedTask;
    }

    /// <param name="handlers">The handlers.</param>
    /// <param name="options">The settings of all of them.</param>
    /// <param name="services">The app's container.</param>
    /// <param name="readsPath">
    /// True if route values are read from the path itself; false if ASP.NET Core's router has matched, because
    /// middleware may have changed the path since.
    /// </param>
    /// <param name="group">The prefix of the ASP.NET Core group that the handlers are mapped in.</param>
    public static AppRoutes Build(HandlerList handlers, LitestarOptions options, IServiceProvider services, bool readsPath, RoutePattern? group = null)
    {
        var json = LitestarJson.Of(services);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Litestar");
        var isDevelopment = (services.GetService<IWebHostEnvironment>() ?? services.GetService<IHostEnvironment>())?.IsDevelopment() ?? false;
        var errors = ErrorBoundary.Of(services, options.ErrorFormat, json, logger, isDevelopment);
        var blocking = new BlockingThreadPool(options.Blocking);
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopped.UnsafeRegister(static threads => ((BlockingThreadPool)threads!).Stop(), blocking);
        var watch = isDevelopment && options.Blocking.WarnAfter is { } limit ? new PoolWatch(limit, logger) : null;
        var pipeline = readsPath ? new AppPipeline(services, errors) : null;
        var compiler = new RouteFactory(services, json, errors, blocking, watch, pipeline, group);
        var routes = new List<Route>();
        var resolved = HandlerResolver.Resolve(handlers, options.Path, [options]);
        foreach (var handler in resolved)
        {
            foreach (var declared in handler.Declaration.Routes)
            {
                routes.Add(compiler.Compile(handler, declared));
            }
        }

        // Within a group, the same routes were compiled before.
        if (group is null)
        {
            compiler.Warn(resolved.SelectMany(handler => handler.Layers), logger);
        }

        return compiler.Model = new AppRoutes(routes, errors, pipeline, services) { Headers = LayerHeaders.Of([options], []), ErrorHandlers = ErrorHandlers.Of(code: null, [options], () => compiler.SetupOf(options)) };
    }
}
