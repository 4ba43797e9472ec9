using Microsoft.AspNetCore.Http;

namespace Litestar.RequestBodies;

/// <summary>The exception for a body that exceeds its route's limit while it is read.</summary>
/// <param name="limit">The limit in bytes.</param>
internal sealed class BodyTooLargeException(long limit) : BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge)
{
    public long Limit => limit;
}
