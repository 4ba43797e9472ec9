using System.Diagnostics;
using Litestar.CommandLine;
using Litestar.Errors;
using Litestar.Hosting;
using Litestar.Pipeline;
using Litestar.RequestBodies;
using Litestar.Routing;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar;

/// <summary>A web app made of a list of handlers.</summary>
/// <remarks>
/// It matches requests against its own route table. A request that matches no handler goes on to the ordinary endpoints
/// that were mapped on the app (<c>app.MapHealthChecks("/health")</c>). Middleware added with <c>Use…</c> runs around both.
/// </remarks>
public sealed partial class LitestarApp : IHost, IApplicationBuilder, IEndpointRouteBuilder, IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly AppRoutes _routes;
    private readonly ExceptionMiddleware _exceptions;
    private readonly CommandArguments? _command;
    private IReadOnlyList<RouteDescription>? _described;
    private EndpointDataSource? _own;
    private readonly RouteAwareMiddleware _middleware;
    private bool _isSealed, _isRouted;

    internal LitestarApp(WebApplication web, HandlerList handlers, LitestarOptions options, CommandList commands, CommandArguments? command, int services)
    {
        _web = web;
        _command = command;
        Commands = commands;
        ServiceCount = services;
        _routes = AppRoutes.Build(handlers, options, web.Services, readsPath: true);
        _middleware = new(_routes, web.Services);
        _exceptions = web.Services.GetRequiredService<ExceptionMiddleware>();

        if (web.Services.GetRequiredService<HostFilteringRejections>().Guards(web.Services, _routes.Errors))
        {
            web.Use(HostFilteringRejections.Accept);
        }

        web.Services.GetService<DecompressionLimits>()?.Know(_routes);
        web.Services.GetRequiredService<AppLifespan>().Seal = Seal;

        // The outermost step: exceptions of middleware and ordinary endpoints are answered by the same boundary as those of handlers.
        web.Use(next => context => _routes.Errors.Run(context, next, _routes.ErrorHandlers, BoundaryPlace.App));
        if (web.Services.GetService<DiagnosticSource>() is ServerRejections rejections)
        {
            rejections.Scopes = web.Services.GetRequiredService<IServiceScopeFactory>();
            rejections.Writer = _routes.Errors.Writer;
        }
    }

    /// <summary>Creates an app from handlers, configured by its arguments, its environment and <c>appsettings.json</c>.</summary>
    /// <param name="handlers">The handlers, as a collection expression: <c>[Greet, typeof(Users)]</c>.</param>
    /// <param name="args">
    /// The command line; null takes that of the process. A test that starts the program passes its settings in
    /// <c>args</c>.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// A handler is unknown, two routes are equal, or a service is missing; the message names both sides.
    /// </exception>
    public static LitestarApp Create(HandlerList handlers, string[]? args = null)
    {
        var builder = CreateBuilder(args);
        builder.Handlers.Add(handlers);
        return builder.Build();
    }

    /// <summary>Returns a builder with the command line of the process, for apps that need services or configuration.</summary>
    public static LitestarBuilder CreateBuilder() => CreateBuilder(new WebApplicationOptions());

    /// <summary>Returns a builder, for apps that need services or configuration.</summary>
    /// <param name="args">The command line; null takes that of the process.</param>
    public static LitestarBuilder CreateBuilder(string[]? args) => CreateBuilder(new WebApplicationOptions { Args = args });

    /// <summary>Returns a builder whose environment, application name, content root or web root is set by the code.</summary>
    /// <param name="options">The options. A null <c>Args</c> takes the command line of the process; values set here override it.</param>
    public static LitestarBuilder CreateBuilder(WebApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(options.Args ?? System.Environment.GetCommandLineArgs()[1..], options);
    }

    /// <summary>
    /// ASP.NET Core's application underneath, for extension methods that take the class and no interface:
    /// <c>app.WebApplication.MapDefaultEndpoints()</c>.
    /// </summary>
    /// <remarks>
    /// It shares its middleware and endpoints with the app. Start and run the <see cref="LitestarApp"/> itself: only it
    /// runs commands, and only it cleans up after a failed start.
    /// </remarks>
    public WebApplication WebApplication => _web;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _web.Services;

    /// <summary>The app's configuration.</summary>
    public IConfiguration Configuration => _web.Configuration;

    /// <summary>The environment's name and the app's folders.</summary>
    public IHostEnvironment Environment => _web.Environment;

    /// <summary>The app's own logger.</summary>
    public ILogger Logger => _web.Logger;

    /// <summary>Notifications that the app has started, is stopping, or has stopped.</summary>
    public IHostApplicationLifetime Lifetime => _web.Lifetime;

    /// <summary>The addresses the server listens on; before the start, the configured addresses.</summary>
    public ICollection<string> Urls => _web.Urls;

    /// <summary>A description of every route: what it returns, its parameters, and all steps of its pipeline.</summary>
    /// <remarks>The descriptions are made at the first access. <c>dotnet run -- routes</c> prints them.</remarks>
    public IReadOnlyList<RouteDescription> Routes =>
    [
        .. _described ??= [.. _routes.Routes.Select(route => route.Explain(route.Endpoint))],
        .. OtherEndpoints().Select(LitestarExtensions.DescribeRoute).OfType<RouteDescription>(),
    ];

    /// <summary>
    /// Starts the app and blocks until it is stopped, for instance by Ctrl-C. If the arguments begin with a command,
    /// runs that command instead.
    /// </summary>
    /// <remarks>
    /// The commands are <c>routes</c>, <c>explain GET /path</c>, <c>info</c>, <c>--help</c> and those of
    /// <see cref="LitestarBuilder.Commands"/>. They set the exit code of the process; nothing is started.
    /// </remarks>
    /// <param name="url">The address to listen on; null takes the configured ones.</param>
    public void Run(string? url = null) => RunAsync(url).GetAwaiter().GetResult();

    /// <summary>
    /// Starts the app and completes after it has been stopped. If the arguments begin with a command, runs that command
    /// instead.
    /// </summary>
    /// <inheritdoc cref="Run" path="/remarks"/>
    /// <param name="url">The address to listen on; null takes the configured ones.</param>
    public async Task RunAsync(string? url = null)
    {
        if (url is not null)
        {
            Urls.Clear();
            Urls.Add(url);
        }

        try
        {
            if (_command is not null)
            {
                await RunCommand(_command);
                return;
            }

            await StartAsync();
            await WaitForEnd();
        }
        finally
        {
            await DisposeAsync();
        }
    }

    /// <summary>Starts the app and completes when the server listens.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="InvalidOperationException">
    /// An <c>OnStartup</c> or <c>Lifespan</c> function failed; the message names it.
    /// </exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        Seal();
        try
        {
            await _web.StartAsync(cancellationToken);
        }
        catch (Exception rejection)
        {
            // The host does not stop services when the start failed halfway.
            await EndEarly();
            if (Https.IsMissing(rejection))
            {
                throw Https.Missing(rejection);
            }

            throw;
        }
    }

    /// <summary>Stops the app after the requests in progress have ended.</summary>
    /// <param name="cancellationToken">Stops waiting for them.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => _web.StopAsync(cancellationToken);

    /// <summary>Adds middleware around every request, with or without a matching handler.</summary>
    /// <param name="middleware">Returns a delegate that wraps the next one.</param>
    public IApplicationBuilder Use(Func<RequestDelegate, RequestDelegate> middleware)
    {
        _exceptions.Note(this, middleware);
        if (EarlyRouting.IsRouting(middleware))
        {
            _isRouted = true;
            _web.Use(next => EarlyRouting.Before(_routes, middleware(next), next));
            return this;
        }

        _middleware.Add(_web, middleware);
        return this;
    }

    /// <summary>Stops the app if it is running, and disposes its services.</summary>
    public ValueTask DisposeAsync() => _web.DisposeAsync();

    void IDisposable.Dispose() => ((IDisposable)_web).Dispose();

    IServiceProvider IApplicationBuilder.ApplicationServices
    {
        get => _web.Services;
        set => ((IApplicationBuilder)_web).ApplicationServices = value;
    }

    IFeatureCollection IApplicationBuilder.ServerFeatures => ((IApplicationBuilder)_web).ServerFeatures;

    IDictionary<string, object?> IApplicationBuilder.Properties => ((IApplicationBuilder)_web).Properties;

    IApplicationBuilder IApplicationBuilder.New() => new AppBranch(((IApplicationBuilder)_web).New(), _middleware.Branch(_web), _exceptions);

    RequestDelegate IApplicationBuilder.Build() => ((IApplicationBuilder)_web).Build();

    ICollection<EndpointDataSource> IEndpointRouteBuilder.DataSources => ((IEndpointRouteBuilder)_web).DataSources;

    IServiceProvider IEndpointRouteBuilder.ServiceProvider => _web.Services;

    IApplicationBuilder IEndpointRouteBuilder.CreateApplicationBuilder() => ((IEndpointRouteBuilder)_web).CreateApplicationBuilder();

    private async Task WaitForEnd()
    {
        try
        {
            await _web.WaitForShutdownAsync();
        }
        catch (Exception exception) when (StartupErrorMessage.NoteEnd(exception))
        {
            throw;
        }
    }

    private async Task EndEarly()
    {
        try
        {
            await Services.GetRequiredService<AppLifespan>().End(CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogEndFailed(Logger, exception);
        }
    }

    [LoggerMessage(6, LogLevel.Error, "Startup failed, and cleanup failed too.")]
    private static partial void LogEndFailed(ILogger logger, Exception exception);

    /// <summary>The number of registered services.</summary>
    internal int ServiceCount { get; }

    /// <summary>The commands of the app's command line.</summary>
    internal CommandList Commands { get; }

    /// <summary>The route table that the app's own matcher reads.</summary>
    internal RouteTable Table => _routes.Table;

    /// <summary>The routes of the app's handlers.</summary>
    internal IReadOnlyList<Routing.Route> AllRoutes => _routes.Routes;

    /// <summary>Returns the endpoints that were mapped on the app in addition to its handlers.</summary>
    /// <param name="broken">
    /// Receives the reason when some of them cannot be built: ASP.NET Core would fail at every request that reaches
    /// them.
    /// </param>
    internal IReadOnlyList<Endpoint> OtherEndpoints(Action<Exception>? broken = null) =>
        [.. ((IEndpointRouteBuilder)_web).DataSources.Where(source => source != _own).SelectMany(source => EndpointsOf(source, broken))];

    private static IEnumerable<Endpoint> EndpointsOf(EndpointDataSource source, Action<Exception>? broken)
    {
        try
        {
            return source.Endpoints;
        }
        catch (Exception exception)
        {
            broken?.Invoke(exception);
            return [];
        }
    }

    // Sets the process's exit code only when the arguments are the process's too: a test has its own of both.
    private async Task RunCommand(CommandArguments command)
    {
        await using var json = Console.OpenStandardOutput();
        var code = await new CommandRunner(this, Terminal.Output, Terminal.Error, json).Run(command);
        if (command.IsOfProcess)
        {
            System.Environment.ExitCode = code;
        }
    }

    // The order: the user's middleware, the app's own matching, ordinary endpoint routing.
    private void Seal()
    {
        if (_isSealed)
        {
            return;
        }

        _isSealed = true;
        if (_routes.Routes.Count > 0)
        {
            Descriptions.ApiExplorer.Warn(Services);
        }

        var sources = ((IEndpointRouteBuilder)_web).DataSources;
        var hasOthers = sources.Count > 0;
        sources.Add(_own = new AppEndpointDataSource(_routes));
        _web.Use(next => new RouteMiddleware(_routes, next, hasOthers || _routes.Pipeline!.HoldsForAll, Services.GetService<IAuthenticationSchemeProvider>()).Invoke);
        if (!_isRouted)
        {
            _web.UseRouting();
        }

        _routes.Pipeline!.UseForOthers(_web);
    }
}
