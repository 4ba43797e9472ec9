using Litestar.Generated;
using Litestar.Handlers;
using Litestar.Json;
using Litestar.Rejections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Routing;

/// <summary>All routes of one app, folded once at start-up. Our own matcher and ASP.NET Core's read the same model.</summary>
internal sealed class RouteModel
{
    private RouteModel(IReadOnlyList<Route> routes, ErrorBoundary errors, IServiceProvider services)
    {
        Routes = routes;
        Errors = errors;
        Table = new RouteTable(routes, services.GetRequiredService<ParameterPolicyFactory>());
    }

    public IReadOnlyList<Route> Routes { get; }

    public ErrorBoundary Errors { get; }

    public RouteTable Table { get; }

    /// <summary>Turns back what no route answers: 404, 405, or the list of methods where OPTIONS asks for it.</summary>
    public Task Refuse(HttpContext context, string? allow)
    {
        if (allow is null)
        {
            return Errors.Refuse(context, Rejection.NotFound(context.Request));
        }

        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return Errors.Refuse(context, Rejection.MethodNotAllowed(context.Request, allow));
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = allow;
        return Task.CompletedTask;
    }

    /// <param name="handlers">The handlers.</param>
    /// <param name="options">What holds for all of them.</param>
    /// <param name="services">The app's container.</param>
    /// <param name="readsPath">Whether route values are read from the path itself; false where ASP.NET Core's router has matched, and middleware may have changed the path since.</param>
    /// <param name="group">The prefix of the ASP.NET Core group that the handlers are mapped in.</param>
    public static RouteModel Build(HandlerList handlers, LitestarOptions options, IServiceProvider services, bool readsPath, RoutePattern? group = null)
    {
        var json = LitestarJson.Of(services);
        var errors = new ErrorBoundary(
            RejectionWriter.Of(options.ErrorFormat, services.GetService<RejectionTexts>() ?? new RejectionTexts(), json.Settings),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Litestar"),
            (services.GetService<IWebHostEnvironment>() ?? services.GetService<IHostEnvironment>())?.IsDevelopment() ?? false);
        var names = new RouteNames();
        var routes = HandlerResolver.Resolve(HandlerList.Under(options.Path, handlers))
            .SelectMany(handler => handler.Declaration.Routes.Select(route => Compile(handler, route, names, group, services, json, errors, readsPath)))
            .ToList();
        return new RouteModel(routes, errors, services);
    }

    private static Route Compile(
        ResolvedHandler handler, RouteDeclaration declared, RouteNames names, RoutePattern? group, IServiceProvider services, LitestarJson json, ErrorBoundary errors, bool readsPath)
    {
        var parsed = Route.Parse(declared.Method, RoutePath.Join(handler.Prefix, declared.Path), handler.Declaration.Display, declared.Status);
        var route = group is null ? parsed : parsed.Below(group);
        var code = handler.Declaration.Create(new HandlerSetup(handler.Declaration, handler.Function, route, services, json, errors, readsPath));
        var name = names.Claim(declared.Name, route);
        route.Describe = answersHead => RouteEndpoints.Describe(route, handler.Declaration, name, errors, services, answersHead);
        route.Corridor = readsPath ? RoutePipeline.Around(route, code.Invoke, services, errors) : code.Invoke;
        return route;
    }
}
