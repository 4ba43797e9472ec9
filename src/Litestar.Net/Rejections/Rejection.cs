using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Litestar.Rejections;

/// <summary>A refusal on its way out. Every way in which a request can be turned back is one factory here.</summary>
internal sealed class Rejection
{
    private Rejection(int status, string detail)
    {
        Status = status;
        Detail = detail;
    }

    public int Status { get; }

    public string Detail { get; }

    public string Title { get; private init; } = "";

    public IReadOnlyList<Fault> Faults { get; private init; } = [];

    public IEnumerable<KeyValuePair<string, string>> Headers { get; private init; } = [];

    public IReadOnlyDictionary<string, object?>? Extensions { get; private init; }

    /// <summary>The door "match": nothing stands at this path.</summary>
    public static Rejection NotFound(HttpRequest request) =>
        new(StatusCodes.Status404NotFound, $"Nothing is found at '{Excerpt.Of(request.Path.Value)}'.");

    /// <summary>The door "match": something stands here, but it does not answer this method.</summary>
    public static Rejection MethodNotAllowed(HttpRequest request, string allow) =>
        new(StatusCodes.Status405MethodNotAllowed, $"'{Excerpt.Of(request.Path.Value)}' does not answer {Excerpt.Of(request.Method)}; it answers {allow}.")
        {
            Headers = [new("Allow", allow)],
        };

    /// <summary>The door "bind": all that is wrong with what came, in one answer.</summary>
    /// <remarks>A body that was too large or of the wrong type outranks 400: the client must hear that its other faults are not all.</remarks>
    public static Rejection Faulty(IReadOnlyList<Fault> faults) =>
        new(faults.Max(fault => fault.Status), faults.Count is 1 ? faults[0].Message : $"The request has {faults.Count} faults: {string.Join(' ', faults.Select(fault => fault.Message))}")
        {
            Faults = faults,
        };

    /// <summary>The door "call": user code threw an exception that names its own status.</summary>
    public static Rejection Thrown(HttpException exception) =>
        new(exception.Status, exception.Message) { Title = exception.Title ?? "", Headers = exception.Headers, Extensions = exception.Extensions };

    /// <summary>The server or a reader of the body found the request itself at fault.</summary>
    public static Rejection Thrown(BadHttpRequestException exception, long? limit) => exception.StatusCode is StatusCodes.Status413PayloadTooLarge
        ? Faulty([BodyFaults.TooLarge(limit)])
        : new(exception.StatusCode, exception.Message);

    /// <summary>Nobody foresaw this. The cause is named only where <paramref name="cause"/> is given, which is in Development.</summary>
    public static Rejection Unforeseen(Exception? cause) => cause is null
        ? new(StatusCodes.Status500InternalServerError, "The server failed to answer this request.")
        : new(StatusCodes.Status500InternalServerError, $"{cause.GetType().Name}: {cause.Message}")
        {
            Extensions = new Dictionary<string, object?> { ["exception"] = cause.ToString() },
        };

    /// <summary>The server refused a request that it could not even read.</summary>
    public static Rejection Malformed(int status, string detail) => new(status, detail);

    public string TitleOrPhrase => Title is "" ? ReasonPhrases.GetReasonPhrase(Status) : Title;
}
