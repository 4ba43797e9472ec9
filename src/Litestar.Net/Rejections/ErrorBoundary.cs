using Litestar.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging;

namespace Litestar.Rejections;

/// <summary>The one exit of all that goes wrong: refusals of the framework and exceptions of user code alike.</summary>
/// <param name="writer">Writes the answer.</param>
/// <param name="logger">Told of every exception that nobody foresaw.</param>
/// <param name="namesCauses">Whether a 500 tells the client what happened: in Development only.</param>
internal sealed partial class ErrorBoundary(RejectionWriter writer, ILogger logger, bool namesCauses)
{
    /// <summary>Writes the answers.</summary>
    public RejectionWriter Writer => writer;

    /// <summary>Runs a corridor. A synchronous one stays synchronous.</summary>
    /// <param name="context">The request.</param>
    /// <param name="corridor">What may throw.</param>
    /// <param name="handlers">The error handlers of its layers.</param>
    public Task Run(HttpContext context, RequestDelegate corridor, ErrorHandlers? handlers)
    {
        try
        {
            var running = corridor(context);
            return running.IsCompletedSuccessfully ? Task.CompletedTask : Await(context, running, handlers);
        }
        catch (Exception exception) when (!IsTimeout(context, exception))
        {
            return Answer(context, exception, handlers);
        }
    }

    public Task Refuse(HttpContext context, in Rejection rejection) => writer.Write(context, in rejection);

    /// <summary>Notes that a hook was not called, for what it asks of the request could not be read.</summary>
    public void Skip(HttpContext context, in Rejection rejection, string hook) => Skip(context, writer.DetailOf(in rejection), hook);

    /// <summary>Notes that a hook was not called.</summary>
    public void Skip(HttpContext context, string reason, string hook) => LogSkipped(logger, hook, context.Request.Method, context.Request.Path, reason);

    private async Task Await(HttpContext context, Task running, ErrorHandlers? handlers)
    {
        try
        {
            await running;
        }
        catch (Exception exception) when (!IsTimeout(context, exception))
        {
            await Answer(context, exception, handlers);
        }
    }

    // The middleware that ended the handler's time is further out, and knows what to say.
    private static bool IsTimeout(HttpContext context, Exception exception) =>
        exception is OperationCanceledException && !context.Response.HasStarted && context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };

    private async Task Answer(HttpContext context, Exception exception, ErrorHandlers? handlers)
    {
        if (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is left to be told. The status is for the log (nginx's 499).
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }

            return;
        }

        if (!IsBegun(context.Response) && handlers is not null)
        {
            try
            {
                if (await handlers.Answer(context, exception))
                {
                    return;
                }
            }
            catch (Exception second)
            {
                // No other handler is asked: two that throw at each other would never end.
                exception = second;
            }
        }

        if (!IsBegun(context.Response))
        {
            await RefuseOrFail(context, RejectionOf(context, exception));
            return;
        }

        // Half an answer is out. Ending it properly would pass it off as a whole one.
        LogTorn(logger, exception, context.Request.Method, context.Request.Path);
        context.Abort();
    }

    // What was handed to the server and is not sent yet can no more be taken back than what is.
    private static bool IsBegun(HttpResponse response) => response.HasStarted || (response.BodyWriter.CanGetUnflushedBytes && response.BodyWriter.UnflushedBytes > 0);

    // An exception may carry what no answer can: a header with a line break, an extension that cannot be serialized.
    private Task RefuseOrFail(HttpContext context, in Rejection rejection)
    {
        try
        {
            return Refuse(context, rejection);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogFailed(logger, exception, context.Request.Method, context.Request.Path);
            return Refuse(context, Rejection.Unforeseen(namesCauses ? exception : null));
        }
    }

    private Rejection RejectionOf(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case HttpException { Status: < 500 } thrown:
                return Rejection.Thrown(thrown);
            case HttpException thrown:
                LogFailed(logger, thrown, context.Request.Method, context.Request.Path);
                return Rejection.Thrown(thrown);
            case BadHttpRequestException thrown:
                return Rejection.Thrown(thrown, context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize);
            default:
                LogFailed(logger, exception, context.Request.Method, context.Request.Path);
                return Rejection.Unforeseen(namesCauses ? exception : null);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);

    [LoggerMessage(4, LogLevel.Warning, "{Hook} was not called for {Method} {Path}: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string hook, string method, PathString path, string reason);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} failed after the response had begun; the connection is aborted.")]
    private static partial void LogTorn(ILogger logger, Exception exception, string method, PathString path);
}
