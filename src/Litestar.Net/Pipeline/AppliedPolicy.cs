using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>Middleware of the app's own that has applied the policy of an endpoint, which its step does not apply again.</summary>
/// <typeparam name="TStep">The step of the same middleware.</typeparam>
internal static class AppliedPolicy<TStep> where TStep : PipelineStep
{
    /// <summary>Notes the endpoint that the middleware has known.</summary>
    /// <param name="next">What comes after the middleware.</param>
    public static RequestDelegate Note(RequestDelegate next) => context =>
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            context.Features.Set(new Known(endpoint));
        }

        return next(context);
    };

    /// <summary>Passes by the step where the middleware has known the endpoint of the request.</summary>
    /// <param name="step">The step.</param>
    /// <param name="next">What comes after it.</param>
    public static RequestDelegate Skip(RequestDelegate step, RequestDelegate next) => context =>
        context.Features.Get<Known>() is { } known && known.Endpoint == context.GetEndpoint() ? next(context) : step(context);

    private sealed record Known(Endpoint Endpoint);
}
