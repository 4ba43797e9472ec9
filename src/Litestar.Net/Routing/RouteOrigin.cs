using Litestar.Generated;
using Litestar.Handlers;
using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>Where a route comes from: all that is asked for its endpoint and its description, which are made when somebody wants them.</summary>
/// <param name="app">What is the same for all routes of the app.</param>
/// <param name="handler">The element of the list.</param>
/// <param name="code">Its generated code.</param>
/// <param name="name">The endpoint's name, if it has one.</param>
internal sealed class RouteOrigin(RouteFactory app, ResolvedHandler handler, HandlerCode code, string? name)
{
    private IReadOnlyList<object>? _metadata;

    public RouteFactory App => app;

    /// <summary>What the layers of the handler say of it, the nearest last: the same objects in its endpoint and in its description.</summary>
    public IReadOnlyList<object> Metadata => _metadata ??= EndpointFactory.Metadata(Handler, Layers);

    /// <summary>Makes the corridor anew, with what comes between the guards and the handler.</summary>
    public required Func<Func<RequestDelegate, RequestDelegate>, RequestDelegate> Corridor { get; init; }

    public ResolvedHandler Resolved => handler;

    public HandlerCode Code => code;

    public HandlerDeclaration Handler => handler.Declaration;

    public IReadOnlyList<Layer> Layers => handler.Layers;

    public string? Name => name;
}
