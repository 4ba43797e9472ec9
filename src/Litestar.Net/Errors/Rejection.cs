using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Litestar.Errors;

/// <summary>An error response of the framework. Every reason to reject a request is one factory method here.</summary>
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

    // Most wordings are the same for all requests: their arguments are in the rejection, so that nothing is allocated.
    private delegate string Wording(RejectionTexts texts, in Rejection rejection);

    public int Status { get; }

    public string Title => _title ?? ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>True if no route matched.</summary>
    public bool IsUnmatched { get; private init; }

    public IReadOnlyList<Fault> Faults => _faults ?? [];

    /// <summary>True if more faults were found than <see cref="Faults"/> holds.</summary>
    public bool HasMore => _faults is FaultCollector { IsFull: true };

    /// <summary>The methods that the path supports.</summary>
    public string? Allow { get; private init; }

    public IEnumerable<KeyValuePair<string, string>>? Headers { get; private init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; private init; }

    /// <summary>The messages of user code about single values, by their names.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; private init; }

    /// <summary>The exception; null if the framework itself rejects the request.</summary>
    public Exception? Exception { get; private init; }

    // The requested path, safe to quote; or a fixed sentence.
    private string? Path { get; init; }

    private string? Method { get; init; }

    private string? Said { get; init; }

    /// <summary>Match: no route has this path.</summary>
    public static Rejection NotFound(HttpRequest request) =>
        new(StatusCodes.Status404NotFound, static (texts, in it) => texts.NotFound(it.Path!)) { IsUnmatched = true, Path = PathOf(request) };

    /// <summary>Match: a route has this path, but not this method.</summary>
    public static Rejection MethodNotAllowed(HttpRequest request, string allow) =>
        new(StatusCodes.Status405MethodNotAllowed, static (texts, in it) => texts.MethodNotAllowed(it.Path!, it.Method!, it.Allow!))
        {
            IsUnmatched = true,
            Path = PathOf(request),
            Method = Excerpt.Of(request.Method),
            Allow = allow,
        };

    /// <summary>Guard: the caller is anonymous, or has no permission.</summary>
    public static Rejection Denied(int status) =>
        new(status, static (texts, in it) => it.Status is StatusCodes.Status401Unauthorized ? texts.AuthenticationRequired : texts.PermissionDenied);

    /// <summary>Guard: 401 for an anonymous caller, who may sign in; 403 for a known one.</summary>
    public static Rejection Denied(ClaimsPrincipal user) =>
        Denied(user.Identity?.IsAuthenticated is true ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);

    /// <summary>True if a scheme may add the headers for signing in: it is a 401 or 403 without such headers.</summary>
    public bool IsDenied => Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        && Headers?.Any(static header => header.Key.Equals("WWW-Authenticate", StringComparison.OrdinalIgnoreCase)) is not true;

    /// <summary>The response of a remote sign-in does not match a request of this app.</summary>
    public static Rejection SignInFailed() => new(StatusCodes.Status400BadRequest, static (texts, in _) => texts.SignInFailed);

    /// <summary>The app does not serve the host name of the request.</summary>
    public static Rejection HostNotAllowed() => new(StatusCodes.Status400BadRequest, static (texts, in _) => texts.HostNotAllowed);

    /// <summary>Before the guards: the caller exceeds the rate limit.</summary>
    public static Rejection TooMany(int status) => new(status, static (texts, in _) => texts.TooManyRequests);

    /// <summary>The handler did not end within the timeout of its route.</summary>
    public static Rejection TimedOut(int status) => new(status, static (texts, in _) => texts.TimedOut);

    /// <summary>Call: all threads for blocking functions are in use, and their queue is full.</summary>
    public static Rejection TooBusy(TimeSpan retryAfter) => new(StatusCodes.Status503ServiceUnavailable, static (texts, in _) => texts.TooBusy)
    {
        Headers = [new("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture))],
    };

    /// <summary>The client accepts only a stored response (<c>only-if-cached</c>), and none is stored.</summary>
    public static Rejection NotStored(int status) => new(status, static (texts, in _) => texts.NotStored);

    /// <summary>Bind: all faults of the request, in one response.</summary>
    /// <remarks>
    /// A body that is too large or of the wrong type wins over 400: it shows the client that the other faults may not
    /// be all.
    /// </remarks>
    public static Rejection Faulty(IReadOnlyList<Fault> faults) => new(faults);

    private Rejection(IReadOnlyList<Fault> faults)
        : this(Gravest(faults), static (texts, in it) => FaultSentences.Of(in it, texts).Together(texts)) => _faults = faults;

    /// <summary>Call: user code threw an exception with its own status.</summary>
    public static Rejection Thrown(HttpException exception) =>
        Saying(exception.Status, exception.Message, exception.Title) with
        {
            Headers = exception.Headers,
            Extensions = exception.Extensions,
            Errors = exception.Errors,
            Exception = exception,
        };

    /// <summary>The server or a body reader found a fault in the request itself.</summary>
    public static Rejection Thrown(BadHttpRequestException exception, long? limit) => exception.StatusCode is StatusCodes.Status413PayloadTooLarge
        ? Faulty([BodyFaults.TooLarge(limit)]) with { Exception = exception }
        : Saying(exception.StatusCode, exception.Message) with { Exception = exception };

    /// <summary>An unexpected exception.</summary>
    /// <param name="cause">The exception.</param>
    /// <param name="isNamed">True if the response names the cause, which is in Development.</param>
    public static Rejection Unforeseen(Exception cause, bool isNamed) => !isNamed
        ? new(StatusCodes.Status500InternalServerError, static (texts, in _) => texts.ServerFailed) { Exception = cause }
        : Saying(StatusCodes.Status500InternalServerError, $"{cause.GetType().Name}: {cause.Message}") with
        {
            Extensions = new Dictionary<string, object?> { ["exception"] = cause.ToString() },
            Exception = cause,
        };

    /// <summary>The app stops, and this response had not begun.</summary>
    public static Rejection Stopping() => new(StatusCodes.Status503ServiceUnavailable, static (texts, in _) => texts.Stopping);

    /// <summary>The server rejected a request that it could not read.</summary>
    public static Rejection Malformed(BadHttpRequestException exception) => Saying(exception.StatusCode, exception.Message) with { Exception = exception };

    /// <summary>Returns all faults in one text.</summary>
    public string Detail(RejectionTexts texts) => _detail(texts, in this);

    // The path in a message equals that of 'instance': it includes the part that the host has removed.
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
