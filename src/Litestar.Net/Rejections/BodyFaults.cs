using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Rejections;

/// <summary>All that can be wrong with a request's body, each as the fault the client is told.</summary>
internal static class BodyFaults
{
    public static Fault Missing { get; } = new("", "A JSON body is required, and none came.");

    public static Fault Null { get; } = new("", "The body is null where a value is required.");

    public static Fault NotJson(string? contentType) => new(
        "",
        contentType is null or ""
            ? "The body has no Content-Type; 'application/json' is accepted."
            : $"The body's Content-Type '{Excerpt.Of(contentType)}' cannot be read; 'application/json' is accepted.",
        StatusCodes.Status415UnsupportedMediaType);

    public static Fault TooLarge(long? limit) => new(
        "",
        limit is { } bytes ? $"The body is larger than the {bytes} bytes that are accepted." : "The body is larger than is accepted.",
        StatusCodes.Status413PayloadTooLarge);

    /// <summary>What an exception of System.Text.Json says of the client's body; none where it says something else.</summary>
    public static Fault? Of(Exception exception) => exception switch
    {
        JsonException json => Unreadable(json),
        NotSupportedException => new("", Sentence(exception)),
        _ => null,
    };

    private static Fault Unreadable(JsonException exception)
    {
        // Only the reader itself, which knows no types, puts another JsonException inside: that is malformed text.
        if (exception.InnerException is JsonException || exception.Path is null)
        {
            return new("", $"The body is not well-formed JSON: line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1}.");
        }

        return new(PathOf(exception.Path), Sentence(exception));
    }

    private static string Sentence(Exception exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static string PathOf(string path) => path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');
}
