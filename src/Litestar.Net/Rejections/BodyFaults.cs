using System.Text.Json;
using Litestar.Json;
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

    public static Fault NotUtf8 { get; } = new(RequestSource.Body, "", static texts => texts.BodyNotUtf8) { IsMalformed = true };

    /// <summary>The reader has given up: at a letter that is none of JSON's, or because it is nested too deep.</summary>
    public static Fault Malformed(JsonException exception, JsonSerializerOptions options) => exception.Message.Contains("maximum configured depth", StringComparison.Ordinal)
        ? new(RequestSource.Body, "", texts => texts.BodyTooDeep(options.MaxDepth is 0 ? 64 : options.MaxDepth)) { IsMalformed = true }
        : new(RequestSource.Body, "", texts => texts.BodyMalformed((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1)) { IsMalformed = true };

    public static Fault MemberMissing(string path) => Fault.Missing(RequestSource.Body, path);

    /// <summary>What came is none where it is not at hand any more.</summary>
    public static Fault MemberUnreadable(string path, Func<RejectionTexts, string> expected, string? got) =>
        new(RequestSource.Body, path, texts => got is null ? texts.Unreadable(path, expected(texts)) : texts.Unreadable(RequestSource.Body, path, expected(texts), got));

    public static Fault KeyUnreadable(string path, string key, Func<RejectionTexts, string> expected) =>
        new(RequestSource.Body, JsonPath.Of(path, key), texts => texts.UnreadableKey(path, expected(texts), Excerpt.Of(key)));

    public static Fault Nul(string path) => Fault.Nul(RequestSource.Body, path);

    /// <summary>What the user's own code says.</summary>
    public static Fault Said(string path, string message) => new(RequestSource.Body, path, message);
}
