using System.Text.Json;
using Litestar.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>The faults of a request's body as a whole.</summary>
internal static class BodyFaults
{
    public static Fault Missing { get; } = new(RequestSource.Body, "", static texts => texts.BodyMissing) { IsMissing = true };

    public static Fault Null(string path) => At(path, static (texts, path) => texts.Null(path));

    public static Fault NotAccepted(string? mediaType, string accepted)
    {
        var got = string.IsNullOrEmpty(mediaType) ? null : Excerpt.Of(mediaType);
        return new(RequestSource.Body, "", texts => texts.MediaTypeNotAccepted(got, accepted)) { Status = StatusCodes.Status415UnsupportedMediaType };
    }

    public static Fault TooLarge(long? limit) => new(RequestSource.Body, "", texts => texts.BodyTooLarge(limit)) { Status = StatusCodes.Status413PayloadTooLarge };

    public static Fault NotUtf8 { get; } = new(RequestSource.Body, "", static texts => texts.BodyNotUtf8) { IsMalformed = true };

    /// <summary>Returns the fault of a body that the reader cannot parse: it is not JSON, or nested too deeply.</summary>
    public static Fault Malformed(JsonException exception, JsonSerializerOptions options) => exception.Message.Contains("maximum configured depth", StringComparison.Ordinal)
        ? new(RequestSource.Body, "", texts => texts.BodyTooDeep(options.MaxDepth is 0 ? 64 : options.MaxDepth)) { IsMalformed = true }
        : new(RequestSource.Body, "", texts => texts.BodyMalformed((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1)) { IsMalformed = true };

    public static Fault MemberMissing(string path) => Fault.Missing(RequestSource.Body, path);

    /// <summary>Returns the fault of a member that the type does not declare, if the settings reject these.</summary>
    public static Fault MemberUnknown(string path) => At(path, static (texts, path) => texts.UnknownMember(path));

    /// <summary>Returns the fault of a repeated member, if the settings reject these.</summary>
    public static Fault MemberRepeated(string path) => At(path, static (texts, path) => texts.RepeatedMember(path));

    /// <summary>Returns the fault of a member that could not be read; the received value is null if it is not available any more.</summary>
    public static Fault MemberUnreadable(string path, Func<RejectionTexts, string> expected, string? got, Type? type = null)
    {
        Fault fault = null!;
        fault = At(path, (texts, path) =>
        {
            var should = fault.Limits is null ? expected(texts) : fault.ExpectedBy(texts, type!);
            return got is null ? texts.Unreadable(path, should) : texts.Unreadable(RequestSource.Body, path, should, got);
        });
        fault.Expected = type;
        return fault;
    }

    public static Fault KeyUnreadable(string path, string key, Func<RejectionTexts, string> expected)
    {
        var (map, got) = (Excerpt.Path(path), Excerpt.Of(key));
        return new(RequestSource.Body, Excerpt.Path(JsonPath.Of(map, got)), texts => texts.UnreadableKey(map, expected(texts), got));
    }

    public static Fault Nul(string path) => Fault.Nul(RequestSource.Body, path);

    /// <summary>Returns a fault with a message of the user's own code.</summary>
    public static Fault Said(string path, string message) => new(RequestSource.Body, Excerpt.Path(path), message);

    private static Fault At(string path, Func<RejectionTexts, string, string> message)
    {
        var told = Excerpt.Path(path);
        return new(RequestSource.Body, told, texts => message(texts, told));
    }
}
