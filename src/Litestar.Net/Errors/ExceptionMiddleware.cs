using Litestar.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>The middleware of a <see cref="LitestarApp"/> that answers exceptions, as far as the app itself has added it.</summary>
internal sealed class ExceptionMiddleware
{
    // ASP.NET Core's own mark of UseExceptionHandler, which adds no class that the closure would name.
    private const string NextName = "analysis.NextMiddlewareName";

    /// <summary>Gets whether <c>UseExceptionHandler</c> or <c>UseDeveloperExceptionPage</c> was called.</summary>
    public bool IsInUse { get; private set; }

    /// <summary>Notes middleware that is being added.</summary>
    /// <param name="app">The app, or a branch of it.</param>
    /// <param name="middleware">The middleware.</param>
    public void Note(IApplicationBuilder app, Func<RequestDelegate, RequestDelegate> middleware) =>
        IsInUse |= (app.Properties.TryGetValue(NextName, out var next) && next is "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware")
            || MiddlewareName.Of(middleware) is "Microsoft.AspNetCore.Diagnostics.DeveloperExceptionPageMiddlewareImpl";
}
