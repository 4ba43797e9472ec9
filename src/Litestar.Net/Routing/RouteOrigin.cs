using Litestar.Generated;
using Litestar.Handlers;
using Litestar.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>The origin of a route: the facts for its endpoint and its description, which are created on demand.</summary>
/// <param name="app">The shared parts of all routes of the app.</param>
/// <param name="handler">The element of the list.</param>
/// <param name="code">Its generated code.</param>
/// <param name="metadata">The metadata of the handler's layers, the nearest last.</param>
/// <param name="name">The endpoint's name, if it has one.</param>
internal sealed class RouteOrigin(RouteFactory app, ResolvedHandler handler, HandlerCode code, IReadOnlyList<object> metadata, string? name)
{
    public RouteFactory App => app;

    /// <summary>The metadata of the handler's layers, the nearest last: the same objects in its endpoint and in its description.</summary>
    public IReadOnlyList<object> Metadata => metadata;

    /// <summary>Puts the layers around the handler.</summary>
    public required RoutePipelineBuilder Layered { get; init; }

    /// <summary>The delegate nearest to the handler, after all parts of the pipeline.</summary>
    public required RequestDelegate Inner { get; init; }

    /// <summary>The steps of the route; not set until its pipeline is made.</summary>
    public RouteSteps? Steps { get; set; }

    public ResolvedHandler Resolved => handler;

    public HandlerCode Code => code;

    public HandlerDeclaration Handler => handler.Declaration;

    public IReadOnlyList<Layer> Layers => handler.Layers;

    public string? Name => name;
}
