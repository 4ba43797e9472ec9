using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Litestar.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>Writes what a handler returned.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Respond
{
    // Up to here a body is handed to the server whole, which sends it with the headers when the request ends.
    private const int Large = 16 * 1024;

    /// <summary>Text as <c>text/plain; charset=utf-8</c>.</summary>
    public static Task Text(HttpContext context, string? text, int status)
    {
        text ??= "";
        var response = context.Response;
        var length = Encoding.UTF8.GetByteCount(text);
        Begin(response, status, response.ContentType ?? "text/plain; charset=utf-8", length);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        var writer = response.BodyWriter;
        if (length > Large)
        {
            Encoding.UTF8.GetBytes(text, writer);
            return Flush(context);
        }

        writer.Advance(Encoding.UTF8.GetBytes(text, writer.GetSpan(length)));
        return Task.CompletedTask;
    }

    /// <summary>Bytes as <c>application/octet-stream</c>, unless the handler set another type.</summary>
    public static Task Bytes(HttpContext context, byte[]? bytes, int status) => Bytes(context, (ReadOnlyMemory<byte>)bytes, status);

    /// <inheritdoc cref="Bytes(HttpContext, byte[], int)"/>
    public static Task Bytes(HttpContext context, ReadOnlyMemory<byte> bytes, int status)
    {
        Begin(context.Response, status, context.Response.ContentType ?? "application/octet-stream", bytes.Length);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>A stream from where it stands to its end, as <c>application/octet-stream</c> unless the handler set another type; it is disposed.</summary>
    public static async Task Stream(HttpContext context, Stream? stream, int status)
    {
        await using var source = stream ?? System.IO.Stream.Null;
        Begin(context.Response, status, context.Response.ContentType ?? "application/octet-stream", source.CanSeek ? source.Length - source.Position : null);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await source.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    /// <summary>Any other value as JSON.</summary>
    public static Task Json<T>(HttpContext context, T value, JsonAnswer<T> answer, int status)
    {
        var body = JsonBody.Write(value, answer);
        Begin(context.Response, status, context.Response.ContentType ?? "application/json; charset=utf-8", body.Length);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            body.Return();
            return Task.CompletedTask;
        }

        return body.Send(context);
    }

    /// <summary>A sequence that is still being made, as a JSON array, each item sent as it comes.</summary>
    public static async Task JsonStream<T>(HttpContext context, T items, JsonAnswer<T> answer, int status)
    {
        Begin(context.Response, status, context.Response.ContentType ?? "application/json; charset=utf-8", length: null);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await JsonSerializer.SerializeAsync(context.Response.Body, items, answer.Type, context.RequestAborted);
        }
    }

    /// <summary>An ASP.NET Core result, which writes itself.</summary>
    public static Task Result(HttpContext context, IResult? result, int status) =>
        result is null ? Nothing(context, status) : result.ExecuteAsync(context);

    /// <summary>A status and no body.</summary>
    public static Task Nothing(HttpContext context, int status)
    {
        // A handler that returns nothing may have written the response itself.
        if (!context.Response.HasStarted && context.Response.StatusCode is StatusCodes.Status200OK)
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }

    internal static async Task Flush(HttpContext context) => await context.Response.BodyWriter.FlushAsync(context.RequestAborted);

    // A status that the handler set by hand stands.
    private static void Begin(HttpResponse response, int status, string contentType, long? length)
    {
        if (response.StatusCode is StatusCodes.Status200OK)
        {
            response.StatusCode = status;
        }

        response.ContentType = contentType;
        response.ContentLength = length;
    }
}
