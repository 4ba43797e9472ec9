using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Litestar.Benchmarks.Contestants;

/// <summary>The problem documents of Litestar.Net, written by hand.</summary>
internal static class RawRejection
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _buffer;

    /// <summary>404, or 405 where another method is answered.</summary>
    public static Task Unmatched(HttpContext context, string? allow)
    {
        var path = context.Request.Path.Value!;
        if (allow is null)
        {
            return Write(context, 404, "Not Found", "https://tools.ietf.org/html/rfc9110#section-15.5.5", $"Nothing is found at '{path}'.", []);
        }

        allow = allow is "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
        context.Response.Headers.Allow = allow;
        return Write(context, 405, "Method Not Allowed", "https://tools.ietf.org/html/rfc9110#section-15.5.6", $"'{path}' does not answer {context.Request.Method}; it answers {allow}.", []);
    }

    /// <summary>400 with all that was found wrong.</summary>
    public static Task Faulty(HttpContext context, List<(string Key, string Message)> faults) => Write(
        context, 400, "Bad Request", "https://tools.ietf.org/html/rfc9110#section-15.5.1",
        faults.Count is 1 ? faults[0].Message : $"The request has {faults.Count} faults: {string.Join(' ', faults.Select(fault => fault.Message))}",
        faults);

    private static Task Write(HttpContext context, int status, string title, string type, string detail, List<(string Key, string Message)> faults)
    {
        var (bytes, json) = _buffer ??= NewBuffer();
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("title", title);
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
        json.WriteString("instance", context.Request.Path);
        if (faults.Count > 0)
        {
            json.WriteStartObject("errors");
            foreach (var same in faults.GroupBy(fault => fault.Key))
            {
                json.WriteStartArray(same.Key);
                foreach (var (_, message) in same)
                {
                    json.WriteStringValue(message);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteString("traceId", System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier);
        json.WriteEndObject();
        json.Flush();
        Raw.Begin(context, status, "application/problem+json", bytes.WrittenCount);
        context.Response.BodyWriter.Write(bytes.WrittenSpan);
        return Task.CompletedTask;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewBuffer()
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        return (bytes, new Utf8JsonWriter(bytes, Readable));
    }
}
