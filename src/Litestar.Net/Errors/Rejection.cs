using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Litestar.Errors;

/// <summary>A refusal on its way out. Every way in which a request can be turned back is one factory here.</summary>
internal readonly struct Rejection
{
    private readonly Wording _detail;
    private readonly string? _title;
    private readonly IReadOnlyList<Fault>? _faults;

    private Rejection(int status, Wording detail, string? title = null)
    {
        Status = status;
        _detail = detail;
        _title = title;
    }

    // Most wordings are the same for all requests: what they tell of one stands in the rejection, so that nothing is made for it.
    private delegate string Wording(RejectionTexts texts, in Rejection rejection);

    public int Status { get; }

    public string Title => _title ?? ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>Whether no route answered.</summary>
    public bool IsUnmatched { get; private init; }

    public IReadOnlyList<Fault> Faults => _faults ?? [];

    /// <summary>More was found than <see cref="Faults"/> holds.</summary>
    public bool HasMore => _faults is FaultCollector { IsFull: true };

    /// <summary>The methods that are answered instead.</summary>
    public string? Allow { get; private init; }

    public IEnumerable<KeyValuePair<string, string>>? Headers { get; private init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; private init; }

    /// <summary>Sentences that user code says of single values, by their names.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; private init; }

    /// <summary>What was thrown; null where the framework itself turns the request back.</summary>
    public Exception? Exception { get; private init; }

    // What was asked for, fit to be quoted; or what is said whatever was asked for.
    private string? Path { get; init; }

    private string? Method { get; init; }

    private string? Said { get; init; }

    /// <summary>The door "match": nothing stands at this path.</summary>
    public static Rejection NotFound(HttpRequest request) =>
        new(StatusCodes.Status404NotFound, static (texts, in it) => texts.NotFound(it.Path!)) { IsUnmatched = true, Path = PathOf(request) };

    /// <summary>The door "match": something stands here, but it does not answer this method.</summary>
    public static Rejection MethodNotAllowed(HttpRequest request, string allow) =>
        new(StatusCodes.Status405MethodNotAllowed, static (texts, in it) => texts.MethodNotAllowed(it.Path!, it.Method!, it.Allow!))
        {
            IsUnmatched = true,
            Path = PathOf(request),
            Method = Excerpt.Of(request.Method),
            Allow = allow,
        };

    /// <summary>The door "guard": who asks is not known, or may not.</summary>
    public static Rejection Denied(int status) =>
        new(status, static (texts, in it) => it.Status is StatusCodes.Status401Unauthorized ? texts.AuthenticationRequired : texts.PermissionDenied);

    /// <summary>The door "guard": 401 to somebody unknown, who may try again as somebody; 403 to somebody known.</summary>
    public static Rejection Denied(ClaimsPrincipal user) =>
        Denied(user.Identity?.IsAuthenticated is true ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);

    /// <summary>Whether a scheme may say how to sign in: it is a 401 or 403, and says nothing of that itself.</summary>
    public bool IsDenied => Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        && Headers?.Any(static header => header.Key.Equals("WWW-Authenticate", StringComparison.OrdinalIgnoreCase)) is not true;

    /// <summary>The answer of a remote sign-in is none that this app has asked for.</summary>
    public static Rejection SignInFailed() => new(StatusCodes.Status400BadRequest, static (texts, in _) => texts.SignInFailed);

    /// <summary>The app is not served under the name that the request gives it.</summary>
    public static Rejection HostNotAllowed() => new(StatusCodes.Status400BadRequest, static (texts, in _) => texts.HostNotAllowed);

    /// <summary>Before the guards: the caller asks too often.</summary>
    public static Rejection TooMany(int status) => new(status, static (texts, in _) => texts.TooManyRequests);

    /// <summary>The handler did not end within the time its route gives it.</summary>
    public static Rejection TimedOut(int status) => new(status, static (texts, in _) => texts.TimedOut);

    /// <summary>The door "call": all threads for functions that block are taken, and so are the places in their queue.</summary>
    public static Rejection TooBusy(TimeSpan retryAfter) => new(StatusCodes.Status503ServiceUnavailable, static (texts, in _) => texts.TooBusy)
    {
        Headers = [new("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture))],
    };

    /// <summary>The client asks for a stored answer or none (<c>only-if-cached</c>), and none is stored.</summary>
    public static Rejection NotStored(int status) => new(status, static (texts, in _) => texts.NotStored);

    /// <summary>The door "bind": all that is wrong with what came, in one answer.</summary>
    /// <remarks>A body that was too large or of the wrong type outranks 400: the client must hear that its other faults are not all.</remarks>
    public static Rejection Faulty(IReadOnlyList<Fault> faults) => new(faults);

    private Rejection(IReadOnlyList<Fault> faults)
        : this(Gravest(faults), static (texts, in it) => FaultSentences.Of(in it, texts).Together(texts)) => _faults = faults;

    /// <summary>The door "call": user code threw an exception that names its own status.</summary>
    public static Rejection Thrown(HttpException exception) =>
        Saying(exception.Status, exception.Message, exception.Title) with
        {
            Headers = exception.Headers,
            Extensions = exception.Extensions,
            Errors = exception.Errors,
            Exception = exception,
        };

    /// <summary>The server or a reader of the body found the request itself at fault.</summary>
    public static Rejection Thrown(BadHttpRequestException exception, long? limit) => exception.StatusCode is StatusCodes.Status413PayloadTooLarge
        ? Faulty([BodyFaults.TooLarge(limit)]) with { Exception = exception }
        : Saying(exception.StatusCode, exception.Message) with { Exception = exception };

    /// <summary>Nobody foresaw this.</summary>
    /// <param name="cause">What was thrown.</param>
    /// <param name="isNamed">Whether the client is told the cause, which is in Development.</param>
    public static Rejection Unforeseen(Exception cause, bool isNamed) => !isNamed
        ? new(StatusCodes.Status500InternalServerError, static (texts, in _) => texts.ServerFailed) { Exception = cause }
        : Saying(StatusCodes.Status500InternalServerError, $"{cause.GetType().Name}: {cause.Message}") with
        {
            Extensions = new Dictionary<string, object?> { ["exception"] = cause.ToString() },
            Exception = cause,
        };

    /// <summary>The app stops, and this answer had not begun.</summary>
    public static Rejection Stopping() => new(StatusCodes.Status503ServiceUnavailable, static (texts, in _) => texts.Stopping);

    /// <summary>The server refused a request that it could not even read.</summary>
    public static Rejection Malformed(BadHttpRequestException exception) => Saying(exception.StatusCode, exception.Message) with { Exception = exception };

    /// <summary>What is wrong, in one text.</summary>
    public string Detail(RejectionTexts texts) => _detail(texts, in this);

    // What an answer says of the path is what its 'instance' says: with the part that the host has cut off.
    private static string PathOf(HttpRequest request) => Excerpt.Of(request.PathBase.HasValue ? request.PathBase.Value + request.Path.Value : request.Path.Value);

    private static Rejection Saying(int status, string said, string? title = null) => new(status, static (_, in it) => it.Said!, title) { Said = said };

    private static int Gravest(IReadOnlyList<Fault> faults)
    {
        if (faults is FaultCollector all)
        {
            return all.Status;
        }

        var status = 0;
        for (var i = 0; i < faults.Count; i++)
        {
            status = Math.Max(status, faults[i].Status);
        }

        return status;
    }
}
