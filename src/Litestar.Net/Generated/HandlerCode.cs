using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Litestar.Errors;
using Litestar.Filters;
using Litestar.Responses;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar.Generated;

/// <summary>A handler at one route: the generated code from a matched request to its response.</summary>
/// <param name="setup">The app's facts about this handler, collected at the start.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerCode(HandlerSetup setup)
{
    private readonly ErrorBoundary _errors = setup.Errors;
    private readonly RangeRuleLimits _limits = new(setup.Handler);

    internal ErrorBoundary Errors => _errors;

    /// <summary>The writer of the handler's value.</summary>
    protected internal ResponseWriter Respond { get; } = new(setup.Errors);

    /// <summary>The writer of an error handler's value: no hook runs before it.</summary>
    protected ResponseWriter RespondToError => field ??= new(_errors);

    /// <summary>
    /// The endpoint filters around the handler; null if there are none. It is a <see cref="HandlerFilters"/>, which a
    /// native app without filters leaves out.
    /// </summary>
    protected internal object? Filters { get; internal set; }

    /// <summary>The kinds of layer functions that this handler has.</summary>
    public virtual LayerFunctions LayerFunctions => LayerFunctions.None;

    /// <summary>The middleware around all of them, the outermost first.</summary>
    public virtual Func<HttpContext, RequestDelegate, Task>[] Middleware => [];

    /// <summary>Binds the arguments, calls the function and writes the response.</summary>
    /// <param name="context">A request that has matched this handler's route.</param>
    public abstract Task Invoke(HttpContext context);

    /// <summary>Calls the function with arguments that have passed endpoint filters.</summary>
    /// <param name="context">A request that has matched this handler's route.</param>
    /// <param name="arguments">The arguments.</param>
    public virtual ValueTask<object?> CallHandler(HttpContext context, object?[] arguments) => throw new NotSupportedException();

    /// <summary>Writes a value that has passed endpoint filters, if it has the handler's return type.</summary>
    /// <param name="respond">Writes it.</param>
    /// <param name="context">The request.</param>
    /// <param name="value">The value.</param>
    /// <returns>Null if it has another type.</returns>
    public virtual Task? WriteValue(ResponseWriter respond, HttpContext context, object? value) => null;

    /// <summary>Runs the guards. Returns false if one has answered the request.</summary>
    /// <param name="context">A request that has matched this handler's route.</param>
    public virtual ValueTask<bool> RunGuards(HttpContext context) => new(true);

    /// <summary>Writes the result of a hook before the handler, in place of the handler's response.</summary>
    /// <param name="context">A request that has matched this handler's route.</param>
    /// <param name="result">The result.</param>
    public virtual Task RespondEarly(HttpContext context, IResult result) => Respond.Result(context, result);

    /// <summary>Answers an exception; returns false if no error handler does.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exception">The exception.</param>
    public virtual ValueTask<bool> TryHandleError(HttpContext context, Exception exception) => new(false);

    /// <summary>Runs the hook after the last byte.</summary>
    /// <param name="context">The request.</param>
    public virtual ValueTask RunAfterResponse(HttpContext context) => default;

    /// <summary>Responds with all faults.</summary>
    protected Task Reject(HttpContext context, in ArgumentBinder bind) => _errors.Reject(context, RejectionOf(bind));

    /// <summary>Responds with all faults in place of the handler, through its endpoint filters if it has any.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bind">The binder with the faults.</param>
    /// <param name="arguments">The arguments that could be read, if there are filters.</param>
    protected Task Reject(HttpContext context, in ArgumentBinder bind, object?[]? arguments) =>
        arguments is not null && Filters is HandlerFilters filters ? filters.Run(context, RejectionOf(bind), _errors, arguments) : Reject(context, bind);

    private Rejection RejectionOf(in ArgumentBinder bind)
    {
        _limits.Tell(bind.Faults);
        return bind.Rejection;
    }

    /// <summary>Returns the rejection for a full thread pool, for the filters around the function.</summary>
    protected object RejectionOf(BlockingThreadPool threads) => new FilteredRejection(Rejection.TooBusy(threads.RetryAfter), _errors);

    /// <summary>Returns true if a value that has passed filters has the handler's return type.</summary>
    protected static bool Is<T>(object? value, [MaybeNullWhen(false)] out T result)
    {
        var isOwn = value is T;
        result = isOwn ? (T)value! : default;
        return isOwn;
    }

    /// <summary>The value that a function without a result returns to its filters.</summary>
    protected static object NoValue => EmptyHttpResult.Instance;

    /// <summary>Responds with the result of a guard.</summary>
    protected Task Reject(HttpContext context, IResult result) => ResultWriter.Result(context, result, _errors);

    /// <summary>Responds with 503: all threads are in use, and their queue is full.</summary>
    protected Task Reject(HttpContext context, BlockingThreadPool threads) => _errors.Reject(context, Rejection.TooBusy(threads.RetryAfter));

    /// <summary>Responds with 401 for an anonymous caller, 403 for a known one.</summary>
    protected Task RejectByGuard(HttpContext context) => _errors.Deny(context);

    /// <summary>Returns the status of an error response that does not set it.</summary>
    protected static int StatusOf(Exception exception) => exception is HttpException { Status: var status } ? status : StatusCodes.Status500InternalServerError;

    /// <summary>Logs that a hook was skipped because its parameters could not be bound.</summary>
    protected void LogSkippedHook(HttpContext context, in ArgumentBinder bind, string hook) => _errors.Skip(context, bind.Rejection, hook);

    /// <summary>Logs that a hook was skipped because a provider that it needs has failed.</summary>
    protected void LogSkippedHook(HttpContext context, string provider, string hook) => _errors.Skip(context, $"'{provider}' has failed.", hook);
}
