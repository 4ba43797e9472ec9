using Litestar.Layers;

namespace Litestar;

/// <summary>The settings of all handlers of an app: its outermost layer, and the format of its paths and errors.</summary>
/// <remarks>
/// In a <see cref="LitestarApp"/>, its response headers and error handlers apply to more than its handlers. The headers are also
/// set on 404 and 405. The error handlers also answer exceptions of the app's middleware and ordinary endpoints. They are not
/// called for a rejection, such as a 404 or a missing parameter, because a rejection is not an exception.
/// </remarks>
public sealed class LitestarOptions : Layer
{
    /// <summary>Creates options with default values.</summary>
    public LitestarOptions() : base("the app")
    {
    }

    /// <summary>A path in front of every handler, such as <c>/api</c>.</summary>
    /// <value>Empty.</value>
    public string Path { get; set; } = "";

    /// <summary>The format of error bodies.</summary>
    /// <value><see cref="ErrorFormat.Problem"/>.</value>
    public ErrorFormat ErrorFormat { get; set; }

    /// <summary>The threads for functions with <c>Blocking = true</c>.</summary>
    public BlockingOptions Blocking { get; } = new();

    internal List<LifespanRegistration> Startups { get; } = [];

    internal List<LifespanRegistration> Shutdowns { get; } = [];

    internal List<LifespanRegistration> Lifespans { get; } = [];

    /// <summary>Calls a function before the app listens and before its hosted services start.</summary>
    /// <remarks>
    /// Functions run in the order in which they were added, each with services of its own scope. If one throws, the app does not
    /// start: <c>Run</c> and <c>StartAsync</c> throw an <see cref="InvalidOperationException"/> that names it. Before that, opened
    /// values are disposed and the <c>OnShutdown</c> functions are called. For <see cref="LitestarApp"/> only: an application that
    /// calls <c>MapLitestar</c> starts and stops itself.
    /// </remarks>
    /// <param name="function">The function. The token is cancelled when the start is cancelled.</param>
    public LitestarOptions OnStartup(Func<IServiceProvider, CancellationToken, Task> function) => Add(Startups, LifespanRegistration.Of(function, QuotedNameOf(function)));

    /// <inheritdoc cref="OnStartup(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnStartup(Func<IServiceProvider, Task> function) => Add(Startups, LifespanRegistration.Of((services, _) => function(services), QuotedNameOf(function)));

    /// <inheritdoc cref="OnStartup(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnStartup(Action<IServiceProvider> function) => Add(Startups, LifespanRegistration.Of(Completed(function), QuotedNameOf(function)));

    /// <summary>Calls a function after the app has answered its last request and its hosted services have stopped.</summary>
    /// <remarks>
    /// Functions run in the order in which they were added, each with services of its own scope. They run after all values that
    /// <see cref="Lifespan{T}(Func{IServiceProvider, CancellationToken, Task{T}})"/> has opened are disposed. If one throws, the others
    /// still run. They also run after a failed start.
    /// </remarks>
    /// <param name="function">
    /// The function. The token is cancelled when the host's shutdown timeout is over
    /// (<c>HostOptions.ShutdownTimeout</c>, 30 seconds by default).
    /// </param>
    public LitestarOptions OnShutdown(Func<IServiceProvider, CancellationToken, Task> function) => Add(Shutdowns, LifespanRegistration.Of(function, QuotedNameOf(function)));

    /// <inheritdoc cref="OnShutdown(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnShutdown(Func<IServiceProvider, Task> function) => Add(Shutdowns, LifespanRegistration.Of((services, _) => function(services), QuotedNameOf(function)));

    /// <inheritdoc cref="OnShutdown(Func{IServiceProvider, CancellationToken, Task})"/>
    public LitestarOptions OnShutdown(Action<IServiceProvider> function) => Add(Shutdowns, LifespanRegistration.Of(Completed(function), QuotedNameOf(function)));

    /// <summary>
    /// Opens a value before the <see cref="OnStartup(Func{IServiceProvider, CancellationToken, Task})"/> functions run.
    /// It is disposed after the app has stopped, before the
    /// <see cref="OnShutdown(Func{IServiceProvider, CancellationToken, Task})"/> functions run.
    /// </summary>
    /// <remarks>Values are disposed in reverse order. The scope of a value's services lives as long as the value.</remarks>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="open">The function. The token is cancelled when the start is cancelled.</param>
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
