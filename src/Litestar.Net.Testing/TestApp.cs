using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Testing;

/// <summary>An app that runs in memory, and a client that asks it.</summary>
/// <remarks>No port is opened. Requests take the whole way through the app: middleware, matching, binding, error answers.</remarks>
public sealed class TestApp : IAsyncDisposable, IDisposable
{
    private readonly LitestarApp _app;

    private TestApp(LitestarApp app)
    {
        _app = app;
        Server = app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>() as TestServer
            ?? throw new InvalidOperationException("The app was given another server: leave UseKestrel and the like out of 'configure'.");
        Client = Server.CreateClient();
    }

    /// <summary>Starts an app of these handlers.</summary>
    /// <param name="handlers">The handlers, as a collection expression: <c>[Greet, typeof(Users)]</c>.</param>
    /// <param name="configure">Services, configuration and options. A service registered here replaces one of the same type registered before.</param>
    /// <exception cref="InvalidOperationException">The app cannot start: a handler is unknown, two routes are the same, a service is missing.</exception>
    public static TestApp Create(HandlerList handlers, Action<LitestarBuilder>? configure = null)
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(handlers);
        return Create(builder, configure);
    }

    /// <summary>Starts the app of a builder, which may be the very one that <c>Program.cs</c> runs.</summary>
    /// <param name="builder">The builder, not yet built.</param>
    /// <param name="configure">What the test wants otherwise.</param>
    /// <exception cref="InvalidOperationException">The app cannot start.</exception>
    public static TestApp Create(LitestarBuilder builder, Action<LitestarBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.StartAsync().GetAwaiter().GetResult();
        return new(app);
    }

    /// <summary>The client. Relative addresses reach the app.</summary>
    public HttpClient Client { get; }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The server in memory, for further clients, WebSockets or a request built by hand.</summary>
    public TestServer Server { get; }

    /// <summary>Asks with GET.</summary>
    public Task<HttpResponseMessage> Get(string path, CancellationToken cancellationToken = default) => Client.GetAsync(path, cancellationToken);

    /// <summary>Asks with any request.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken = default) => Client.SendAsync(request, cancellationToken);

    /// <summary>Stops the app and disposes its services.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
