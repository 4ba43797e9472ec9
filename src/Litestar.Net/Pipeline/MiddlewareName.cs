using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>
/// Finds the class of middleware that is added with <c>UseMiddleware</c>, as ASP.NET Core does for its descriptions: by
/// the name of the closure.
/// </summary>
internal static class MiddlewareName
{
    public static string? Of(Func<RequestDelegate, RequestDelegate> middleware) =>
        middleware.Target is { } target && target.GetType().Assembly == typeof(UseMiddlewareExtensions).Assembly ? target.ToString() : null;
}
