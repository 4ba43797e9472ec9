using Litestar.Generated;

namespace Litestar.Routing;

/// <summary>Where a route comes from: all that is asked for its endpoint and its description, which are made when somebody wants them.</summary>
/// <param name="app">What is the same for all routes of the app.</param>
/// <param name="handler">What the build knows of its handler.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="name">The endpoint's name, if it has one.</param>
internal sealed class RouteSource(RouteCompiler app, HandlerDeclaration handler, IReadOnlyList<Layer> layers, string? name)
{
    public RouteCompiler App => app;

    public HandlerDeclaration Handler => handler;

    public IReadOnlyList<Layer> Layers => layers;

    public string? Name => name;
}
