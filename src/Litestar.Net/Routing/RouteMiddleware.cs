using Litestar.Errors;
using Litestar.Hosting;
using Litestar.Pipeline;
using Litestar.RequestBodies;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Routing;

/// <summary>Finds the request's route in the app's own table and runs its pipeline.</summary>
/// <param name="model">The app's routes.</param>
/// <param name="next">The next delegate: authentication, ordinary endpoint routing.</param>
/// <param name="hasOthers">True if endpoints were mapped there, or policies apply to requests without a match.</param>
/// <param name="schemes">The app's authentication schemes, some of which handle their own paths; null if it has none.</param>
internal sealed class RouteMiddleware(AppRoutes model, RequestDelegate next, bool hasOthers, IAuthenticationSchemeProvider? schemes)
{
    private readonly RouterTelemetry _signals = model.Pipeline!.Signals;

    // One for all requests: ASP.NET Core's middleware caches endpoints forever. It has the same name as in ASP.NET Core's router.
    private readonly Endpoint _refusal = new(
        context => model.Reject(context, model.Table.Match(context.Request.Method, context.Request.Path.Value ?? "", context).Allow),
        new(CookieRedirectSuppression.Instance),
        UnsupportedMethodResponder.RejectionName);

    public Task Invoke(HttpContext context)
    {
        if (model.AnswersPreflights && Preflighted(context) is { Preflight: { } preflight } asked)
        {
            return Enter(context, asked, preflight);
        }

        var request = context.Features.Request();
        var match = model.Table.Match(request.Method, request.Path, context);
        return match.Route is { } route ? Enter(context, route, route.Pipeline)
            : hasOthers ? FallThrough(context, match.Allow)
            : schemes is null ? Reject(context, match.Allow)
            : PassSchemes(context, match.Allow);
    }

    // A remote scheme handles the path to which its provider redirects the user.
    private async Task PassSchemes(HttpContext context, string? allow)
    {
        foreach (var _ in await schemes!.GetRequestHandlerSchemesAsync())
        {
            await FallThrough(context, allow);
            return;
        }

        await Reject(context, allow);
    }

    private Task Reject(HttpContext context, string? allow)
    {
        if (allow is not null)
        {
            SetRejection(context);
            return _signals.Log(context, _refusal, _refusal.RequestDelegate!);
        }

        _signals.Unmatched(context);
        return model.Reject(context, allow);
    }

    private void SetRejection(HttpContext context)
    {
        context.Features.SetEndpoint(context, _refusal);
        _signals.Matched(context, _refusal);
    }

    // Before a script of another origin may call a route, its browser sends a preflight with OPTIONS (Fetch, section 4.8).
    private Route? Preflighted(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsOptions(request.Method) && request.Headers is { Origin.Count: > 0, AccessControlRequestMethod: [{ } method] }
            ? model.Table.Match(method, request.Path.Value ?? "", context).Route
            : null;
    }

    private Task Enter(HttpContext context, Route route, RequestDelegate pipeline)
    {
        // Later code reads these: authorization, output caching, telemetry (http.route), link generation.
        var features = context.Features;
        features.SetEndpoint(context, route.Endpoint);
        _signals.Matched(context, route.Endpoint);
        if (route.HasParameters)
        {
            features[typeof(IRouteValuesFeature)] = new LazyRouteValues(context);
        }

        return !route.IsLoggedBehindSteps && _signals.IsLogged ? Log(context, route, pipeline) : model.Errors.Run(context, pipeline, route.ErrorHandlers);
    }

    // A separate method, because the closure is allocated at the method's start. A preflight does not start an endpoint.
    private Task Log(HttpContext context, Route route, RequestDelegate pipeline) => ReferenceEquals(pipeline, route.Preflight)
        ? model.Errors.Run(context, pipeline, route.ErrorHandlers)
        : _signals.Log(context, route.Endpoint, context => model.Errors.Run(context, pipeline, route.ErrorHandlers));

    // Ordinary endpoints come second. Only requests that they do not answer either are rejected here.
    private async Task FallThrough(HttpContext context, string? allow)
    {
        if (context.GetEndpoint() is BodySize.Foreseen)
        {
            context.SetEndpoint(null);
        }

        // ASP.NET Core's router does not know the handlers' paths. It is not called for requests that it cannot answer either.
        if (allow is not null && context.GetEndpoint() is null && !model.HasOthersAt(context))
        {
            SetRejection(context);
        }

        await next(context);
        var isUnmatched = context.GetEndpoint() is not { } endpoint || ReferenceEquals(endpoint, PipelineStep.Unmatched);
        if (isUnmatched)
        {
            context.SetEndpoint(null);
        }

        var response = context.Response;
        if (response.HasStarted || response.ContentLength is not null || response.ContentType is not null)
        {
            return;
        }

        if (response.StatusCode is StatusCodes.Status404NotFound && isUnmatched)
        {
            await model.Reject(context, allow);
        }
        else if (response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            await model.Errors.Reject(context, Rejection.Denied(response.StatusCode));
        }
        else if (response.StatusCode is StatusCodes.Status405MethodNotAllowed)
        {
            await model.Reject(context, AllowedMethods.Join(allow, response.Headers.Allow.ToString()));
        }
    }
}
