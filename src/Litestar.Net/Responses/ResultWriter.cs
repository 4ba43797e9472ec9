using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Litestar.Dependencies;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar.Responses;

/// <summary>Writes the value of a handler. It does not change a status that a handler or hook has set.</summary>
/// <remarks>
/// <c>completes</c> means: providers are paused at their <c>yield</c>, and the code after it runs as late as possible, before the first
/// byte. If the value cannot be written, that is an error, and nothing was committed.
/// </remarks>
internal static class ResultWriter
{
    // The size of one write to the server: it accepts any size, and lets the writer wait only afterwards.
    private const int Part = 64 * 1024;

    /// <summary>Writes text as <c>text/plain; charset=utf-8</c>.</summary>
    public static Task Text(HttpContext context, string? text)
    {
        text ??= "";
        var length = Encoding.UTF8.GetByteCount(text);
        if (!Begin(context, "text/plain; charset=utf-8", length))
        {
            return Task.CompletedTask;
        }

        var writer = context.Features.ResponseBody().Writer;
        if (length > SegmentedBuffer.Small)
        {
            return LargeText(context, writer, text);
        }

        writer.Advance(Encoding.UTF8.GetBytes(text, writer.GetSpan(length)));
        return End(context);
    }

    /// <summary>Writes bytes as <c>application/octet-stream</c>, unless the handler set another type.</summary>
    public static Task Bytes(HttpContext context, ReadOnlyMemory<byte> bytes) =>
        Begin(context, "application/octet-stream", bytes.Length) ? Send(context, bytes) : Task.CompletedTask;

    /// <summary>
    /// Writes a stream from its position to its end, as <c>application/octet-stream</c> unless the handler set another
    /// type, and disposes it.
    /// </summary>
    public static async Task Stream(HttpContext context, Stream? stream, bool completes)
    {
        await using var source = stream ?? System.IO.Stream.Null;
        long? length = source.CanSeek ? source.Length - source.Position : null;
        if (!completes)
        {
            if (Begin(context, "application/octet-stream", length))
            {
                await source.CopyToAsync(context.Response.Body, context.RequestAborted);
            }

            return;
        }

        var beginning = ArrayPool<byte>.Shared.Rent(Part);
        var count = HttpMethods.IsHead(context.Request.Method) ? 0 : await source.ReadAsync(beginning, context.RequestAborted);
        await RequestCompletion.Complete(context);
        if (Begin(context, "application/octet-stream", length) && count > 0)
        {
            await Send(context, beginning.AsMemory(0, count));
            await source.CopyToAsync(context.Response.Body, context.RequestAborted);
        }

        ArrayPool<byte>.Shared.Return(beginning);
    }

    /// <summary>Writes any other value as JSON: as a whole, or in parts if it is too large.</summary>
    public static Task Json<T>(HttpContext context, T value, JsonResultType<T> answer)
    {
        if (answer.IsLarge(value))
        {
            return JsonInParts(context, value, answer, completes: false, holdsFlushes: true, context.RequestAborted);
        }

        var body = JsonResponseBuffer.Write(value, answer);
        return Send(context, body);
    }

    /// <inheritdoc cref="Json{T}(HttpContext, T, JsonResultType{T})"/>
    public static async Task JsonCompleting<T>(HttpContext context, T value, JsonResultType<T> answer)
    {
        if (answer.IsLarge(value))
        {
            await JsonInParts(context, value, answer, completes: true, holdsFlushes: true, context.RequestAborted);
            return;
        }

        var body = JsonResponseBuffer.Write(value, answer);
        await RequestCompletion.Complete(context);
        await Send(context, body);
    }

