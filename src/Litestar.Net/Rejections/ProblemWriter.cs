using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Rejections;

/// <summary>Writes every refusal, whichever door it comes from, as one problem document (RFC 9457).</summary>
/// <param name="json">How the extension members of an <see cref="HttpException"/> are written.</param>
internal sealed class ProblemWriter(JsonSerializerOptions json)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with the rejection.</summary>
    public Task Write(HttpContext context, Rejection rejection)
    {
        var body = Begin(context, rejection);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Sets status and headers; returns the body, which the caller sends.</summary>
    public ReadOnlyMemory<byte> Begin(HttpContext context, Rejection rejection)
    {
        var response = context.Response;
        ForgetRepresentation(response);
        response.StatusCode = rejection.Status;
        foreach (var (name, value) in rejection.Headers)
        {
            response.Headers[name] = value;
        }

        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body, Readable))
        {
            WriteDocument(writer, context, rejection);
        }

        response.ContentType = "application/problem+json";
        response.ContentLength = body.WrittenCount;
        return body.WrittenMemory;
    }

    // What a handler had said of a body that is now not sent must not be said of the problem document.
    private static void ForgetRepresentation(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentLength = null;
        headers.ContentType = default;
        headers.ContentEncoding = default;
        headers.ContentDisposition = default;
        headers.CacheControl = default;
        headers.ETag = default;
        headers.LastModified = default;
    }

    private void WriteDocument(Utf8JsonWriter writer, HttpContext context, Rejection rejection)
    {
        writer.WriteStartObject();
        writer.WriteString("type", TypeOf(rejection.Status));
        writer.WriteString("title", rejection.TitleOrPhrase);
        writer.WriteNumber("status", rejection.Status);
        writer.WriteString("detail", rejection.Detail);
        writer.WriteString("instance", (context.Request.PathBase + context.Request.Path).ToUriComponent());
        if (rejection.Faults.Count > 0)
        {
            WriteErrors(writer, rejection.Faults);
        }

        WriteExtensions(writer, rejection.Extensions);
        writer.WriteString("traceId", Activity.Current?.Id ?? context.TraceIdentifier);
        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<Fault> faults)
    {
        writer.WriteStartObject("errors");
        foreach (var group in faults.GroupBy(fault => fault.Key))
        {
            writer.WriteStartArray(group.Key);
            foreach (var fault in group)
            {
                writer.WriteStringValue(fault.Message);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteExtensions(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?>? extensions)
    {
        foreach (var (name, value) in extensions ?? new Dictionary<string, object?>())
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case null: writer.WriteNullValue(); break;
                case string text: writer.WriteStringValue(text); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                case int number: writer.WriteNumberValue(number); break;
                case long number: writer.WriteNumberValue(number); break;
                case double number: writer.WriteNumberValue(number); break;
                case decimal number: writer.WriteNumberValue(number); break;
                case not null when json.TryGetTypeInfo(value.GetType(), out var info): JsonSerializer.Serialize(writer, value, info); break;
                default: writer.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            }
        }
    }

    /// <summary>The section of RFC 9110 (or of its neighbours) that defines the status, as ASP.NET Core's own problem details give it.</summary>
    private static string TypeOf(int status) => status switch
    {
        400 => "https://tools.ietf.org/html/rfc9110#section-15.5.1",
        401 => "https://tools.ietf.org/html/rfc9110#section-15.5.2",
        402 => "https://tools.ietf.org/html/rfc9110#section-15.5.3",
        403 => "https://tools.ietf.org/html/rfc9110#section-15.5.4",
        404 => "https://tools.ietf.org/html/rfc9110#section-15.5.5",
        405 => "https://tools.ietf.org/html/rfc9110#section-15.5.6",
        406 => "https://tools.ietf.org/html/rfc9110#section-15.5.7",
        407 => "https://tools.ietf.org/html/rfc9110#section-15.5.8",
        408 => "https://tools.ietf.org/html/rfc9110#section-15.5.9",
        409 => "https://tools.ietf.org/html/rfc9110#section-15.5.10",
        410 => "https://tools.ietf.org/html/rfc9110#section-15.5.11",
        411 => "https://tools.ietf.org/html/rfc9110#section-15.5.12",
        412 => "https://tools.ietf.org/html/rfc9110#section-15.5.13",
        413 => "https://tools.ietf.org/html/rfc9110#section-15.5.14",
        414 => "https://tools.ietf.org/html/rfc9110#section-15.5.15",
        415 => "https://tools.ietf.org/html/rfc9110#section-15.5.16",
        416 => "https://tools.ietf.org/html/rfc9110#section-15.5.17",
        417 => "https://tools.ietf.org/html/rfc9110#section-15.5.18",
        421 => "https://tools.ietf.org/html/rfc9110#section-15.5.20",
        422 => "https://tools.ietf.org/html/rfc4918#section-11.2",
        426 => "https://tools.ietf.org/html/rfc9110#section-15.5.22",
        428 => "https://tools.ietf.org/html/rfc6585#section-3",
        429 => "https://tools.ietf.org/html/rfc6585#section-4",
        431 => "https://tools.ietf.org/html/rfc6585#section-5",
        500 => "https://tools.ietf.org/html/rfc9110#section-15.6.1",
        501 => "https://tools.ietf.org/html/rfc9110#section-15.6.2",
        502 => "https://tools.ietf.org/html/rfc9110#section-15.6.3",
        503 => "https://tools.ietf.org/html/rfc9110#section-15.6.4",
        504 => "https://tools.ietf.org/html/rfc9110#section-15.6.5",
        505 => "https://tools.ietf.org/html/rfc9110#section-15.6.6",
        _ => "about:blank",
    };
}
