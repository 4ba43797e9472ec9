using Microsoft.AspNetCore.Http;

namespace Litestar;

/// <summary>Metadata of a route that puts middleware around this route only: an attribute, or an object of <see cref="Layer.Metadata"/>.</summary>
/// <remarks>
/// An attribute can be put on a handler, its class or the assembly. Of several instances of one class the nearest to the handler
/// runs. Steps of different classes at one place run in the order of their layers, the outermost first, and within a layer as they
/// are written. An instance that stands nearer keeps the position of the outer one. The same instance can serve several routes.
/// </remarks>
public interface IRouteStep
{
    /// <summary>The name of the step for <c>explain</c> and descriptions, such as <c>audit</c>.</summary>
    string Name { get; }

    /// <summary>The place of the step in the pipeline.</summary>
    RouteStepPlace Place { get; }

    /// <summary>Creates the middleware, once for each route at startup, and checks what the step needs.</summary>
    /// <param name="route">The route, with the app's services.</param>
    /// <param name="next">The rest of the pipeline.</param>
    /// <returns>A function that calls <paramref name="next"/>, or writes a response. If it is <paramref name="next"/> itself, the route has no such step.</returns>
    /// <exception cref="InvalidOperationException">The step cannot work on this route. The message stops the start.</exception>
    RequestDelegate Around(RouteStepContext route, RequestDelegate next);
}
