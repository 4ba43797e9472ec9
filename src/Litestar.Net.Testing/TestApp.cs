using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Testing;

/// <summary>An app that runs in memory, and its first visitor.</summary>
/// <remarks>
/// No port is opened. Requests run through the whole app: middleware, matching, binding, error responses. Apps are independent of each
/// other: any number may run in one process at the same time.
/// </remarks>
public sealed class TestApp : Visitor, IAsyncDisposable, IDisposable
{
    private readonly IRunningHost _host;
    private readonly LogRecorder _log;
    private bool _isDisposed;

    private TestApp(IRunningHost host, LogRecorder log) : base((TestServer)host.Services.GetRequiredService<IServer>(), host.Services, user: null)
    {
        _host = host;
        _log = log;
        Server = (TestServer)host.Services.GetRequiredService<IServer>();
    }

    /// <summary>Starts an app with these handlers.</summary>
    /// <param name="handlers">The handlers, as a collection expression: <c>[Greet, typeof(Users)]</c>.</param>
    /// <param name="configure">
    /// Sets services, configuration and options. A service registered here replaces an earlier one of the same type.
    /// </param>
    /// <param name="environment">
    /// The environment's name, whatever that of the machine. In <c>Development</c> the body of a 500 names its cause.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The app cannot start: a handler is unknown, two routes are equal, or a service is missing.
    /// </exception>
    public static TestApp Create(HandlerList handlers, Action<LitestarBuilder>? configure = null, string environment = "Production")
    {
        var builder = LitestarApp.CreateBuilder([$"--environment={environment}"]);
        builder.Handlers.Add(handlers);
        return Create(builder, configure);
    }

    /// <summary>Starts the app of a builder, which may be the same that <c>Program.cs</c> runs.</summary>
    /// <param name="builder">The builder, not yet built. Its logging providers are removed: log entries go to <see cref="Log"/>.</param>
    /// <param name="configure">
    /// Changes settings for the test. The environment is already fixed: set it on the builder,
    /// <c>CreateBuilder(["--environment=Development"])</c>.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The app cannot start: a handler is unknown, two routes are equal, a service is missing, or the builder uses
    /// another server.
    /// </exception>
    public static TestApp Create(LitestarBuilder builder, Action<LitestarBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var log = new LogRecorder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log);
        configure?.Invoke(builder);
        TestAuthentication.AddTo(builder.Services);
        return new(BuiltHost.Start(builder.Build()), log);
    }

    /// <summary>Runs an unchanged program in memory, from the first line of its <c>Program.cs</c>.</summary>
    /// <remarks>
    /// For programs whose handlers are not accessible from outside, above all local functions, and for any other ASP.NET Core program, for
    /// instance one that calls <c>MapLitestar</c>.
    /// </remarks>
    /// <typeparam name="TProgram">Any type of the program's assembly, usually <c>Program</c>.</typeparam>
    /// <param name="configure">
    /// Changes settings for the test. A service registered here replaces one of the same type registered by the
    /// program.
    /// </param>
    /// <param name="args">
    /// The program's arguments, such as <c>--environment=Development</c> or <c>--contentRoot=…</c>. A program that calls
    /// <c>LitestarApp.Create</c> does not see them.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The program ends without having started an app. Exceptions of the program itself are thrown unchanged.
    /// </exception>
    [RequiresUnreferencedCode("The program's entry point is found by reflection.")]
    public static TestApp FromProgram<TProgram>(Action<IHostBuilder>? configure = null, params string[] args) =>
        FromProgram(typeof(TProgram).Assembly, configure, args);

    /// <inheritdoc cref="FromProgram{TProgram}"/>
    /// <param name="program">The program's assembly.</param>
    /// <param name="configure">
    /// Changes settings for the test. A service registered here replaces one of the same type registered by the
    /// program.
    /// </param>
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
            host.ConfigureServices(TestAuthentication.AddTo);
        }), log);
    }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>A description of every Litestar route in the app: its response, its parameters, and all steps of its pipeline.</summary>
    public IReadOnlyList<RouteDescription> Routes => [.. Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Select(endpoint => endpoint.DescribeRoute()).OfType<RouteDescription>()];

    /// <summary>The in-memory server, for WebSockets or a request built by hand.</summary>
    public TestServer Server { get; }

    /// <summary>The log of the app so far, oldest first: it includes the exception of every 500.</summary>
    public IReadOnlyCollection<LogEntry> Log => _log.Entries;

    /// <summary>Returns another visitor, with its own cookies and headers.</summary>
    public Visitor NewVisitor() => Of(Server, Services);

    /// <summary>Returns a visitor who is signed in, without a token, a cookie or a password.</summary>
    /// <remarks>
    /// Every authentication scheme of the app returns this user for these requests, after the app's <c>IClaimsTransformation</c>. Guards,
    /// policies and <c>ClaimsPrincipal</c> parameters see it; the app decides on its permissions. The app's schemes handle the requests
    /// of other visitors. An app without authentication sees the user as well.
    /// </remarks>
    /// <param name="user">The user: <c>new(new ClaimsIdentity([new("sub", "ann")], "test"))</c>.</param>
    /// <exception cref="ArgumentException">
    /// No identity of the user is authenticated: <c>ClaimsIdentity</c> needs an authentication type as its second
    /// argument.
    /// </exception>
    public Visitor As(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Identities.Any(identity => identity.IsAuthenticated)
            ? Of(Server, Services, user)
            : throw new ArgumentException("No identity of the user is authenticated. Pass an authentication type: new ClaimsIdentity(claims, \"test\").", nameof(user));
    }

    /// <summary>Returns another client, with its own cookies.</summary>
    /// <remarks><see cref="NewVisitor"/> has more: the requests of this class, headers, its cookies.</remarks>
    public HttpClient NewClient() => NewClient(Server, new());

    /// <summary>Stops the app and disposes its services. A second call does nothing.</summary>
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
}
