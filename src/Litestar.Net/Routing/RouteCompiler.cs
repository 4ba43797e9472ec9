using Litestar.Blocking;
using Litestar.Descriptions;
using Litestar.Generated;
using Litestar.Handlers;
using Litestar.Json;
using Litestar.Pipeline;
using Litestar.Rejections;
using Litestar.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar.Routing;

/// <summary>Makes a route of a declared one: its pattern with all prefixes, its handler, and what its layers put around that.</summary>
/// <param name="services">The app's container.</param>
/// <param name="json">How the app reads and writes JSON.</param>
/// <param name="errors">The one exit of what goes wrong.</param>
/// <param name="blocking">The threads for functions that block.</param>
/// <param name="watch">Names the functions that block others, in Development.</param>
/// <param name="pipeline">ASP.NET Core's own middleware on demand; none where the host has its own.</param>
/// <param name="group">The prefix of the ASP.NET Core group that the handlers are mapped in.</param>
internal sealed class RouteCompiler(IServiceProvider services, LitestarJson json, ErrorBoundary errors, BlockingThreads blocking, PoolWatch? watch, AppPipeline? pipeline, RoutePattern? group)
{
    private readonly RouteNames _names = new();
    private readonly HostPipeline? _host = pipeline is null ? new(services, errors) : null;

    /// <param name="handler">The handler.</param>
    /// <param name="declared">One of its routes.</param>
    /// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
    public Route Compile(ResolvedHandler handler, RouteDeclaration declared, IReadOnlyList<Layer> layers)
    {
        var parsed = Route.Parse(declared.Method, RoutePath.Join(handler.Prefix, declared.Path), handler.Declaration.Display, declared.Status);
        var route = group is null ? parsed : parsed.Below(group);
        var setup = new HandlerSetup(handler.Declaration, handler.Function, route, services, json, errors, blocking, layers, readsPath: pipeline is not null);
        var corridor = new Corridor(handler.Declaration.Create(setup), setup, layers, errors);
        var name = _names.Claim(declared.Name, route);
        route.Headers = ResponseHeaders.Of(layers, handler.Declaration.ResponseHeaders);
        route.ErrorHandlers = corridor.ErrorHandlers;
        route.Describe = (answersHead, group) => RouteEndpoints.Describe(route, handler.Declaration, layers, name, errors, services, answersHead, group);
        route.Explain = endpoint => new RouteDescriber(route, handler.Declaration, layers, pipeline, services, json).Describe(endpoint, name);
        route.Corridor = pipeline is null
            ? corridor.Build(route.Headers, static next => next, next => AntiforgeryStep.Behind(RouteEndpoints.Metadata(handler.Declaration, layers), Watched(next), errors))
            : corridor.Build(route.Headers, next => pipeline.Outer(route, next), next => pipeline.Inner(route, Watched(next)));
        route.Preflight = pipeline?.Preflight(route);
        _host?.Require(route);
        return route;

        RequestDelegate Watched(RequestDelegate next) => setup.IsBlocking || watch is null ? next : watch.Around(route, next);
    }
}
