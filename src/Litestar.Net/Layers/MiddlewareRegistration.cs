using Microsoft.AspNetCore.Http;

namespace Litestar.Layers;

/// <summary>Middleware of a layer.</summary>
/// <param name="Call">Calls it with the next step.</param>
/// <param name="Name">The function's name.</param>
internal sealed record MiddlewareRegistration(Func<HttpContext, RequestDelegate, Task> Call, string Name)
{
    public RequestDelegate Around(RequestDelegate next) => context => Call(context, next);
}
