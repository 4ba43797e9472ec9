using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.RequestBodies;

/// <summary>Checks if a request has a body.</summary>
internal static class BodyPresence
{
    public static bool HasBody(HttpContext context) =>
        context.Request.ContentLength is > 0 || (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? context.Request.ContentLength is not 0);
}
