using System.Runtime.ExceptionServices;
using Litestar.Dependencies;
using Litestar.Json;
using Litestar.RequestBodies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Errors;

/// <summary>Answers all errors of a request: rejections of the framework and exceptions of user code.</summary>
/// <param name="writer">Writes the response.</param>
/// <param name="details">Writes ASP.NET Core's problem details.</param>
/// <param name="host">The application's own exception handler.</param>
/// <param name="signals">Records exceptions in metrics and traces.</param>
/// <param name="logger">Receives every unexpected exception.</param>
/// <param name="namesCauses">True if a 500 names the cause to the client: in Development only.</param>
internal sealed partial class ErrorBoundary(RejectionWriter writer, ProblemDetailsWriter details, HostExceptionHandler host, ExceptionTelemetry signals, ILogger logger, bool namesCauses)
{
    /// <summary>Returns the boundary of an app, made from its services.</summary>
    public static ErrorBoundary Of(IServiceProvider services, ErrorFormat format, LitestarJson json, ILogger logger, bool isDevelopment)
    {
        var details = new ProblemDetailsWriter(json.Settings, services.GetService<IOptions<ProblemDetailsOptions>>()?.Value.CustomizeProblemDetails);
        var writer = RejectionWriter.Of(format, services.GetService<RejectionTexts>() ?? new RejectionTexts(), json.Settings, details);
        return new(writer, details, new(services, isDevelopment), new(services), logger, isDevelopment)
        {
            Schemes = SchemeChallenge.Of(services, logger),
            Stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default,
        };
    }

    /// <summary>The writer of rejections.</summary>
    public RejectionWriter Writer => writer;

    /// <summary>The application's own exception handler.</summary>
    public HostExceptionHandler Host => host;

    /// <summary>The writer of ASP.NET Core's problem details.</summary>
    public ProblemDetailsWriter Details => details;

    /// <summary>A token that is cancelled when the app begins to stop.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>The app's authentication schemes; null if it has none.</summary>
    public SchemeChallenge? Schemes { get; init; }

    /// <summary>Runs a delegate and answers its exceptions. A synchronous one stays synchronous.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">The delegate that may throw.</param>
    /// <param name="handlers">The error handlers of its layers.</param>
    /// <param name="place">The code outside of the boundary.</param>
    public Task Run(HttpContext context, RequestDelegate next, ErrorHandlers? handlers, BoundaryPlace place = BoundaryPlace.Within)
    {
        try
        {
            var running = next(context);
            return running.IsCompletedSuccessfully ? Task.CompletedTask : Await(context, running, handlers, place);
        }
        catch (Exception exception) when (!IsTimeout(context, exception))
        {
            return Answer(context, exception, handlers, place);
        }
    }

    /// <summary>Logs that a form is read without a check of its antiforgery token.</summary>
    /// <param name="route">The route.</param>
    public void WarnOfUncheckedForm(string route) => LogUnchecked(logger, route);

    public Task Reject(HttpContext context, in Rejection rejection) => writer.Write(context, in rejection);

    /// <summary>
    /// Rejects an anonymous caller with 401 and a known one with 403, with the headers of the app's authentication
    /// schemes.
    /// </summary>
    public Task Deny(HttpContext context) => Schemes is null ? Reject(context, Rejection.Denied(context.User)) : Deny(context, Schemes, Rejection.Denied(context.User));

    private async Task Deny(HttpContext context, SchemeChallenge schemes, Rejection rejection)
    {
        if (!await schemes.Ask(context, rejection.Status))
        {
            await Reject(context, in rejection);
        }
    }

    /// <summary>Logs that a hook was skipped because its parameters could not be bound.</summary>
    public void Skip(HttpContext context, in Rejection rejection, string hook) => Skip(context, writer.DetailOf(in rejection), hook);

    /// <summary>Logs that a hook was skipped.</summary>
    public void Skip(HttpContext context, string reason, string hook) => LogSkipped(logger, hook, context.Request.Method, PathOf(context), reason);

    private async Task Await(HttpContext context, Task running, ErrorHandlers? handlers, BoundaryPlace place)
    {
        try
        {
            await running;
        }
        catch (Exception exception) when (!IsTimeout(context, exception))
        {
            await Answer(context, exception, handlers, place);
        }
    }

