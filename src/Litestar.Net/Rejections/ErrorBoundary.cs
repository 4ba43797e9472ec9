using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
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
    public Task Run(HttpContext context, RequestDelegate corridor)
    {
        try
        {
            var running = corridor(context);
            return running.IsCompletedSuccessfully ? Task.CompletedTask : Await(context, running);
        }
        catch (Exception exception)
        {
            return Answer(context, exception);
        }
    }

    public Task Refuse(HttpContext context, Rejection rejection) => writer.Write(context, rejection);

    private async Task Await(HttpContext context, Task running)
    {
        try
        {
            await running;
        }
        catch (Exception exception)
        {
            await Answer(context, exception);
        }
    }

    private Task Answer(HttpContext context, Exception exception)
    {
        if (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is left to be told. The status is for the log (nginx's 499).
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }

            return Task.CompletedTask;
        }

        var rejection = RejectionOf(context, exception);
        if (!context.Response.HasStarted)
        {
            return RefuseOrFail(context, rejection);
        }

        // Half an answer is out. Ending it properly would pass it off as a whole one.
        LogTorn(logger, exception, context.Request.Method, context.Request.Path);
        context.Abort();
        return Task.CompletedTask;
    }

    // An exception may carry what no answer can: a header with a line break, an extension that cannot be serialized.
    private Task RefuseOrFail(HttpContext context, Rejection rejection)
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

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} failed after the response had begun; the connection is aborted.")]
    private static partial void LogTorn(ILogger logger, Exception exception, string method, PathString path);
}
