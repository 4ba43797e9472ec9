using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Rejections;

/// <summary>Writes a refusal as a problem document (RFC 9457).</summary>
internal sealed class ProblemWriter(RejectionTexts texts, JsonSerializerOptions json) : RejectionWriter(texts, json)
{
    protected override string ContentType => "application/problem+json";

    protected override void WriteMembers(Utf8JsonWriter writer, HttpContext context, Rejection rejection)
    {
        writer.WriteString("type", TypeOf(rejection.Status));
        writer.WriteString("title", rejection.Title);
        writer.WriteNumber("status", rejection.Status);
        writer.WriteString("detail", rejection.Detail(Texts));
        writer.WriteString("instance", (context.Request.PathBase + context.Request.Path).ToUriComponent());
        if (rejection.Faults.Count > 0)
        {
            WriteErrors(writer, rejection.Faults);
        }

        WriteExtensions(writer, rejection);
        writer.WriteString("traceId", Activity.Current?.Id ?? context.TraceIdentifier);
    }

    private void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<Fault> faults)
    {
        writer.WriteStartObject("errors");
        foreach (var group in faults.GroupBy(fault => fault.Key))
        {
            writer.WriteStartArray(group.Key);
            foreach (var message in group.Select(fault => fault.Message(Texts)).Distinct())
            {
                writer.WriteStringValue(message);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
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
