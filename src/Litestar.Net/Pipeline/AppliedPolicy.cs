using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>Marks that the app's own middleware has applied the policy of an endpoint, so that its step does not apply it again.</summary>
/// <typeparam name="TStep">The step of the same middleware.</typeparam>
internal static class AppliedPolicy<TStep> where TStep : PipelineStep
{
    /// <summary>Records the endpoint that the middleware used.</summary>
    /// <param name="next">The delegate after the middleware.</param>
    public static RequestDelegate Note(RequestDelegate next) => context =>
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            context.Features.Set(new Known(endpoint));
        }

        return next(context);
    };

    /// <summary>Skips the step if the middleware has used the endpoint of the request.</summary>
    /// <param name="step">The step.</param>
    /// <param name="next">The delegate after it.</param>
    public static RequestDelegate Skip(RequestDelegate step, RequestDelegate next) => context =>
        context.Features.Get<Known>() is { } known && known.Endpoint == context.GetEndpoint() ? next(context) : step(context);

    private sealed record Known(Endpoint Endpoint);
}
