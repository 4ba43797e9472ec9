using Litestar.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>Gives the one error body to what middleware refuses with a bare status, and to nothing that a handler answers.</summary>
internal static class MiddlewareRejections
{
    /// <summary>Writes the body, once the step that holds the request has let go of it unanswered.</summary>
    public static RequestDelegate WithBody(RequestDelegate pipeline, ErrorBoundary errors) => async context =>
    {
        var hold = context.Features.Get<Hold>() ?? Begin(context);
        await pipeline(context);
        if (hold.Step is { } step && context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await errors.Reject(context, step.RejectionOf(context));
        }
    };

    /// <summary>The middleware of a step, on whose account is what happens until it goes on.</summary>
    public static RequestDelegate HeldBy(PipelineStep step, RequestDelegate middleware) => context =>
    {
        Hold(context, step);
        return middleware(context);
    };

    public static void Hold(HttpContext context, PipelineStep step) => context.Features.Get<Hold>()!.Step = step;

    public static void Release(HttpContext context) => context.Features.Get<Hold>()!.Step = null;

    private static Hold Begin(HttpContext context)
    {
        var hold = new Hold();
        context.Features.Set(hold);
        return hold;
    }
}

/// <summary>The step that a request is at; none behind the last of them.</summary>
internal sealed class Hold
{
    public PipelineStep? Step { get; set; }
}
