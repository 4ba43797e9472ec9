using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>Writes a rejection in the format of Python's Litestar, for clients that migrate.</summary>
internal sealed class LitestarErrorWriter(RejectionTexts texts, JsonSerializerOptions json) : RejectionWriter(texts, json)
{
    protected override string ContentType => "application/json";

    protected override void WriteMembers(Utf8JsonWriter writer, HttpContext context, in Rejection rejection, bool isPlain)
    {
        var faults = rejection.Faults;
        var sentences = FaultSentences.Of(in rejection, Texts);
        var target = FaultSentences.Fit($"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}", FaultSentences.LargestTarget);
        writer.WriteNumber("status_code", rejection.Status);

        // Litestar checks presence first: it reports the first missing parameter alone. Then it parses the body.
        if (faults.FirstOrDefault(fault => fault.IsMissing && fault.Source is not (RequestSource.Body or RequestSource.Form)) is { } missing)
        {
            writer.WriteString("detail", $"Missing required {Name(missing.Source)} parameter '{missing.Key}' for path {target}");
        }
        else if (faults.FirstOrDefault(fault => fault.IsMalformed) is { } malformed)
        {
            writer.WriteString("detail", Excerpt.Sentence(malformed.Message(Texts)));
        }
        else if (faults.Count > 0 && rejection.Status is StatusCodes.Status400BadRequest)
        {
            var failed = $"Validation failed for {context.Request.Method} {target}";
            writer.WriteString("detail", sentences.More(Texts) is { } more ? $"{failed}. {more}" : failed);
            WriteExtra(writer, faults, in sentences);
        }
        else
        {
            writer.WriteString("detail", SentenceOf(rejection));
            if (rejection.Extensions is { Count: > 0 })
            {
                writer.WriteStartObject("extra");
                WriteExtensions(writer, rejection);
                if (rejection.Errors is { } errors)
                {
                    ProblemDetailsWriter.WriteErrors(writer, errors);
                }

                writer.WriteEndObject();
            }
            else if (rejection.Errors is { Count: > 0 } errors)
            {
                WriteErrors(writer, errors);
            }
        }
    }

    // Litestar's own rejections have the bare phrase of their status; messages of user code stay.
    private string SentenceOf(in Rejection rejection) => rejection.Status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed when rejection.IsUnmatched => rejection.Title,
        StatusCodes.Status413PayloadTooLarge => "Request Entity Too Large",
        StatusCodes.Status500InternalServerError => "Internal Server Error",
        _ => rejection.Detail(Texts),
    };

    private static void WriteExtra(Utf8JsonWriter writer, IReadOnlyList<Fault> faults, in FaultSentences sentences)
    {
        writer.WriteStartArray("extra");
        // Writes the first fault of each value.
        var told = new HashSet<(RequestSource, string)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var fault = faults[i];
            if (!told.Add((fault.Source, fault.Key)))
            {
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString("message", sentences[i]);
            writer.WriteString("key", fault.Key is "" ? "data" : fault.Key);
            writer.WriteString("source", Name(fault.Source));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyDictionary<string, string[]> errors)
    {
        writer.WriteStartArray("extra");
        foreach (var (key, sentences) in errors)
        {
            foreach (var sentence in sentences)
            {
                writer.WriteStartObject();
                writer.WriteString("message", sentence);
                writer.WriteString("key", key);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static string Name(RequestSource source) => source switch
    {
        RequestSource.Route => "path",
        RequestSource.Query => "query",
        RequestSource.Header => "header",
        RequestSource.Cookie => "cookie",
        _ => "body",
    };
}
