using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Errors;

/// <summary>Writes ASP.NET Core's problem details: those of its results, and the app's own documents if the app customizes them.</summary>
/// <param name="json">The app's JSON options.</param>
/// <param name="customize">
/// The app's customization of each document, <c>ProblemDetailsOptions.CustomizeProblemDetails</c>; null if there is
/// none.
/// </param>
internal sealed class ProblemDetailsWriter(JsonSerializerOptions json, Action<ProblemDetailsContext>? customize)
{
    private const string TraceId = "traceId";

    /// <summary>True if the app changes documents before they are written.</summary>
    public bool Customizes => customize is not null;

    /// <summary>Returns the path that a document is about.</summary>
    public static string InstanceOf(HttpContext context) =>
        FaultSentences.Fit((context.Request.PathBase + context.Request.Path).ToUriComponent(), FaultSentences.LargestTarget);

    /// <summary>Returns the request's name in the log.</summary>
    public static string TraceIdOf(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    /// <summary>Responds with the details of a result, which has neither an instance nor a trace id of its own.</summary>
    /// <remarks>The object does not change: a result may be made once and returned for many requests.</remarks>
    public Task Answer(HttpContext context, ProblemDetails details)
    {
        var response = context.Response;
        response.StatusCode = details.Status ?? response.StatusCode;
        var document = RejectionBuffer.Take();
        document.Writer.WriteStartObject();
        if (Copy(details) is { } copy)
        {
            copy.Instance ??= InstanceOf(context);
            copy.Extensions.TryAdd(TraceId, TraceIdOf(context));
            WriteCustomized(document.Writer, context, copy, exception: null);
        }
        else
        {
            WriteDerived(document.Writer, details, context);
        }

        document.Writer.WriteEndObject();
        document.Writer.Flush();
        response.ContentType = "application/problem+json";
        response.ContentLength = document.Bytes.Length;
        return RejectionWriter.Send(context, document);
    }

    /// <summary>Lets the app change the details, and writes the result.</summary>
    public void WriteCustomized(Utf8JsonWriter writer, HttpContext context, ProblemDetails details, Exception? exception)
    {
        if (customize is not null)
        {
            var customized = new ProblemDetailsContext { HttpContext = context, ProblemDetails = details, Exception = exception };
            customize(customized);
            details = customized.ProblemDetails;
        }

        if (details.GetType() != typeof(ProblemDetails) && details.GetType() != typeof(HttpValidationProblemDetails))
        {
            WriteDerived(writer, details, context: null);
            return;
        }

        WriteText(writer, "type", details.Type);
        WriteText(writer, "title", details.Title);
        if (details.Status is { } status)
        {
            writer.WriteNumber("status", status);
        }

        WriteText(writer, "detail", details.Detail);
        WriteText(writer, "instance", details.Instance);
        if (details is HttpValidationProblemDetails { Errors: var errors })
        {
            WriteErrors(writer, errors);
        }

        foreach (var (name, value) in details.Extensions)
        {
            writer.WritePropertyName(name);
            ExtensionValueWriter.Write(writer, value, json);
        }
    }

    /// <summary>Writes the member <c>errors</c>.</summary>
    public static void WriteErrors(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, string[]>> errors)
    {
        writer.WriteStartObject("errors");
        foreach (var (name, sentences) in errors)
        {
            writer.WriteStartArray(name);
            foreach (var sentence in sentences)
            {
                writer.WriteStringValue(sentence);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    // A class of the app may have members that only its metadata lists.
    private void WriteDerived(Utf8JsonWriter writer, ProblemDetails details, HttpContext? context)
    {
        var written = JsonSerializer.SerializeToElement(details, json.GetTypeInfo(details.GetType()));
        foreach (var member in written.EnumerateObject())
        {
            member.WriteTo(writer);
        }

        if (context is not null && !written.TryGetProperty("instance", out _))
        {
            writer.WriteString("instance", InstanceOf(context));
        }

        if (context is not null && !written.TryGetProperty(TraceId, out _))
        {
            writer.WriteString(TraceId, TraceIdOf(context));
        }
    }

    private static ProblemDetails? Copy(ProblemDetails details)
    {
        var copy = details.GetType() == typeof(ProblemDetails) ? new ProblemDetails()
            : details.GetType() == typeof(HttpValidationProblemDetails) ? new HttpValidationProblemDetails(((HttpValidationProblemDetails)details).Errors)
            : null;
        if (copy is not null)
        {
            (copy.Type, copy.Title, copy.Status, copy.Detail, copy.Instance) = (details.Type, details.Title, details.Status, details.Detail, details.Instance);
            copy.Extensions = new Dictionary<string, object?>(details.Extensions, StringComparer.Ordinal);
        }

        return copy;
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
