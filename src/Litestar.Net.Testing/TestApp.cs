using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Testing;

/// <summary>An app that runs in memory, and a client that asks it.</summary>
/// <remarks>
/// No port is opened. Requests take the whole way through the app: middleware, matching, binding, error answers.
/// Apps are independent of each other, any number may run in one process at the same time.
/// </remarks>
public sealed class TestApp : IAsyncDisposable, IDisposable
{
    private readonly IRunningHost _host;
    private readonly LogRecorder _log;
    private bool _isDisposed;

    private TestApp(IRunningHost host, LogRecorder log)
    {
        _host = host;
        _log = log;
        Server = (TestServer)host.Services.GetRequiredService<IServer>();
        Client = NewClient(Cookies);
    }

    /// <summary>Starts an app of these handlers.</summary>
    /// <param name="handlers">The handlers, as a collection expression: <c>[Greet, typeof(Users)]</c>.</param>
    /// <param name="configure">Services, configuration and options. A service registered here replaces one of the same type registered before.</param>
    /// <param name="environment">The environment's name, whatever the machine says. In <c>Development</c> the body of a 500 names its cause.</param>
    /// <exception cref="InvalidOperationException">The app cannot start: a handler is unknown, two routes are the same, a service is missing.</exception>
    public static TestApp Create(HandlerList handlers, Action<LitestarBuilder>? configure = null, string environment = "Production")
    {
        var builder = LitestarApp.CreateBuilder([$"--environment={environment}"]);
        builder.Handlers.Add(handlers);
        return Create(builder, configure);
    }

