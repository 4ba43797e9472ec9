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
        var length = Encoding.UTF8.GetByteCount(text);
        if (!Begin(context, status, "text/plain; charset=utf-8", length))
        {
            return Task.CompletedTask;
        }

        var writer = context.Response.BodyWriter;
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
    public static Task Bytes(HttpContext context, ReadOnlyMemory<byte> bytes, int status) =>
        Begin(context, status, "application/octet-stream", bytes.Length) ? context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask() : Task.CompletedTask;

    /// <summary>A stream from where it stands to its end, as <c>application/octet-stream</c> unless the handler set another type; it is disposed.</summary>
    public static async Task Stream(HttpContext context, Stream? stream, int status)
    {
        await using var source = stream ?? System.IO.Stream.Null;
        if (Begin(context, status, "application/octet-stream", source.CanSeek ? source.Length - source.Position : null))
        {
            await source.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    /// <summary>Any other value as JSON.</summary>
    public static Task Json<T>(HttpContext context, T value, JsonAnswer<T> answer, int status)
    {
        var body = JsonBody.Write(value, answer);
        if (!Begin(context, status, "application/json; charset=utf-8", body.Length))
        {
            body.Return();
            return Task.CompletedTask;
        }

        return body.Send(context);
    }

    /// <summary>A sequence that is still being made, as a JSON array, each item sent as it comes.</summary>
    public static async Task JsonStream<T>(HttpContext context, T items, JsonAnswer<T> answer, int status)
    {
        if (Begin(context, status, "application/json; charset=utf-8", length: null))
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

    // Sets the head, and says whether a body follows it. A status or media type that the handler set by hand stands.
    private static bool Begin(HttpContext context, int status, string contentType, long? length)
    {
        var response = context.Response;
        if (response.StatusCode is StatusCodes.Status200OK)
        {
            response.StatusCode = status;
        }

        // These have no body, whatever the function returned (RFC 9110, section 6.4.1).
        if (response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return false;
        }

        response.ContentType ??= contentType;
        response.ContentLength = length;
        return !HttpMethods.IsHead(context.Request.Method);
    }
}
