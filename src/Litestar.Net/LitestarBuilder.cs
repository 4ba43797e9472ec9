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

/// <summary>An app before it is built: its services, configuration and handlers.</summary>
/// <remarks>
/// It wraps ASP.NET Core's own builder, and settings behave as they do there. Extensions of
/// <see cref="IHostApplicationBuilder"/>, such as <c>AddServiceDefaults()</c>, work on this builder too.
/// </remarks>
public sealed class LitestarBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly CommandArguments? _command;
    private readonly List<ILitestarPlugin> _plugins = [];

    internal LitestarBuilder(string[] args, WebApplicationOptions options)
    {
        StartupErrorMessage.Prepare();
        (_command, var rest) = CommandArguments.Cut(args, Commands);
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

        // Runs before the host name filter, which the slim builder has added.
        var hosts = new HostFilteringRejections();
        _web.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(hosts));
        _web.Services.AddSingleton(hosts);
        _web.Services.AddSingleton(new ExceptionMiddleware());
        _web.Services.AddSingleton<IPostConfigureOptions<HostFilteringOptions>>(hosts);

        // The first hosted service: it starts before the others and stops after them.
        _web.Services.AddSingleton(services => new AppLifespan(Options, services.GetRequiredService<IServiceScopeFactory>()));
        _web.Services.AddHostedService(services => services.GetRequiredService<AppLifespan>());

        // The slim builder leaves out the one constraint that needs the regex engine; a route that names it must work.
        _web.Services.Configure<RouteOptions>(static options =>
        {
            if (RuntimeFeature.IsDynamicCodeSupported)
            {
                options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
            }

            // A native app has the constraint if the build has seen such a path.
            HandlerRegistry.Constrain(options);
        });

        // The slim builder sets the console's format after the settings were read.
        if (_web.Configuration["Logging:Console:FormatterName"] is { Length: > 0 } format)
        {
            _web.Services.Configure<ConsoleLoggerOptions>(options => options.FormatterName = format);
        }

        // The user's settings override this. ASP.NET Core's own default, 503, blames the server.
        _web.Services.Configure<RateLimiterOptions>(static options => options.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        if (_command is not null)
        {
            // Other programs read a command's output; log lines do not belong in it.
            _web.Services.Configure<ConsoleLoggerOptions>(static options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }

    /// <summary>The container's registrations.</summary>
    public IServiceCollection Services => _web.Services;

    /// <summary>Command line, environment variables and <c>appsettings.json</c>, in ASP.NET Core's order.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <summary>The logging providers and their configuration.</summary>
    public ILoggingBuilder Logging => _web.Logging;

    /// <summary>The environment's name and the app's folders.</summary>
    public IWebHostEnvironment Environment => _web.Environment;

    /// <summary>The app's metrics.</summary>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <summary>The server's settings, Kestrel's among them.</summary>
    public ConfigureWebHostBuilder WebHost => _web.WebHost;

    /// <summary>The host's settings, for instance another container or another logger (<c>builder.Host.UseSerilog()</c>).</summary>
    public ConfigureHostBuilder Host => _web.Host;

    /// <summary>ASP.NET Core's builder underneath, for extension methods that take the class and no interface.</summary>
    /// <remarks>
    /// To build the app, call <see cref="Build"/> here. The builder underneath does not know the handlers, and an
    /// application that it has built does not start.
    /// </remarks>
    public WebApplicationBuilder WebApplicationBuilder => _web;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)_web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    IHostEnvironment IHostApplicationBuilder.Environment => _web.Environment;

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <summary>The handlers of the app.</summary>
    public HandlerList Handlers { get; } = [];

    /// <summary>The settings of all handlers.</summary>
    public LitestarOptions Options { get; } = new();

    /// <summary>The commands of the app's command line.</summary>
    public CommandList Commands { get; } = new();

    /// <summary>Adds a plugin. It configures this builder now, and the app when it is built.</summary>
    /// <param name="plugin">The plugin.</param>
    public LitestarBuilder Add(ILitestarPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Configure(this);
        _plugins.Add(plugin);
        return this;
    }

    /// <summary>Builds the app: looks up every handler and compiles every route.</summary>
    /// <exception cref="InvalidOperationException">
    /// A handler is unknown, two routes are equal, or a service is missing; the message names both sides.
    /// </exception>
    public LitestarApp Build()
    {
        WebApplication? web = null;
        try
        {
            DecompressionLimits.AddTo(_web.Services);
            web = _web.Build();
            var app = new LitestarApp(web, Handlers, Options, Commands, _command, _web.Services.Count);
            _plugins.ForEach(plugin => plugin.Configure(app));
            return app;
        }
        catch (Exception exception)
        {
            ((IDisposable?)web)?.Dispose();
            // A tool that starts the program for its services, such as dotnet ef, ends it here; the process and its
            // arguments are the tool's.
            if (_command is { IsOfProcess: true } && exception is not HostAbortedException)
            {
                CommandRunner.Fail(_command, Commands, exception);
            }

            throw;
        }
    }
}