    /// <summary>Writes an asynchronous sequence as a JSON array. Each item is sent as it comes. It ends when the app stops.</summary>
    public static async Task JsonStream<T>(HttpContext context, T items, JsonResultType<T> answer, CancellationToken stopping)
    {
        if (IsBodiless(context.Features.Response().StatusCode) || HttpMethods.IsHead(context.Request.Method))
        {
            Begin(context, JsonType, length: null);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var sending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        await using var stopped = stopping.UnsafeRegister(static sending => ((CancellationTokenSource)sending!).CancelAfter(Farewell), sending);
        try
        {
            await JsonInParts(context, items, answer, completes: false, holdsFlushes: false, ending.Token, sending.Token);
        }
        catch (OperationCanceledException exception) when (IsOfStop(context, stopping))
        {
            throw new StreamStoppedException(exception);
        }
    }

    /// <summary>Executes an ASP.NET Core result.</summary>
    /// <param name="context">The request.</param>
    /// <param name="result">The result.</param>
    /// <param name="errors">Adds the app's members to a problem document, and has the token of the app's stop.</param>
    public static Task Result(HttpContext context, IResult? result, ErrorBoundary errors)
    {
        while (result is INestedHttpResult nested)
        {
            result = nested.Result;
        }

        return result switch
        {
            null => Task.CompletedTask,
            ProblemHttpResult problem => errors.Details.Answer(context, problem.ProblemDetails),
            ValidationProblem problem => errors.Details.Answer(context, problem.ProblemDetails),
            IValueHttpResult => result.ExecuteAsync(context),
            _ when IsEventStream(result) => EventStream(context, result, errors.Stopping),
            _ => result.ExecuteAsync(context),
        };
    }

    /// <summary>Executes the result if providers complete before the first byte.</summary>
    /// <remarks>
    /// A result with a value flushes when a buffer is full, which need not be sent; any other result may intend the
    /// flush.
    /// </remarks>
    public static Task ResultCompleting(HttpContext context, IResult? result, ErrorBoundary errors) =>
        DeferredResponse.Write(context, () => Result(context, result, errors), holdsFlushes: (result is INestedHttpResult nested ? nested.Result : result) is IValueHttpResult);

    /// <summary>Sends bytes at the client's speed.</summary>
    public static Task Send(HttpContext context, ReadOnlyMemory<byte> bytes) =>
        bytes.Length <= Part ? context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask() : SendLarge(context, bytes);

    // The server sends the written part when the request ends. A body that middleware has put in front of it, for example to store the
    // response, is not notified of that end.
    internal static Task End(HttpContext context) =>
        ReferenceEquals(context.Features.ResponseBody(), context.Features.Response()) ? Task.CompletedTask : Flush(context);

    // A sequence that ends by itself when the app stops can still send its last items and its end.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private const string JsonType = "application/json; charset=utf-8";

    private static Task Send(HttpContext context, JsonResponseBuffer body)
    {
        if (!Begin(context, JsonType, body.Length))
        {
            body.Return();
            return Task.CompletedTask;
        }

        return body.Send(context);
    }

    private static async Task JsonInParts<T>(HttpContext context, T value, JsonResultType<T> answer, bool completes, bool holdsFlushes, CancellationToken cancellation, CancellationToken? sending = null)
    {
        var body = new DeferredBodyWriter(
            async length =>
            {
                await (completes ? RequestCompletion.Complete(context) : default);
                return Begin(context, JsonType, length) ? context.Features.ResponseBody().Writer : null;
            },
            holdsFlushes) { Sending = sending };
        await JsonSerializer.SerializeAsync(body, value, answer.Parts, cancellation);

        // A disconnected client looks to the writer like the end of its work.
        context.RequestAborted.ThrowIfCancellationRequested();
        await body.End();
        await End(context);
    }

    private static async Task LargeText(HttpContext context, PipeWriter writer, string text)
    {
        var encoder = Encoding.UTF8.GetEncoder();
        for (var at = 0; at < text.Length;)
        {
            Encode(encoder, text.AsSpan(at), writer, out var used);
            at += used;
            await writer.FlushAsync(context.RequestAborted);
        }
    }

    private static void Encode(Encoder encoder, ReadOnlySpan<char> text, PipeWriter writer, out int used)
    {
        encoder.Convert(text, writer.GetSpan(SegmentedBuffer.Small), flush: true, out used, out var written, out _);
        writer.Advance(written);
    }

    private static async Task SendLarge(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += Part)
        {
            await context.Response.Body.WriteAsync(bytes.Slice(at, Math.Min(Part, bytes.Length - at)), context.RequestAborted);
        }
    }

    private static async Task Flush(HttpContext context) => await context.Response.BodyWriter.FlushAsync(context.RequestAborted);

    private static bool IsEventStream(IResult result) => result.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ServerSentEventsResult<>);

    // A client of events reconnects after the last one: nothing can be cut off.
    private static async Task EventStream(HttpContext context, IResult result, CancellationToken stopping)
    {
        var aborted = context.RequestAborted;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        context.RequestAborted = ending.Token;
        try
        {
            await result.ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    private static bool IsOfStop(HttpContext context, CancellationToken stopping) => stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested;

    // These statuses have no body, whatever the function returned (RFC 9110, section 6.4.1).
    private static bool IsBodiless(int status) => status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified;

    // Sets the head, and returns true if a body follows. A media type that the handler has set stays.
    private static bool Begin(HttpContext context, string contentType, long? length)
    {
        var response = context.Features.Response();
        if (IsBodiless(response.StatusCode))
        {
            return false;
        }

        var headers = response.Headers;
        if (headers.ContentType.Count is 0)
        {
            headers.ContentType = contentType;
        }

        headers.ContentLength = length ?? headers.ContentLength;
        return !HttpMethods.IsHead(context.Features.Request().Method);
    }
}
