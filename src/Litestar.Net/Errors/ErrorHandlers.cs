using Litestar.Generated;
using Litestar.Rejections;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>The error handlers on the way of one route, in the order in which they are asked: the nearest layer first, and within one the most derived type.</summary>
/// <param name="code">The handler, whose attributes come first; none outside of routes.</param>
/// <param name="steps">Those of lists and of the app.</param>
internal sealed class ErrorHandlers(HandlerCode? code, ErrorStep[] steps)
{
    /// <param name="code">The handler; none outside of routes.</param>
    /// <param name="layers">The layers around it, the outermost first.</param>
    public static ErrorHandlers? Of(HandlerCode? code, IReadOnlyList<Layer> layers)
    {
        var steps = layers.Reverse().SelectMany(layer => layer.Errors.OrderByDescending(step => step.Depth)).ToArray();
        var speaks = code?.Stages.HasFlag(Stage.OnError) is true;
        return speaks || steps.Length > 0 ? new(speaks ? code : null, steps) : null;
    }

    /// <summary>Answers an exception, or says false.</summary>
    public async ValueTask<bool> Answer(HttpContext context, Exception exception)
    {
        RejectionWriter.ForgetRepresentation(context.Response);
        context.Response.StatusCode = StatusCodes.Status200OK;
        if (code is not null && await code.Answer(context, exception))
        {
            return true;
        }

        foreach (var step in steps)
        {
            if (step.Type.IsInstanceOfType(exception) && await step.Call(exception, context) is { } result)
            {
                await result.ExecuteAsync(context);
                return true;
            }
        }

        return false;
    }
}
