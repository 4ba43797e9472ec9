using System.ComponentModel;
using Litestar.Dependencies;
using Litestar.Errors;
using Litestar.Layers;
using Litestar.Responses;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>Writes the value of a handler, after the After hook of an app or a list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseWriter
{
    private readonly ErrorBoundary _errors;

    internal ResponseWriter(ErrorBoundary errors) => _errors = errors;

    /// <summary>The hook that runs before the first byte.</summary>
    internal HookRegistration? After { get; set; }

    /// <summary>True if a provider may be paused at its <c>yield</c> with code left to run.</summary>
    internal bool Completes { get; set; }

    private bool IsStraight => After is null && !Completes;

    /// <summary>Writes text as <c>text/plain; charset=utf-8</c>.</summary>
    public Task Text(HttpContext context, string? text) => IsStraight ? ResultWriter.Text(context, text) : Later(context, text, ResultWriter.Text);

    /// <summary>Writes bytes as <c>application/octet-stream</c>, unless the handler set another type.</summary>
    public Task Bytes(HttpContext context, byte[]? bytes) => Bytes(context, (ReadOnlyMemory<byte>)bytes);

    /// <inheritdoc cref="Bytes(HttpContext, byte[])"/>
    public Task Bytes(HttpContext context, ReadOnlyMemory<byte> bytes) => IsStraight ? ResultWriter.Bytes(context, bytes) : Later(context, bytes, ResultWriter.Bytes);

    /// <summary>
    /// Writes a stream from its position to its end, as <c>application/octet-stream</c> unless the handler set another
    /// type, and disposes it.
    /// </summary>
    public Task Stream(HttpContext context, Stream? stream) => IsStraight ? ResultWriter.Stream(context, stream, completes: false) : LaterStream(context, stream);

    /// <summary>Writes any other value as JSON.</summary>
    public Task Json<T>(HttpContext context, T value, JsonResultType<T> answer) =>
        IsStraight ? ResultWriter.Json(context, value, answer) : LaterJson(context, value, answer);

    /// <summary>Writes an asynchronous sequence as a JSON array. Each item is sent as it comes.</summary>
    public Task JsonStream<T>(HttpContext context, T items, JsonResultType<T> answer) =>
        IsStraight ? ResultWriter.JsonStream(context, items, answer, _errors.Stopping) : LaterJsonStream(context, items, answer);

    /// <summary>Executes an ASP.NET Core result.</summary>
    public Task Result(HttpContext context, IResult? result) => IsStraight ? ResultWriter.Result(context, result, _errors) : LaterResult(context, result);

    /// <summary>Writes no body.</summary>
    public Task Empty(HttpContext context) => IsStraight ? Task.CompletedTask : Later(context, 0, static (_, _) => Task.CompletedTask);

    /// <summary>Sets a status without a body, unless the handler has written the response itself.</summary>
    public Task Empty(HttpContext context, int status)
    {
        SetDefaultStatus(context, status);
        return Empty(context);
    }

    /// <summary>Sets the status, headers and cookies of a response.</summary>
    /// <exception cref="InvalidOperationException">The response is null.</exception>
    public static void SetHead(HttpContext context, ResponseHead? response) =>
        (response ?? throw new InvalidOperationException("The handler has returned null instead of a response. Return a response whose value is null, new(null).")).Write(context);

    /// <summary>Waits until a response is written, and schedules its background work after the last byte.</summary>
    public static Task WithBackgroundWork(HttpContext context, ResponseHead response, Task writing) => response.Work is { } work ? Later(context, work, writing) : writing;

    /// <summary>Sets a status, unless the handler has written the response itself or set another.</summary>
    public static void SetDefaultStatus(HttpContext context, int status)
    {
        if (!context.Response.HasStarted && context.Response.StatusCode is StatusCodes.Status200OK)
        {
            context.Response.StatusCode = status;
        }
    }

    /// <summary>Sets the status that a result will set, for the hook that runs before it.</summary>
    public static void SetStatusFrom(HttpContext context, IResult? result)
    {
        if (!context.Response.HasStarted && ResultStatus.Of(result) is { } status)
        {
            context.Response.StatusCode = status;
        }
    }

    /// <summary>Executes an ASP.NET Core result after a hook, which may have set another status than the result's own.</summary>
    public async Task ResultKeepingStatus(HttpContext context, IResult? result)
    {
        var status = context.Response.StatusCode;
        if (ResultStatus.Of(result) is { } own && own != status)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        }

        await (RequestCompletion.IsBegun(context) ? ResultWriter.ResultCompleting(context, result, _errors) : ResultWriter.Result(context, result, _errors));
    }

    private static async Task Later(HttpContext context, BackgroundWork work, Task writing)
    {
        await writing;
        RequestCompletion.Of(context).Then(work);
    }

    // Only a sequence can fail before the first byte here; it is created after its providers have completed.
    private Task Later<T>(HttpContext context, T value, Func<HttpContext, T, Task> write) => Hooked(context, async () =>
    {
        await RequestCompletion.Complete(context);
        await write(context, value);
    });

    // A separate method, so that the closure is allocated only here.
    private Task LaterStream(HttpContext context, Stream? stream) => Hooked(context, () => ResultWriter.Stream(context, stream, Completes));

    private Task LaterJson<T>(HttpContext context, T value, JsonResultType<T> answer) => Hooked(context, () => ResultWriter.JsonCompleting(context, value, answer));

    private Task LaterJsonStream<T>(HttpContext context, T items, JsonResultType<T> answer) =>
        Later(context, (items, answer, _errors.Stopping), static (context, json) => ResultWriter.JsonStream(context, json.items, json.answer, json.Stopping));

    private async Task Hooked(HttpContext context, Func<Task> write)
    {
        if (After is not null)
        {
            await After.Call(context);
        }

        await write();
    }

    private async Task LaterResult(HttpContext context, IResult? result)
    {
        SetStatusFrom(context, result);
        if (After is not null)
        {
            await After.Call(context);
        }

        await ResultKeepingStatus(context, result);
    }
}