    /// <summary>Starts the app of a builder, which may be the very one that <c>Program.cs</c> runs.</summary>
    /// <param name="builder">The builder, not yet built. Its logging providers are taken away: what is logged goes to <see cref="Log"/>.</param>
    /// <param name="configure">What the test wants otherwise. The environment is fixed by then: give it to the builder, <c>CreateBuilder(["--environment=Development"])</c>.</param>
    /// <exception cref="InvalidOperationException">The app cannot start: a handler is unknown, two routes are the same, a service is missing, or it was given another server.</exception>
    public static TestApp Create(LitestarBuilder builder, Action<LitestarBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var log = new LogRecorder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log);
        configure?.Invoke(builder);
        return new(OwnHost.Start(builder.Build()), log);
    }

    /// <summary>Runs a program as it stands, from the first line of its <c>Program.cs</c>, in memory.</summary>
    /// <remarks>
    /// For programs whose handlers cannot be reached from outside, local functions above all, and for any other ASP.NET
    /// Core program, one that calls <c>MapLitestar</c> for instance.
    /// </remarks>
    /// <typeparam name="TProgram">Any type of the program's assembly, usually <c>Program</c>.</typeparam>
    /// <param name="configure">What the test wants otherwise. A service registered here replaces one of the same type registered by the program.</param>
    /// <param name="args">The program's arguments, such as <c>--environment=Development</c> or <c>--contentRoot=…</c>. A program that calls <c>LitestarApp.Create</c> does not see them.</param>
    /// <exception cref="InvalidOperationException">The program ends without having started an app. What it throws itself is thrown on as it is.</exception>
    [RequiresUnreferencedCode("The program's entry point is found by reflection.")]
    public static TestApp FromProgram<TProgram>(Action<IHostBuilder>? configure = null, params string[] args) =>
        FromProgram(typeof(TProgram).Assembly, configure, args);

    /// <inheritdoc cref="FromProgram{TProgram}"/>
    /// <param name="program">The program's assembly.</param>
    /// <param name="configure">What the test wants otherwise. A service registered here replaces one of the same type registered by the program.</param>
    /// <param name="args">The program's arguments.</param>
    [RequiresUnreferencedCode("The program's entry point is found by reflection.")]
    public static TestApp FromProgram(Assembly program, Action<IHostBuilder>? configure = null, params string[] args)
    {
        ArgumentNullException.ThrowIfNull(program);
        var log = new LogRecorder();
        return new(ProgramHost.Start(program, args, host =>
        {
            host.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
            configure?.Invoke(host);
        }), log);
    }

    /// <summary>The client. Relative addresses reach the app; cookies are kept, redirects are not followed.</summary>
    public HttpClient Client { get; }

    /// <summary>The cookies that <see cref="Client"/> has been given and sends back.</summary>
    /// <value>Empty. Cookies marked <c>Secure</c> go only to addresses that begin with <c>https://</c>.</value>
    public CookieContainer Cookies { get; } = new();

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Every route of Litestar in the app as it is: what it answers, what it takes, and all that a request passes on its way.</summary>
    public IReadOnlyList<RouteDescription> Routes => [.. Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Select(endpoint => endpoint.DescribeRoute()).OfType<RouteDescription>()];

    /// <summary>The server in memory, for WebSockets or a request built by hand.</summary>
    public TestServer Server { get; }

    /// <summary>How the app is configured to read and write JSON; <see cref="Post{T}"/> and its like write, and <see cref="Get{T}"/> reads, in the same way.</summary>
    public JsonSerializerOptions Json => Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    /// <summary>What the app has logged so far, oldest first: among it the exception behind every 500.</summary>
    public IReadOnlyCollection<LogEntry> Log => _log.Entries;

    /// <summary>Another client, with cookies of its own: a second visitor.</summary>
    public HttpClient NewClient() => NewClient(new());

    /// <summary>Asks with GET.</summary>
    /// <param name="path">The path and query, such as <c>/greet?name=Bob</c>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<HttpResponseMessage> Get(string path, CancellationToken cancellationToken = default) => Client.GetAsync(path, cancellationToken);

    /// <summary>Asks with GET for a value in JSON.</summary>
    /// <typeparam name="T">The type the answer is read as.</typeparam>
    /// <param name="path">The path and query.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="HttpRequestException">The status is not a success; the message holds the answer.</exception>
    public async Task<T> Get<T>(string path, CancellationToken cancellationToken = default)
    {
        using var answer = await Get(path, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new HttpRequestException($"GET {path} was answered {(int)answer.StatusCode}: {body}", null, answer.StatusCode);
        }

        return (await answer.Content.ReadFromJsonAsync(Typed<T>(), cancellationToken))!;
    }

    /// <summary>Sends a value as JSON with POST.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The value; an anonymous object will do.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<HttpResponseMessage> Post<T>(string path, T body, CancellationToken cancellationToken = default) => Client.PostAsync(path, Content(body), cancellationToken);

    /// <summary>Sends a value as JSON with PUT.</summary>
    /// <inheritdoc cref="Post{T}"/>
    public Task<HttpResponseMessage> Put<T>(string path, T body, CancellationToken cancellationToken = default) => Client.PutAsync(path, Content(body), cancellationToken);

    /// <summary>Sends a value as JSON with PATCH.</summary>
    /// <inheritdoc cref="Post{T}"/>
    public Task<HttpResponseMessage> Patch<T>(string path, T body, CancellationToken cancellationToken = default) => Client.PatchAsync(path, Content(body), cancellationToken);

    /// <summary>Asks with DELETE.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<HttpResponseMessage> Delete(string path, CancellationToken cancellationToken = default) => Client.DeleteAsync(path, cancellationToken);

    /// <summary>Asks with any request.</summary>
    /// <param name="request">The request; its address may be relative.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken = default) => Client.SendAsync(request, cancellationToken);

    /// <summary>Stops the app and disposes its services. A second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Interlocked.Exchange(ref _isDisposed, true))
        {
            Client.Dispose();
            await _host.DisposeAsync();
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => Task.Run(async () => await DisposeAsync()).GetAwaiter().GetResult();

    private HttpClient NewClient(CookieContainer cookies) => new(new CookieHandler(Server.CreateHandler(), cookies)) { BaseAddress = Server.BaseAddress };

    private JsonContent Content<T>(T body) => JsonContent.Create(body, Typed<T>());

    private JsonTypeInfo<T> Typed<T>() => (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T));
}
