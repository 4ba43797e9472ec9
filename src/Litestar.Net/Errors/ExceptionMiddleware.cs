using Litestar.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>Detects the middleware that answers exceptions, if the app itself has added it to a <see cref="LitestarApp"/>.</summary>
internal sealed class ExceptionMiddleware
{
    // ASP.NET Core's own mark of UseExceptionHandler, which has no class that the closure could reveal.
    private const string NextName = "analysis.NextMiddlewareName";

    /// <summary>True if <c>UseExceptionHandler</c> or <c>UseDeveloperExceptionPage</c> was called.</summary>
    public bool IsInUse { get; private set; }

    /// <summary>Inspects middleware that is being added.</summary>
    /// <param name="app">The app, or a branch of it.</param>
    /// <param name="middleware">The middleware.</param>
    public void Note(IApplicationBuilder app, Func<RequestDelegate, RequestDelegate> middleware) =>
        IsInUse |= (app.Properties.TryGetValue(NextName, out var next) && next is "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware")
            || MiddlewareName.Of(middleware) is "Microsoft.AspNetCore.Diagnostics.DeveloperExceptionPageMiddlewareImpl";
}
