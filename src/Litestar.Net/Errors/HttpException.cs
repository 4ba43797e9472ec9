using Microsoft.AspNetCore.Http;

namespace Litestar;

/// <summary>Thrown from a handler to answer with a status and a sentence of its own.</summary>
/// <remarks>The answer is the one error body of the app (RFC 9457). The detail reaches the client in every environment.</remarks>
/// <param name="status">The status of the answer, from 400 to 599.</param>
/// <param name="detail">What went wrong, for the person who reads the answer.</param>
/// <param name="innerException">The cause, for the log.</param>
public class HttpException(int status, string detail, Exception? innerException = null) : Exception(detail, innerException)
{
    /// <summary>The status of the answer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status is not one of an error.</exception>
    public int Status { get; } = status is >= 400 and <= 599
        ? status
        : throw new ArgumentOutOfRangeException(nameof(status), status, "An HttpException answers with a status from 400 to 599.");

    /// <summary>The title of the answer.</summary>
    /// <value>The phrase of the status, such as <c>Not Found</c>.</value>
    public string? Title { get; init; }

    /// <summary>Headers set on the answer.</summary>
    /// <value>Empty.</value>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Sentences about single values of the request, keyed by their names on the wire: the member <c>errors</c> of the problem document (RFC 9457, section 3).</summary>
    /// <value>Null: the document has no such member.</value>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Further members of the problem document.</summary>
    /// <remarks>
    /// Text, numbers, dates, booleans, enums, and lists and dictionaries of these can always be written; any other type as JSON where
    /// the app has metadata for it, else as what its <c>ToString</c> returns.
    /// <para>
    /// The document's own members stand: an extension that is called <c>type</c>, <c>title</c>, <c>status</c>, <c>detail</c>,
    /// <c>instance</c> or <c>traceId</c> is left out, and a warning is logged. So is <c>errors</c> where <see cref="Errors"/> is set.
    /// </para>
    /// </remarks>
    /// <value>Null: none.</value>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}

/// <summary>400: the request cannot be understood as it stands.</summary>
/// <inheritdoc/>
public class BadRequestException(string detail = "The request cannot be understood.", Exception? innerException = null)
    : HttpException(StatusCodes.Status400BadRequest, detail, innerException);

/// <summary>401: who asks is not known.</summary>
/// <inheritdoc/>
public class NotAuthorizedException(string detail = "Authentication is required.", Exception? innerException = null)
    : HttpException(StatusCodes.Status401Unauthorized, detail, innerException);

/// <summary>403: who asks is known, and may not.</summary>
/// <inheritdoc/>
public class PermissionDeniedException(string detail = "Permission is denied.", Exception? innerException = null)
    : HttpException(StatusCodes.Status403Forbidden, detail, innerException);

/// <summary>404: what is asked for does not exist.</summary>
/// <inheritdoc/>
public class NotFoundException(string detail = "What was asked for does not exist.", Exception? innerException = null)
    : HttpException(StatusCodes.Status404NotFound, detail, innerException);

/// <summary>409: the request contradicts the present state.</summary>
/// <inheritdoc/>
public class ConflictException(string detail = "The request contradicts the present state.", Exception? innerException = null)
    : HttpException(StatusCodes.Status409Conflict, detail, innerException);

/// <summary>429: too many requests came in too short a time.</summary>
/// <inheritdoc/>
public class TooManyRequestsException(string detail = "Too many requests.", Exception? innerException = null)
    : HttpException(StatusCodes.Status429TooManyRequests, detail, innerException);

/// <summary>503: the service cannot answer now, and may later.</summary>
/// <inheritdoc/>
public class ServiceUnavailableException(string detail = "The service is not available now.", Exception? innerException = null)
    : HttpException(StatusCodes.Status503ServiceUnavailable, detail, innerException);
