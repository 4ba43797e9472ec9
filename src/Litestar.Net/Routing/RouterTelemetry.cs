using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Routing;

/// <summary>
/// Writes the metrics, logs and events of ASP.NET Core's router for requests that are matched here: under the same
/// names, and only if they are enabled.
/// </summary>
internal sealed partial class RouterTelemetry
{
    private const string MatchedEvent = "Microsoft.AspNetCore.Routing.EndpointMatched";
    private const string Status = "aspnetcore.routing.match_status";

    // With this key the server's own metric and log recognize a request that nothing has answered.
    private const string UnhandledKey = "__RequestUnhandled";

    private static readonly object No = false;

    private readonly Counter<long>? _attempts;
    private readonly DiagnosticListener? _listener;
    private readonly ILogger _router;
    private readonly ILogger _execution;
    private readonly ILogger _server;

    /// <param name="services">The app's container.</param>
    public RouterTelemetry(IServiceProvider services)
    {
        // The factory has one meter with a name, and the meter one counter.
        _attempts = services.GetService<IMeterFactory>()?.Create("Microsoft.AspNetCore.Routing")
            .CreateCounter<long>("aspnetcore.routing.match_attempts", "{match_attempt}", "Number of requests that were attempted to be matched to an endpoint.");
        _listener = services.GetService<DiagnosticListener>();
        var loggers = services.GetRequiredService<ILoggerFactory>();
        _router = loggers.CreateLogger("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware");
        _execution = loggers.CreateLogger("Microsoft.AspNetCore.Routing.EndpointMiddleware");
        _server = loggers.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics");
    }

    /// <summary>True if the log records when an endpoint begins and ends.</summary>
    public bool IsLogged => _execution.IsEnabled(LogLevel.Information);

    /// <summary>Records a request whose endpoint is found and set.</summary>
    public void Matched(HttpContext context, Endpoint endpoint)
    {
        if (_attempts is { Enabled: true } || _listener?.IsEnabled() is true || _router.IsEnabled(LogLevel.Debug))
        {
            Tell(context, endpoint);
        }
    }

    /// <summary>Records a request that no endpoint matches, before it is rejected.</summary>
    public void Unmatched(HttpContext context)
    {
        _attempts?.Add(1, new KeyValuePair<string, object?>(Status, "failure"));
        LogUnmatched(_router);
        if (context.Features.Get<IHttpMetricsTagsFeature>() is not null || _server.IsEnabled(LogLevel.Information))
        {
            context.Items[UnhandledKey] = true;
        }
    }

    /// <summary>Writes to the log when an endpoint begins and ends.</summary>
    /// <param name="route">The route of the endpoint.</param>
    /// <param name="next">Runs it.</param>
    public RequestDelegate Logged(Route route, RequestDelegate next) => context => IsLogged ? LogBoth(context, route.Endpoint, next) : next(context);

    /// <inheritdoc cref="Logged(Route, RequestDelegate)"/>
    public Task Log(HttpContext context, Endpoint endpoint, RequestDelegate next) => IsLogged ? LogBoth(context, endpoint, next) : next(context);

    private async Task LogBoth(HttpContext context, Endpoint endpoint, RequestDelegate next)
    {
        LogExecuting(_execution, endpoint);
        try
        {
            await next(context);
        }
        finally
        {
            LogExecuted(_execution, endpoint);
        }
    }

    private void Tell(HttpContext context, Endpoint endpoint)
    {
        if (_listener is not null && _listener.IsEnabled() && _listener.IsEnabled(MatchedEvent))
        {
            Announce(_listener, context);
        }

        LogMatched(_router, endpoint.DisplayName);
        var route = endpoint.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route ?? "(missing)";
        _attempts?.Add(1, new("http.route", route is "" ? "/" : route), new(Status, "success"), new("aspnetcore.routing.is_fallback", No));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "As in ASP.NET Core: listeners read what the app itself uses.")]
    private static void Announce(DiagnosticListener listener, HttpContext context) => listener.Write(MatchedEvent, context);

    [LoggerMessage(1, LogLevel.Debug, "Request matched endpoint '{EndpointName}'", EventName = "MatchSuccess")]
    private static partial void LogMatched(ILogger logger, string? endpointName);

    [LoggerMessage(2, LogLevel.Debug, "Request did not match any endpoints", EventName = "MatchFailure")]
    private static partial void LogUnmatched(ILogger logger);

    [LoggerMessage(0, LogLevel.Information, "Executing endpoint '{EndpointName}'", EventName = "ExecutingEndpoint", SkipEnabledCheck = true)]
    private static partial void LogExecuting(ILogger logger, Endpoint endpointName);

    [LoggerMessage(1, LogLevel.Information, "Executed endpoint '{EndpointName}'", EventName = "ExecutedEndpoint")]
    private static partial void LogExecuted(ILogger logger, Endpoint endpointName);
}
