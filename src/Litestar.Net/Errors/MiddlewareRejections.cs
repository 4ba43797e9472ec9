using Litestar.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>Writes the error body for bare statuses of middleware, and leaves responses of handlers as they are.</summary>
internal static class MiddlewareRejections
{
    /// <summary>Writes the body if the current step returns without a response.</summary>
    public static RequestDelegate WithBody(RequestDelegate pipeline, ErrorBoundary errors) => async context =>
    {
        var hold = context.Features.Get<Hold>() ?? Begin(context);
        await pipeline(context);
        if (hold.Step is { } step && context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await errors.Reject(context, step.RejectionOf(context));
        }
    };

    /// <summary>Returns a step's middleware, which is responsible for the response until it calls the next one.</summary>
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

/// <summary>The current step of a request; null after the last step.</summary>
internal sealed class Hold
{
    public PipelineStep? Step { get; set; }
}
