using System.Text;
using System.Text.Json;
using Litestar.Generated;
using Litestar.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Responses;

/// <summary>Writes what a handler returned. The status stands already: what a handler or hook set by hand is not touched.</summary>
internal static class Answers
{
    // Up to here a body is handed to the server whole, which sends it with the headers when the request ends.
    private const int Large = 16 * 1024;

    /// <summary>Text as <c>text/plain; charset=utf-8</c>.</summary>
    public static Task Text(HttpContext context, string? text)
    {
        text ??= "";
        var length = Encoding.UTF8.GetByteCount(text);
        if (!Begin(context, "text/plain; charset=utf-8", length))
        {
            return Task.CompletedTask;
        }

        var writer = context.Features.ResponseBody().Writer;
        if (length > Large)
        {
            Encoding.UTF8.GetBytes(text, writer);
            return Flush(context);
        }

        writer.Advance(Encoding.UTF8.GetBytes(text, writer.GetSpan(length)));
        return End(context);
    }

    /// <summary>Bytes as <c>application/octet-stream</c>, unless the handler set another type.</summary>
    public static Task Bytes(HttpContext context, byte[]? bytes) => Bytes(context, (ReadOnlyMemory<byte>)bytes);

    /// <inheritdoc cref="Bytes(HttpContext, byte[])"/>
    public static Task Bytes(HttpContext context, ReadOnlyMemory<byte> bytes) =>
        Begin(context, "application/octet-stream", bytes.Length) ? context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask() : Task.CompletedTask;

    /// <summary>A stream from where it stands to its end, as <c>application/octet-stream</c> unless the handler set another type; it is disposed.</summary>
    public static async Task Stream(HttpContext context, Stream? stream)
    {
        await using var source = stream ?? System.IO.Stream.Null;
        if (Begin(context, "application/octet-stream", source.CanSeek ? source.Length - source.Position : null))
        {
            await source.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    /// <summary>Any other value as JSON.</summary>
    public static Task Json<T>(HttpContext context, T value, JsonAnswer<T> answer)
    {
        var body = JsonBody.Write(value, answer);
        if (!Begin(context, "application/json; charset=utf-8", body.Length))
        {
            body.Return();
            return Task.CompletedTask;
        }

        return body.Send(context);
    }

    /// <summary>A sequence that is still being made, as a JSON array, each item sent as it comes.</summary>
    public static async Task JsonStream<T>(HttpContext context, T items, JsonAnswer<T> answer)
    {
        if (Begin(context, "application/json; charset=utf-8", length: null))
        {
            await JsonSerializer.SerializeAsync(context.Response.Body, items, answer.Type, context.RequestAborted);
        }
    }

    /// <summary>An ASP.NET Core result, which writes itself.</summary>
    public static Task Result(HttpContext context, IResult? result) => result is null ? Task.CompletedTask : result.ExecuteAsync(context);

    // The server sends what was written when the request ends. A body that middleware has put in front of it, to store what
    // goes by for instance, hears nothing of that end.
    internal static Task End(HttpContext context) =>
        ReferenceEquals(context.Features.ResponseBody(), context.Features.Response()) ? Task.CompletedTask : Flush(context);

    private static async Task Flush(HttpContext context) => await context.Response.BodyWriter.FlushAsync(context.RequestAborted);

    // Sets the head, and says whether a body follows it. A media type that the handler set by hand stands.
    private static bool Begin(HttpContext context, string contentType, long? length)
    {
        var response = context.Features.Response();
        // These have no body, whatever the function returned (RFC 9110, section 6.4.1).
        if (response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
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
