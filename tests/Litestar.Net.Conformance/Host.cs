using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>The servers and routers over which the same suite runs.</summary>
public enum Host
{
    /// <summary><c>LitestarApp</c> in memory.</summary>
    Memory,

    /// <summary><c>LitestarApp</c> over Kestrel, on a real socket.</summary>
    Kestrel,

    /// <summary><c>MapLitestar</c> in a <c>WebApplication</c>, matched by ASP.NET Core's own router.</summary>
    Mapped,

    /// <summary>All apps together in one <c>LitestarApp</c>, published with Native AOT. It cannot take what only a test has: handlers or services of its own.</summary>
    Native,
}

/// <summary>One running app and a client for it.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost? _app;

    private RunningApp(IHost? app, HttpClient client, string address)
    {
        _app = app;
        Client = client;
        Address = new(address);
    }

    public HttpClient Client { get; }

    public Uri Address { get; }

    public static async Task<RunningApp> Start(Host host, HandlerList handlers, Action<IServiceCollection>? services = null, string environment = "Production", Action<LitestarOptions>? options = null, Action<WebApplication>? middleware = null, Action<IEndpointRouteBuilder>? endpoints = null)
    {
        if (host is Host.Native)
        {
            return await Native(environment, options);
        }

        IHost app = host is Host.Mapped ? Mapped(handlers, services, environment, options, middleware) : Own(host, handlers, services, environment, options);
        endpoints?.Invoke((IEndpointRouteBuilder)app);
        await app.StartAsync();
        if (host is Host.Memory)
        {
            return new(app, app.GetTestClient(), "http://localhost");
        }

        var address = app is LitestarApp own ? own.Urls.First() : ((WebApplication)app).Urls.First();
        return new(app, ClientOf(address), address);
    }

    public Task Stop() => _app!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await ((IAsyncDisposable)_app).DisposeAsync();
        }
    }

    private static HttpClient ClientOf(string address) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(address) };

    private static async Task<RunningApp> Native(string environment, Action<LitestarOptions>? options)
    {
        var wanted = new LitestarOptions();
        options?.Invoke(wanted);
        var address = await NativeServer.Address("--environment", environment, "--ErrorFormat", wanted.ErrorFormat.ToString());
        return new(null, ClientOf(address.AbsoluteUri), address.AbsoluteUri);
    }

    private static LitestarApp Own(Host host, HandlerList handlers, Action<IServiceCollection>? services, string environment, Action<LitestarOptions>? options)
    {
        var builder = LitestarApp.CreateBuilder(["--environment", environment, "--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Handlers.Add(handlers);
        services?.Invoke(builder.Services);
        options?.Invoke(builder.Options);
        if (host is Host.Memory)
        {
            builder.WebHost.UseTestServer();
        }

        return builder.Build();
    }

    private static WebApplication Mapped(HandlerList handlers, Action<IServiceCollection>? services, string environment, Action<LitestarOptions>? options, Action<WebApplication>? middleware)
    {
        var builder = WebApplication.CreateBuilder(["--environment", environment, "--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        middleware?.Invoke(app);
        app.MapLitestar(handlers, options);
        return app;
    }
}
