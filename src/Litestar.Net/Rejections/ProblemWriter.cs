using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Rejections;

/// <summary>Writes a refusal as a problem document (RFC 9457).</summary>
internal sealed class ProblemWriter(RejectionTexts texts, JsonSerializerOptions json) : RejectionWriter(texts, json)
{
    private const int First = 400, Last = 505;

    // What is the same in every document is encoded once.
    private static readonly JsonEncodedText
        Type = JsonEncodedText.Encode("type"),
        Title = JsonEncodedText.Encode("title"),
        Status = JsonEncodedText.Encode("status"),
        Detail = JsonEncodedText.Encode("detail"),
        Instance = JsonEncodedText.Encode("instance"),
        Errors = JsonEncodedText.Encode("errors"),
        TraceId = JsonEncodedText.Encode("traceId"),
        Unspecified = JsonEncodedText.Encode("about:blank");

    private static readonly JsonEncodedText[] Types = TypesOf();

    protected override string ContentType => "application/problem+json";

    protected override void WriteMembers(Utf8JsonWriter writer, HttpContext context, in Rejection rejection)
    {
        var sentences = Sentences.Of(in rejection, Texts);
        writer.WriteString(Type, rejection.Status is >= First and <= Last ? Types[rejection.Status - First] : Unspecified);
        writer.WriteString(Title, rejection.Title);
        writer.WriteNumber(Status, rejection.Status);
        writer.WriteString(Detail, sentences.Count > 0 ? sentences.Together(Texts) : rejection.Detail(Texts));
        writer.WriteString(Instance, Sentences.Fit((context.Request.PathBase + context.Request.Path).ToUriComponent(), Sentences.LargestTarget));
        if (sentences.Count > 0)
        {
            writer.WriteStartObject(Errors);
            sentences.Write(writer);
            writer.WriteEndObject();
        }

        WriteExtensions(writer, in rejection);
        writer.WriteString(TraceId, Activity.Current?.Id ?? context.TraceIdentifier);
    }

    private static JsonEncodedText[] TypesOf()
    {
        var types = new JsonEncodedText[Last - First + 1];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = JsonEncodedText.Encode(SectionOf(First + i));
        }

        return types;
    }

    /// <summary>The section of RFC 9110 (or of its neighbours) that defines the status, as ASP.NET Core's own problem details give it.</summary>
    private static string SectionOf(int status) => status switch
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
