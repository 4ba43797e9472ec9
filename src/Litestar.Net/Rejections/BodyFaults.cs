using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Rejections;

/// <summary>All that can be wrong with a request's body as a whole.</summary>
internal static class BodyFaults
{
    public static Fault Missing { get; } = new(RequestSource.Body, "", static texts => texts.BodyMissing) { IsMissing = true };

    public static Fault Null(string path) => new(RequestSource.Body, path, texts => texts.Null(path));

    public static Fault NotAccepted(string? mediaType, string accepted)
    {
        var got = string.IsNullOrEmpty(mediaType) ? null : Excerpt.Of(mediaType);
        return new(RequestSource.Body, "", texts => texts.MediaTypeNotAccepted(got, accepted)) { Status = StatusCodes.Status415UnsupportedMediaType };
    }

    public static Fault TooLarge(long? limit) => new(RequestSource.Body, "", texts => texts.BodyTooLarge(limit)) { Status = StatusCodes.Status413PayloadTooLarge };

    public static Fault NotUtf8 { get; } = new(RequestSource.Body, "", static texts => texts.BodyNotUtf8);

    public static Fault Malformed(JsonException exception) =>
        new(RequestSource.Body, "", texts => texts.BodyMalformed((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1));

    public static Fault MemberMissing(string path) => Fault.Missing(RequestSource.Body, path);

    public static Fault MemberUnreadable(string path, Func<RejectionTexts, string> expected, string got) =>
        new(RequestSource.Body, path, texts => texts.Unreadable(RequestSource.Body, path, expected(texts), got));

    /// <summary>What System.Text.Json says, in its own words: for what it alone knows to be wrong.</summary>
    public static Fault Said(string path, Exception exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return new(RequestSource.Body, path, _ => end < 0 ? message : message[..end]);
    }
}
