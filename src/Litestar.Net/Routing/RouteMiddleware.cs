using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Routing;

/// <summary>The first door: finds the request's route in the app's own table and enters its corridor.</summary>
/// <param name="model">The app's routes.</param>
/// <param name="next">Ordinary endpoint routing; none where nothing was mapped there.</param>
internal sealed class RouteMiddleware(RouteModel model, RequestDelegate? next)
{
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        var match = model.Table.Match(request.Method, request.Path.Value ?? "", context);
        return match.Route is { } route ? Enter(context, route)
            : next is null ? model.Refuse(context, match.Allow)
            : FallThrough(context, match.Allow);
    }

    private Task Enter(HttpContext context, Route route)
    {
        // What comes after reads these: authorization, output caching, telemetry (http.route), link generation.
        context.SetEndpoint(route.Endpoint);
        if (route.HasParameters)
        {
            context.Features.Set<IRouteValuesFeature>(new LazyRouteValues(context));
        }

        return model.Errors.Run(context, route.Corridor);
    }

    // Ordinary endpoints come second. Only what they leave unanswered as well is refused here.
    private async Task FallThrough(HttpContext context, string? allow)
    {
        await next!(context);
        var response = context.Response;
        if (response.HasStarted || response.ContentLength is not null || response.ContentType is not null)
        {
            return;
        }

        if (response.StatusCode is StatusCodes.Status404NotFound && context.GetEndpoint() is null)
        {
            await model.Refuse(context, allow);
        }
        else if (response.StatusCode is StatusCodes.Status405MethodNotAllowed)
        {
            await model.Refuse(context, AllowedMethods.Join(allow, response.Headers.Allow.ToString()));
        }
    }
}
