using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Errors;

/// <summary>Writes a rejection as a problem document (RFC 9457).</summary>
/// <param name="texts">The sentences.</param>
/// <param name="json">The app's JSON options.</param>
/// <param name="details">Lets the app change a document before it is written.</param>
internal sealed class ProblemWriter(RejectionTexts texts, JsonSerializerOptions json, ProblemDetailsWriter details) : RejectionWriter(texts, json)
{
    private const int First = 400, Last = 505;

    // Constant parts of the document are encoded once.
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

    protected override void WriteMembers(Utf8JsonWriter writer, HttpContext context, in Rejection rejection, bool isPlain)
    {
        var sentences = FaultSentences.Of(in rejection, Texts);
        if (details.Customizes && !isPlain)
        {
            details.WriteCustomized(writer, context, DetailsOf(context, in rejection, in sentences), rejection.Exception);
            return;
        }

        writer.WriteString(Type, TypeOf(rejection.Status));
        writer.WriteString(Title, rejection.Title);
        writer.WriteNumber(Status, rejection.Status);
        writer.WriteString(Detail, sentences.Count > 0 ? sentences.Together(Texts) : rejection.Detail(Texts));
        writer.WriteString(Instance, ProblemDetailsWriter.InstanceOf(context));
        if (sentences.Count > 0)
        {
            writer.WriteStartObject(Errors);
            sentences.Write(writer);
            writer.WriteEndObject();
        }
        else if (rejection.Errors is { } errors)
        {
            ProblemDetailsWriter.WriteErrors(writer, errors);
        }

        WriteExtensions(writer, in rejection);
        writer.WriteString(TraceId, ProblemDetailsWriter.TraceIdOf(context));
    }

    // The same document as an object, for the app's own code.
    private ProblemDetails DetailsOf(HttpContext context, in Rejection rejection, in FaultSentences sentences)
    {
        var errors = sentences.Count > 0 ? sentences.ByName() : rejection.Errors;
        var document = errors is null ? new ProblemDetails() : new HttpValidationProblemDetails(errors);
        document.Type = TypeOf(rejection.Status).Value;
        document.Title = rejection.Title;
        document.Status = rejection.Status;
        document.Detail = sentences.Count > 0 ? sentences.Together(Texts) : rejection.Detail(Texts);
        document.Instance = ProblemDetailsWriter.InstanceOf(context);
        foreach (var (name, value) in rejection.Extensions ?? Enumerable.Empty<KeyValuePair<string, object?>>())
        {
            if (!IsOwn(name, rejection.Errors))
            {
                document.Extensions[name] = value;
            }
        }

        document.Extensions[TraceId.Value] = ProblemDetailsWriter.TraceIdOf(context);
        return document;
    }

    private static JsonEncodedText TypeOf(int status) => status is >= First and <= Last ? Types[status - First] : Unspecified;

    private static JsonEncodedText[] TypesOf()
    {
        var types = new JsonEncodedText[Last - First + 1];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = JsonEncodedText.Encode(SectionOf(First + i));
        }

        return types;
    }

    /// <summary>
    /// Returns the section of RFC 9110 (or of a related RFC) that defines the status, as in ASP.NET Core's own problem
    /// details.
    /// </summary>
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
