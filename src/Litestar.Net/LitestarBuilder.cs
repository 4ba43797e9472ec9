using System.Diagnostics;
using System.Runtime.CompilerServices;
using Litestar.CommandLine;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Hosting;
using Litestar.RequestBodies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Litestar;

/// <summary>An app before it is built: its services, its configuration, its handlers.</summary>
/// <remarks>
/// It is ASP.NET Core's own builder underneath, and what is configured on it behaves as it does there. What extends
/// <see cref="IHostApplicationBuilder"/>, <c>AddServiceDefaults()</c> for instance, extends this as well.
/// </remarks>
public sealed class LitestarBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly Command? _command;
    private readonly List<ILitestarPlugin> _plugins = [];

    internal LitestarBuilder(string[] args, WebApplicationOptions options)
    {
        StartupErrorMessage.Prepare();
        (_command, var rest) = Command.Cut(args);
        _web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = rest,
            ApplicationName = options.ApplicationName,
            EnvironmentName = options.EnvironmentName,
            ContentRootPath = options.ContentRootPath ?? ContentRoot.Find(rest, options),
            WebRootPath = options.WebRootPath,
        });
        _web.Services.AddSingleton<LoggerFactory>().Replace(ServiceDescriptor.Singleton<ILoggerFactory, StartupLoggerFactory>());
        if (Https.IsIn)
        {
            _web.WebHost.UseKestrelHttpsConfiguration();
        }

        _web.Services.AddSingleton<DiagnosticSource>(services => new ServerRejections(services.GetRequiredService<DiagnosticListener>()));

        // In front of the filter of host names, which the slim builder has added.
        var hosts = new HostFilteringRejections();
        _web.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(hosts));
        _web.Services.AddSingleton(hosts);
        _web.Services.AddSingleton(new ExceptionMiddleware());
        _web.Services.AddSingleton<IPostConfigureOptions<HostFilteringOptions>>(hosts);

        // First of all hosted services: it starts before the others, and ends behind them.
        _web.Services.AddSingleton(services => new AppLifespan(Options, services.GetRequiredService<IServiceScopeFactory>()));
        _web.Services.AddHostedService(services => services.GetRequiredService<AppLifespan>());

        // The slim builder leaves out the one constraint that needs the regex engine; a route that names it must work.
        _web.Services.Configure<RouteOptions>(static options =>
        {
            if (RuntimeFeature.IsDynamicCodeSupported)
            {
                options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
            }

            // A native app has it where the build has seen such a path.
            HandlerRegistry.Constrain(options);
        });

        // The slim builder chooses its console's format after the settings were read.
        if (_web.Configuration["Logging:Console:FormatterName"] is { Length: > 0 } format)
        {
            _web.Services.Configure<ConsoleLoggerOptions>(options => options.FormatterName = format);
        }

        // Overruled by what the user configures. ASP.NET Core's own default, 503, says that the server is at fault.
        _web.Services.Configure<RateLimiterOptions>(static options => options.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        if (_command is not null)
        {
            // What a command prints is read by others; what is logged on the way is none of it.
            _web.Services.Configure<ConsoleLoggerOptions>(static options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }

    /// <summary>The container's registrations.</summary>
    public IServiceCollection Services => _web.Services;

    /// <summary>Command line, environment variables and <c>appsettings.json</c>, in ASP.NET Core's order.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <summary>Where the log goes.</summary>
    public ILoggingBuilder Logging => _web.Logging;

    /// <summary>The environment's name and the app's folders.</summary>
    public IWebHostEnvironment Environment => _web.Environment;

    /// <summary>What measures the app.</summary>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <summary>The server's settings, Kestrel's among them.</summary>
    public ConfigureWebHostBuilder WebHost => _web.WebHost;

    /// <summary>The host's settings: another container or another logger, for instance (<c>builder.Host.UseSerilog()</c>).</summary>
    public ConfigureHostBuilder Host => _web.Host;

    /// <summary>ASP.NET Core's builder underneath, for what extends it and no interface.</summary>
    /// <remarks>To build the app, call <see cref="Build"/> here: the builder underneath knows no handlers, and an application that it has built does not start.</remarks>
    public WebApplicationBuilder WebApplicationBuilder => _web;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)_web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    IHostEnvironment IHostApplicationBuilder.Environment => _web.Environment;

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <summary>The handlers of the app.</summary>
    public HandlerList Handlers { get; } = [];

    /// <summary>What holds for all handlers.</summary>
    public LitestarOptions Options { get; } = new();

    /// <summary>Adds a plugin, which configures this builder now, and the app when it is built.</summary>
    /// <param name="plugin">The plugin.</param>
    public LitestarBuilder Add(ILitestarPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Configure(this);
        _plugins.Add(plugin);
        return this;
    }

    /// <summary>Builds the app: every handler is looked up, every route compiled.</summary>
    /// <exception cref="InvalidOperationException">A handler is unknown, two routes are the same, or a service is missing; the message names both sides.</exception>
    public LitestarApp Build()
    {
        WebApplication? web = null;
        try
        {
            DecompressionLimits.AddTo(_web.Services);
            web = _web.Build();
            var app = new LitestarApp(web, Handlers, Options, _command, _web.Services.Count);
            _plugins.ForEach(plugin => plugin.Configure(app));
            return app;
        }
        catch (Exception exception)
        {
            ((IDisposable?)web)?.Dispose();
            // A tool that starts the program for its services, dotnet ef for instance, ends it here; the process and its arguments are the tool's.
            if (_command is { IsOfProcess: true } && exception is not HostAbortedException)
            {
                CommandRunner.Fail(_command, exception);
            }

            throw;
        }
    }
}
