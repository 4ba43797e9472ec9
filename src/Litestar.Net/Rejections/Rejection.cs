using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Litestar.Rejections;

/// <summary>A refusal on its way out. Every way in which a request can be turned back is one factory here.</summary>
internal sealed class Rejection
{
    private readonly Func<RejectionTexts, string> _detail;
    private readonly string? _title;

    private Rejection(int status, Func<RejectionTexts, string> detail, string? title = null)
    {
        Status = status;
        _detail = detail;
        _title = title;
    }

    public int Status { get; }

    public string Title => _title ?? ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>Whether no route answered.</summary>
    public bool IsUnmatched { get; private init; }

    public IReadOnlyList<Fault> Faults { get; private init; } = [];

    public IEnumerable<KeyValuePair<string, string>> Headers { get; private init; } = [];

    public IReadOnlyDictionary<string, object?>? Extensions { get; private init; }

    /// <summary>The door "match": nothing stands at this path.</summary>
    public static Rejection NotFound(HttpRequest request)
    {
        var path = Excerpt.Of(request.Path.Value);
        return new(StatusCodes.Status404NotFound, texts => texts.NotFound(path)) { IsUnmatched = true };
    }

    /// <summary>The door "match": something stands here, but it does not answer this method.</summary>
    public static Rejection MethodNotAllowed(HttpRequest request, string allow)
    {
        var (path, method) = (Excerpt.Of(request.Path.Value), Excerpt.Of(request.Method));
        return new(StatusCodes.Status405MethodNotAllowed, texts => texts.MethodNotAllowed(path, method, allow)) { IsUnmatched = true, Headers = [new("Allow", allow)] };
    }

    /// <summary>The door "guard": who asks is not known, or may not.</summary>
    public static Rejection Denied(int status) =>
        new(status, texts => status is StatusCodes.Status401Unauthorized ? texts.AuthenticationRequired : texts.PermissionDenied);

    /// <summary>The door "guard": 401 to somebody unknown, who may try again as somebody; 403 to somebody known.</summary>
    public static Rejection Denied(ClaimsPrincipal user) =>
        Denied(user.Identity?.IsAuthenticated is true ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);

    /// <summary>Before the guards: the caller asks too often.</summary>
    public static Rejection TooMany(int status) => new(status, texts => texts.TooManyRequests);

    /// <summary>The handler did not end within the time its route gives it.</summary>
    public static Rejection TimedOut(int status) => new(status, texts => texts.TimedOut);

    /// <summary>The door "call": all threads for functions that block are taken, and so are the places in their queue.</summary>
    public static Rejection TooBusy(TimeSpan retryAfter) => new(StatusCodes.Status503ServiceUnavailable, texts => texts.TooBusy)
    {
        Headers = [new("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture))],
    };

    /// <summary>The client asks for a stored answer or none (<c>only-if-cached</c>), and none is stored.</summary>
    public static Rejection NotStored(int status) => new(status, texts => texts.NotStored);

    /// <summary>The door "bind": all that is wrong with what came, in one answer.</summary>
    /// <remarks>A body that was too large or of the wrong type outranks 400: the client must hear that its other faults are not all.</remarks>
    public static Rejection Faulty(IReadOnlyList<Fault> faults) =>
        new(faults.Max(fault => fault.Status), texts => faults.Count is 1 ? faults[0].Message(texts) : Joined([.. faults.Select(fault => fault.Message(texts)).Distinct()], texts))
        {
            Faults = faults,
        };

    /// <summary>The door "call": user code threw an exception that names its own status.</summary>
    public static Rejection Thrown(HttpException exception) =>
        new(exception.Status, _ => exception.Message, exception.Title) { Headers = exception.Headers, Extensions = exception.Extensions };

    /// <summary>The server or a reader of the body found the request itself at fault.</summary>
    public static Rejection Thrown(BadHttpRequestException exception, long? limit) => exception.StatusCode is StatusCodes.Status413PayloadTooLarge
        ? Faulty([BodyFaults.TooLarge(limit)])
        : new(exception.StatusCode, _ => exception.Message);

    /// <summary>Nobody foresaw this. The cause is named only where <paramref name="cause"/> is given, which is in Development.</summary>
    public static Rejection Unforeseen(Exception? cause) => cause is null
        ? new(StatusCodes.Status500InternalServerError, texts => texts.ServerFailed)
        : new(StatusCodes.Status500InternalServerError, _ => $"{cause.GetType().Name}: {cause.Message}")
        {
            Extensions = new Dictionary<string, object?> { ["exception"] = cause.ToString() },
        };

    /// <summary>The server refused a request that it could not even read.</summary>
    public static Rejection Malformed(int status, string detail) => new(status, _ => detail);

    // A parameter that a handler and a provider both ask for is at fault once.
    private static string Joined(IReadOnlyList<string> sentences, RejectionTexts texts) => sentences.Count is 1 ? sentences[0] : texts.Several(sentences);

    public string Detail(RejectionTexts texts) => _detail(texts);
}
