using Litestar.Layers;

namespace Litestar;

/// <summary>What holds for all handlers of an app: its outermost layer, and the shape of its paths and errors.</summary>
/// <remarks>
/// In a <see cref="LitestarApp"/>, its response headers and error handlers reach further than its handlers. The headers are set on 404
/// and 405 as well. The error handlers answer what the app's middleware and ordinary endpoints throw, too; they are not asked about a
/// rejection, such as a 404 or a missing parameter, because nothing is thrown there.
/// </remarks>
public sealed class LitestarOptions : Layer
{
    /// <summary>Options that say nothing yet.</summary>
    public LitestarOptions() : base("the app")
    {
    }

    /// <summary>A path in front of every handler, such as <c>/api</c>.</summary>
    /// <value>Empty.</value>
    public string Path { get; set; } = "";

    /// <summary>The shape of error bodies.</summary>
    /// <value><see cref="ErrorFormat.Problem"/>.</value>
    public ErrorFormat ErrorFormat { get; set; }

    /// <summary>The threads for functions that say <c>Blocking = true</c>.</summary>
    public BlockingOptions Blocking { get; } = new();

    internal List<LifespanRegistration> Startups { get; } = [];

    internal List<LifespanRegistration> Shutdowns { get; } = [];

    internal List<LifespanRegistration> Lifespans { get; } = [];

    /// <summary>Calls a function before the app listens and before its hosted services start.</summary>
    /// <remarks>
    /// Functions run in the order in which they were added, each with services of a scope of its own. One that throws keeps the app
    /// from starting: <c>Run</c> and <c>StartAsync</c> throw an <see cref="InvalidOperationException"/> that names it, after
    /// what had been opened is closed and the functions of the end were called. For <see cref="LitestarApp"/> only: an
    /// application that calls <c>MapLitestar</c> starts and stops itself.
    /// </remarks>
    /// <param name="function">The function; the token is cancelled when the start is given up.</param>
    public LitestarOptions OnStartup(Func<IServiceProvider, CancellationToken, Task> function) => Add(Startups, LifespanRegistration.Of(function, QuotedNameOf(function)));

    /// <inheritdoc cref="OnStartup(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnStartup(Func<IServiceProvider, Task> function) => Add(Startups, LifespanRegistration.Of((services, _) => function(services), QuotedNameOf(function)));

    /// <inheritdoc cref="OnStartup(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnStartup(Action<IServiceProvider> function) => Add(Startups, LifespanRegistration.Of(Completed(function), QuotedNameOf(function)));

    /// <summary>Calls a function after the app has answered its last request and its hosted services have stopped.</summary>
    /// <remarks>
    /// Functions run in the order in which they were added, each with services of a scope of its own, after all that
    /// <see cref="Lifespan{T}(Func{IServiceProvider, CancellationToken, Task{T}})"/> has opened is closed. One that throws keeps no
    /// other from its turn. They run where the start has failed as well.
    /// </remarks>
    /// <param name="function">The function; the token is cancelled when the host's time to stop is over (30 seconds unless <c>HostOptions.ShutdownTimeout</c> says otherwise).</param>
    public LitestarOptions OnShutdown(Func<IServiceProvider, CancellationToken, Task> function) => Add(Shutdowns, LifespanRegistration.Of(function, QuotedNameOf(function)));

    /// <inheritdoc cref="OnShutdown(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnShutdown(Func<IServiceProvider, Task> function) => Add(Shutdowns, LifespanRegistration.Of((services, _) => function(services), QuotedNameOf(function)));

    /// <inheritdoc cref="OnShutdown(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnShutdown(Action<IServiceProvider> function) => Add(Shutdowns, LifespanRegistration.Of(Completed(function), QuotedNameOf(function)));

    /// <summary>Opens something before the functions of <see cref="OnStartup(Func{IServiceProvider, CancellationToken, Task})"/> run, and disposes it when the app has stopped, before those of <see cref="OnShutdown(Func{IServiceProvider, CancellationToken, Task})"/>.</summary>
    /// <remarks>What was opened last is disposed first. The scope that its services come from lives as long as it does.</remarks>
    /// <typeparam name="T">What is opened.</typeparam>
    /// <param name="open">The function; the token is cancelled when the start is given up.</param>
    public LitestarOptions Lifespan<T>(Func<IServiceProvider, CancellationToken, Task<T>> open) where T : IAsyncDisposable => Add(Lifespans, LifespanRegistration.Of(open, QuotedNameOf(open)));

    /// <inheritdoc cref="Lifespan{T}(Func{IServiceProvider, CancellationToken, Task{T}})"/>
    public LitestarOptions Lifespan<T>(Func<IServiceProvider, Task<T>> open) where T : IAsyncDisposable => Add(Lifespans, LifespanRegistration.Of((services, _) => open(services), QuotedNameOf(open)));

    private static Func<IServiceProvider, CancellationToken, Task> Completed(Action<IServiceProvider> function) => (services, _) =>
    {
        function(services);
        return Task.CompletedTask;
    };

    private static string QuotedNameOf(Delegate function) => NameOf(function) is var name && name.Contains(' ') ? name : $"'{name}'";

    private LitestarOptions Add(List<LifespanRegistration> steps, LifespanRegistration step)
    {
        steps.Add(step);
        return this;
    }
}
