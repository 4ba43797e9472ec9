using Litestar.Generated;
using Litestar.Layers;
using Litestar.Responses;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>
/// The error handlers of one route, in the order in which they are called: the nearest layer first, and within one the
/// most derived type.
/// </summary>
/// <param name="code">The handler, whose attributes come first; null outside of routes.</param>
/// <param name="steps">The error handlers of lists and of the app.</param>
internal sealed class ErrorHandlers(HandlerCode? code, ErrorHandlerRegistration[] steps)
{
    /// <param name="code">The handler; null outside of routes.</param>
    /// <param name="layers">The layers around it, the outermost first.</param>
    /// <param name="setup">Creates the binder for error handlers with more parameters than the context.</param>
    public static ErrorHandlers? Of(HandlerCode? code, IReadOnlyList<Layer> layers, Func<HandlerSetup> setup)
    {
        List<ErrorHandlerRegistration> steps = new(0);
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            steps.AddRange(layers[i].Errors.Count > 1 ? layers[i].Errors.OrderByDescending(static step => step.Depth) : layers[i].Errors);
        }

        for (var i = 0; i < steps.Count; i++)
        {
            steps[i] = steps[i].Bind is { } bind ? steps[i] with { Code = bind(setup()) } : steps[i];
        }

        var speaks = code?.LayerFunctions.HasFlag(LayerFunctions.OnError) is true;
        return speaks || steps.Count > 0 ? new(speaks ? code : null, [.. steps]) : null;
    }

    /// <summary>Answers an exception; returns false if no handler does.</summary>
    public async ValueTask<bool> Answer(HttpContext context, Exception exception, ErrorBoundary errors)
    {
        RejectionWriter.ForgetRepresentation(context.Response);
        context.Response.StatusCode = StatusCodes.Status200OK;
        if (code is not null && await code.TryHandleError(context, exception))
        {
            return true;
        }

        foreach (var step in steps)
        {
            if (!step.Type.IsInstanceOfType(exception))
            {
                continue;
            }

            if (step.Code is { } bound && await bound.TryHandleError(context, exception))
            {
                return true;
            }

            if (await step.Call(exception, context) is { } result)
            {
                await ResultWriter.Result(context, result, errors);
                return true;
            }
        }

        return false;
    }
}
