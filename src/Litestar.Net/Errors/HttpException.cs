using Microsoft.AspNetCore.Http;

namespace Litestar;

/// <summary>An exception that a handler throws to respond with a status and a message.</summary>
/// <remarks>The response is the app's error body (RFC 9457). The detail reaches the client in every environment.</remarks>
/// <param name="status">The status of the response, from 400 to 599.</param>
/// <param name="detail">A description of the error, for the person who reads the response.</param>
/// <param name="innerException">The cause, for the log.</param>
public class HttpException(int status, string detail, Exception? innerException = null) : Exception(detail, innerException)
{
    /// <summary>The status of the response.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 400 to 599.</exception>
    public int Status { get; } = status is >= 400 and <= 599
        ? status
        : throw new ArgumentOutOfRangeException(nameof(status), status, "An HttpException answers with a status from 400 to 599.");

    /// <summary>The title of the response.</summary>
    /// <value>The phrase of the status, such as <c>Not Found</c>.</value>
    public string? Title { get; init; }

    /// <summary>The headers to set on the response.</summary>
    /// <value>Empty.</value>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The messages about single values of the request, keyed by their names on the wire: the member <c>errors</c> of
    /// the problem document (RFC 9457, section 3).
    /// </summary>
    /// <value>Null: the document has no such member.</value>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The extension members of the problem document.</summary>
    /// <remarks>
    /// Text, numbers, dates, booleans, enums, and lists and dictionaries of these can always be written. Any other type is written as
    /// JSON if the app has metadata for it, else as the result of its <c>ToString</c>.
    /// <para>
    /// The document's own members win: an extension named <c>type</c>, <c>title</c>, <c>status</c>, <c>detail</c>,
    /// <c>instance</c> or <c>traceId</c> is left out, and a warning is logged. So is <c>errors</c> if <see cref="Errors"/> is set.
    /// </para>
    /// </remarks>
    /// <value>Null: no extensions.</value>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}

/// <summary>400: the request is not valid.</summary>
/// <inheritdoc/>
public class BadRequestException(string detail = "The request cannot be understood.", Exception? innerException = null)
    : HttpException(StatusCodes.Status400BadRequest, detail, innerException);

/// <summary>401: the caller is anonymous.</summary>
/// <inheritdoc/>
public class NotAuthorizedException(string detail = "Authentication is required.", Exception? innerException = null)
    : HttpException(StatusCodes.Status401Unauthorized, detail, innerException);

/// <summary>403: the caller is known, and has no permission.</summary>
/// <inheritdoc/>
public class PermissionDeniedException(string detail = "Permission is denied.", Exception? innerException = null)
    : HttpException(StatusCodes.Status403Forbidden, detail, innerException);

/// <summary>404: the requested item does not exist.</summary>
/// <inheritdoc/>
public class NotFoundException(string detail = "What was asked for does not exist.", Exception? innerException = null)
    : HttpException(StatusCodes.Status404NotFound, detail, innerException);

/// <summary>409: the request conflicts with the current state.</summary>
/// <inheritdoc/>
public class ConflictException(string detail = "The request contradicts the present state.", Exception? innerException = null)
    : HttpException(StatusCodes.Status409Conflict, detail, innerException);

/// <summary>429: too many requests came in too short a time.</summary>
/// <inheritdoc/>
public class TooManyRequestsException(string detail = "Too many requests.", Exception? innerException = null)
    : HttpException(StatusCodes.Status429TooManyRequests, detail, innerException);

/// <summary>503: the service is temporarily not available.</summary>
/// <inheritdoc/>
public class ServiceUnavailableException(string detail = "The service is not available now.", Exception? innerException = null)
    : HttpException(StatusCodes.Status503ServiceUnavailable, detail, innerException);
