using Litestar.Routing;
using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>
/// Handles <c>app.UseRouting()</c> in a <see cref="LitestarApp"/>: it matches ordinary endpoints early, so that
/// middleware after it knows them.
/// </summary>
internal static class EarlyRouting
{
    public static bool IsRouting(Func<RequestDelegate, RequestDelegate> middleware) => MiddlewareName.Of(middleware) is "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware";

    /// <summary>Skips the router for requests that handlers answer, because it would count them as failures.</summary>
    /// <param name="model">The app's routes.</param>
    /// <param name="routing">The router.</param>
    /// <param name="next">The delegate after it.</param>
    public static RequestDelegate Before(AppRoutes model, RequestDelegate routing, RequestDelegate next) => context =>
    {
        var match = model.Table.Match(context.Request.Method, context.Request.Path.Value ?? "", context);
        return match.Route is not null || (match.Allow is not null && !model.HasOthersAt(context)) ? next(context) : routing(context);
    };
}
