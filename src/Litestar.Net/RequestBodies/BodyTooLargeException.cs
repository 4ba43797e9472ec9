using Microsoft.AspNetCore.Http;

namespace Litestar.RequestBodies;

/// <summary>A body that was found to be larger than its route takes, while it was read.</summary>
/// <param name="limit">The limit in bytes.</param>
internal sealed class BodyTooLargeException(long limit) : BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge)
{
    public long Limit => limit;
}
