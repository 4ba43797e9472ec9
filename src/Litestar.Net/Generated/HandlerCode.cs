using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Litestar.Errors;
using Litestar.Filters;
using Litestar.Responses;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar.Generated;

/// <summary>One handler at one route: the generated corridor from a matched request to its answer.</summary>
/// <param name="setup">What the app knows of this handler when it starts.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerCode(HandlerSetup setup)
{
    private readonly ErrorBoundary _errors = setup.Errors;
    private readonly RangeRuleLimits _limits = new(setup.Handler);

    internal ErrorBoundary Errors => _errors;

    /// <summary>Writes what the handler returned.</summary>
    protected internal ResponseWriter Respond { get; } = new(setup.Errors);

    /// <summary>Writes what an error handler returned: no hook comes before it.</summary>
    protected ResponseWriter RespondToError => field ??= new(_errors);

    /// <summary>The endpoint filters around the handler; null without. It is a <see cref="HandlerFilters"/>, which a native app without filters leaves out.</summary>
    protected internal object? Filters { get; internal set; }

    /// <summary>Which of the stages below are there.</summary>
    public virtual LayerFunctions LayerFunctions => LayerFunctions.None;

    /// <summary>The middleware around all stages, the outermost first.</summary>
    public virtual Func<HttpContext, RequestDelegate, Task>[] Middleware => [];

    /// <summary>Binds, calls and responds.</summary>
    /// <param name="context">A request that matched this handler's route.</param>
    public abstract Task Invoke(HttpContext context);

    /// <summary>Calls the function with arguments that have passed endpoint filters.</summary>
    /// <param name="context">A request that matched this handler's route.</param>
    /// <param name="arguments">The arguments.</param>
    public virtual ValueTask<object?> CallHandler(HttpContext context, object?[] arguments) => throw new NotSupportedException();

    /// <summary>Writes a value that came back through endpoint filters, where it is of the handler's own type.</summary>
    /// <param name="respond">Writes it.</param>
    /// <param name="context">The request.</param>
    /// <param name="value">The value.</param>
    /// <returns>Null where it is of another type.</returns>
    public virtual Task? WriteValue(ResponseWriter respond, HttpContext context, object? value) => null;

    /// <summary>Lets the request pass, or answers it and says false.</summary>
    /// <param name="context">A request that matched this handler's route.</param>
    public virtual ValueTask<bool> RunGuards(HttpContext context) => new(true);

    /// <summary>Answers in the handler's place, as a hook before it has decided.</summary>
    /// <param name="context">A request that matched this handler's route.</param>
    /// <param name="result">The answer.</param>
    public virtual Task RespondEarly(HttpContext context, IResult result) => Respond.Result(context, result);

    /// <summary>Answers an exception, or says false.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exception">What was thrown on its way.</param>
    public virtual ValueTask<bool> TryHandleError(HttpContext context, Exception exception) => new(false);

    /// <summary>Does what is left to do after the last byte.</summary>
    /// <param name="context">The request.</param>
    public virtual ValueTask RunAfterResponse(HttpContext context) => default;

    /// <summary>Answers with everything that was found wrong.</summary>
    protected Task Reject(HttpContext context, in ArgumentBinder bind) => _errors.Reject(context, RejectionOf(bind));

    /// <summary>The same in the place of the handler, around which endpoint filters may stand.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bind">What was found wrong.</param>
    /// <param name="arguments">The arguments as far as they could be read, where there are filters.</param>
    protected Task Reject(HttpContext context, in ArgumentBinder bind, object?[]? arguments) =>
        arguments is not null && Filters is HandlerFilters filters ? filters.Run(context, RejectionOf(bind), _errors, arguments) : Reject(context, bind);

    private Rejection RejectionOf(in ArgumentBinder bind)
    {
        _limits.Tell(bind.Faults);
        return bind.Rejection;
    }

    /// <summary>Returns the rejection that says that there is no thread for the function, to the filters around it.</summary>
    protected object RejectionOf(BlockingThreadPool threads) => new FilteredRejection(Rejection.TooBusy(threads.RetryAfter), _errors);

    /// <summary>Says whether a value that came back through filters is of the handler's own type.</summary>
    protected static bool Is<T>(object? value, [MaybeNullWhen(false)] out T result)
    {
        var isOwn = value is T;
        result = isOwn ? (T)value! : default;
        return isOwn;
    }

    /// <summary>What a function without a value returns to the filters around it.</summary>
    protected static object NoValue => EmptyHttpResult.Instance;

    /// <summary>Answers with what a guard has returned.</summary>
    protected Task Reject(HttpContext context, IResult result) => ResultWriter.Result(context, result, _errors);

    /// <summary>Answers 503: there is no thread for the function, and no place in the queue.</summary>
    protected Task Reject(HttpContext context, BlockingThreadPool threads) => _errors.Reject(context, Rejection.TooBusy(threads.RetryAfter));

    /// <summary>Answers 401 to somebody unknown, 403 to somebody known.</summary>
    protected Task RejectByGuard(HttpContext context) => _errors.Deny(context);

    /// <summary>The status of an error answer that says none itself.</summary>
    protected static int StatusOf(Exception exception) => exception is HttpException { Status: var status } ? status : StatusCodes.Status500InternalServerError;

    /// <summary>Notes that a hook was not called, for what it asks of the request could not be read.</summary>
    protected void LogSkippedHook(HttpContext context, in ArgumentBinder bind, string hook) => _errors.Skip(context, bind.Rejection, hook);

    /// <summary>Notes that a hook was not called, for a provider that it asks for has failed.</summary>
    protected void LogSkippedHook(HttpContext context, string provider, string hook) => _errors.Skip(context, $"'{provider}' has failed.", hook);
}