    // The middleware that ended the handler's time is further out and writes that response.
    private static bool IsTimeout(HttpContext context, Exception exception) =>
        exception is OperationCanceledException && !context.Response.HasStarted && context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };

    private async Task Answer(HttpContext context, Exception exception, ErrorHandlers? handlers, BoundaryPlace place)
    {
        if (ExceptionOrigin.IsDeparture(context, exception))
        {
            // The client has disconnected, so nobody can read a response. The status is for the log (nginx's 499).
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }

            return;
        }

        if (exception is StreamStoppedException)
        {
            await Stop(context);
            return;
        }

        if (IsBegun(context.Response))
        {
            await Tear(context, exception, place);
        }

        // The server's errors about the request are rejections, like the binder's.
        if (handlers is not null && !IsLeft(context, exception) && !ExceptionOrigin.IsRejection(exception) && !IsFailedSignIn(exception))
        {
            try
            {
                if (await handlers.Answer(context, exception, this))
                {
                    return;
                }
            }
            catch (Exception second)
            {
                // No other handler is called: two handlers that throw could loop forever.
                exception = second;
            }

            if (IsBegun(context.Response))
            {
                await Tear(context, exception, place);
            }
        }

        if (exception is not (HttpException or BadHttpRequestException) && !IsFailedSignIn(exception) && place is not BoundaryPlace.App && host.IsInUse)
        {
            // It logs, counts and answers, as it does for every other endpoint of the application.
            context.Features.Set(new LeftException(exception));
            ExceptionDispatchInfo.Throw(exception);
        }

        var rejection = RejectionOf(context, exception);
        if (Schemes is null || !rejection.IsDenied || !await Schemes.Ask(context, rejection.Status))
        {
            await RejectOrFail(context, rejection);
        }
    }

    // Part of the response is sent. A proper end would make it look complete. The server sends the buffered part, logs the
    // exception and ends the connection, or the stream, without the end mark.
    private static async Task Tear(HttpContext context, Exception exception, BoundaryPlace place)
    {
        try
        {
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        catch (Exception)
        {
            // The client has disconnected, or a body with another owner fails again: the first exception gives the reason.
        }

        // An in-memory server has no callback after an exception.
        if (place is not BoundaryPlace.Within && context.Features.Get<RequestCompletion>() is { } left)
        {
            await left.Run();
        }

        ExceptionDispatchInfo.Throw(exception);
    }

    // A stream may have no end to wait for while the app stops.
    private async Task Stop(HttpContext context)
    {
        if (!IsBegun(context.Response))
        {
            await Reject(context, Rejection.Stopping());
            return;
        }

        LogStopped(logger, context.Request.Method, PathOf(context));
        context.Abort();
    }

    /// <summary>Returns true if a response has begun: data passed to the server cannot be taken back, even if it is not sent yet.</summary>
    public static bool IsBegun(HttpResponse response) => response.HasStarted || (response.BodyWriter.CanGetUnflushedBytes && response.BodyWriter.UnflushedBytes > 0);

    // An exception may contain a value that no response can: a header with a line break, an extension that cannot be serialized. So may
    // the app's customization of the document.
    private async Task RejectOrFail(HttpContext context, Rejection rejection)
    {
        try
        {
            await Reject(context, rejection);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogFailed(logger, exception, context.Request.Method, PathOf(context));
            await writer.Write(context, Rejection.Unforeseen(exception, namesCauses), isPlain: true);
        }
    }

    private Rejection RejectionOf(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case HttpException thrown:
                Note(context, thrown);
                return Rejection.Thrown(thrown);
            case AuthenticationFailureException when IsFailedSignIn(exception):
                return Rejection.SignInFailed();
            case BodyTooLargeException thrown:
                return Rejection.Thrown(thrown, thrown.Limit);
            case BadHttpRequestException thrown:
                return Rejection.Thrown(thrown, context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize);
            default:
                signals.Failed(context, exception);
                LogFailed(logger, exception, context.Request.Method, PathOf(context));
                return Rejection.Unforeseen(exception, namesCauses);
        }
    }

    private void Note(HttpContext context, HttpException thrown)
    {
        if (thrown.Status >= StatusCodes.Status500InternalServerError)
        {
            signals.Failed(context, thrown);
            LogFailed(logger, thrown, context.Request.Method, PathOf(context));
        }

        foreach (var name in RejectionWriter.LeftOut(thrown))
        {
            LogLeftOut(logger, context.Request.Method, PathOf(context), name);
        }
    }

    // Its error handlers have run where it was thrown.
    private static bool IsLeft(HttpContext context, Exception exception) => context.Features.Get<LeftException>() is { } left && ReferenceEquals(left.Exception, exception);

    private static PathString PathOf(HttpContext context) => context.Request.PathBase + context.Request.Path;

    /// <summary>An exception that is left to the application's own handler.</summary>
    private sealed record LeftException(Exception Exception);

    // The callback of a remote scheme was forged, replayed or cancelled. A remote server that cannot be reached is not the client's fault.
    private static bool IsFailedSignIn(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or TimeoutException or OperationCanceledException or InvalidOperationException)
            {
                return false;
            }
        }

        return exception is AuthenticationFailureException;
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);

    [LoggerMessage(4, LogLevel.Warning, "{Hook} was not called for {Method} {Path}: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string hook, string method, PathString path, string reason);

    [LoggerMessage(7, LogLevel.Warning, "{Method} {Path} was answered without the extension '{Name}', because every error body has a member with that name. Give it another name, or set Errors.")]
    private static partial void LogLeftOut(ILogger logger, string method, PathString path, string name);

    [LoggerMessage(10, LogLevel.Warning, "{Route} reads a form without an antiforgery token: the antiforgery services are registered, but the middleware is not in use. Call app.UseAntiforgery(), or turn the check off with [RequireAntiforgeryToken(false)] or DisableAntiforgery().")]
    private static partial void LogUnchecked(ILogger logger, string route);

    [LoggerMessage(2, LogLevel.Information, "{Method} {Path} was cut off because the app stops.")]
    private static partial void LogStopped(ILogger logger, string method, PathString path);
}
