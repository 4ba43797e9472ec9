using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Errors;

/// <summary>Writes the error body for requests that <c>AllowedHosts</c> rejects, instead of ASP.NET Core's page.</summary>
/// <remarks>
/// The filter runs before all middleware that the app can add, so this runs before the filter. An app without host
/// names to filter does not have it.
/// </remarks>
internal sealed class HostFilteringRejections : IStartupFilter, IPostConfigureOptions<HostFilteringOptions>
{
    private ErrorBoundary? _errors;
    private bool _isSilent;

    // Marks requests of the app that the filter has accepted.
    private sealed class Accepted
    {
        public static Accepted Instance { get; } = new();
    }

    /// <summary>Returns middleware that marks accepted requests.</summary>
    public static RequestDelegate Accept(RequestDelegate next) => context =>
    {
        context.Features.Set(Accepted.Instance);
        return next(context);
    };

    /// <summary>Returns true if any host name can be rejected.</summary>
    /// <param name="services">The app's container.</param>
    /// <param name="errors">Writes the error body.</param>
    public bool Guards(IServiceProvider services, ErrorBoundary errors)
    {
        _errors = errors;
        return Guards(services);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (_errors is { } boundary && Guards(app.ApplicationServices))
        {
            app.Use(filter => context => Watch(context, filter, boundary));
        }

        next(app);
    };

    // Without the message the filter sets only the status.
    public void PostConfigure(string? name, HostFilteringOptions options)
    {
        _isSilent = !options.IncludeFailureMessage;
        options.IncludeFailureMessage = false;
    }

    private static bool Guards(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<HostFilteringOptions>>().CurrentValue is var options
        && (!options.AllowEmptyHosts || !options.AllowedHosts.Any(static host => host is "*" or "[::]" or "0.0.0.0"));

    private async Task Watch(HttpContext context, RequestDelegate filter, ErrorBoundary errors)
    {
        await filter(context);
        if (!_isSilent && context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } && context.Features.Get<Accepted>() is null)
        {
            await errors.Reject(context, Rejection.HostNotAllowed());
        }
    }
}
