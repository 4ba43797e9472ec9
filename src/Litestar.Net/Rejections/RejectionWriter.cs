using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Litestar.Responses;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;

namespace Litestar.Rejections;

/// <summary>Writes every refusal, whichever door it comes from, in the one format of the app.</summary>
/// <param name="texts">The sentences.</param>
/// <param name="json">How the extension members of an <see cref="HttpException"/> are written.</param>
internal abstract class RejectionWriter(RejectionTexts texts, JsonSerializerOptions json)
{
    // An extension does not speak in the place of a member that is written anyway.
    private static readonly HashSet<string> Own = ["type", "title", "status", "detail", "instance", "errors", "traceId"];

    protected RejectionTexts Texts => texts;

    protected abstract string ContentType { get; }

    public static RejectionWriter Of(ErrorFormat format, RejectionTexts texts, JsonSerializerOptions json) =>
        format is ErrorFormat.Litestar ? new LitestarErrorWriter(texts, json) : new ProblemWriter(texts, json);

    /// <summary>What a rejection says, for the log.</summary>
    public string DetailOf(in Rejection rejection) => rejection.Detail(texts);

    /// <summary>Answers with the rejection.</summary>
    public Task Write(HttpContext context, in Rejection rejection)
    {
        var document = Begin(context, in rejection);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            document.Return();
            return Task.CompletedTask;
        }

        if (document.IsLarge)
        {
            return context.Response.Body.WriteAsync(document.Bytes, context.RequestAborted).AsTask();
        }

        context.Features.ResponseBody().Writer.Write(document.Bytes.Span);
        document.Return();
        return Answers.End(context);
    }

    /// <summary>Sets status and headers; returns the body, which the caller sends.</summary>
    public RejectionDocument Begin(HttpContext context, in Rejection rejection)
    {
        var response = context.Response;
        ForgetRepresentation(response);
        response.StatusCode = rejection.Status;
        if (rejection.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        foreach (var (name, value) in rejection.Headers ?? [])
        {
            response.Headers[name] = value;
        }

        // The rest of a body that is not read stands in the way of the next request (RFC 9110, section 15.5.14).
        if (rejection.Status is StatusCodes.Status413PayloadTooLarge && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            response.Headers.Connection = "close";
        }

        var document = RejectionDocument.Take();
        document.Writer.WriteStartObject();
        WriteMembers(document.Writer, context, in rejection);
        document.Writer.WriteEndObject();
        document.Writer.Flush();
        response.ContentType = ContentType;
        response.ContentLength = document.Bytes.Length;
        return document;
    }

    protected abstract void WriteMembers(Utf8JsonWriter writer, HttpContext context, in Rejection rejection);

    protected void WriteExtensions(Utf8JsonWriter writer, in Rejection rejection)
    {
        if (rejection.Extensions is null)
        {
            return;
        }

        foreach (var (name, value) in rejection.Extensions)
        {
            if (!Own.Contains(name))
            {
                writer.WritePropertyName(name);
                WriteExtension(writer, value);
            }
        }
    }

    // What a handler had said of a body that is now not sent must not be said of this one.
    internal static void ForgetRepresentation(HttpResponse response)
    {
        var headers = response.Headers;
        if (headers.Count > 0)
        {
            headers.ContentLength = null;
            headers.ContentType = default;
            headers.ContentEncoding = default;
            headers.ContentDisposition = default;
            headers.CacheControl = default;
            headers.ETag = default;
            headers.LastModified = default;
            headers.Location = default;
        }

        response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Route>()?.Headers?.Restore(headers);
    }

    private void WriteExtension(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case not null when json.TryGetTypeInfo(value.GetType(), out var type): JsonSerializer.Serialize(writer, value, type); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
