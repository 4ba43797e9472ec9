using Litestar.Layers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Litestar.Hosting;

/// <summary>
/// Calls the <c>OnStartup</c>, <c>Lifespan</c> and <c>OnShutdown</c> functions of an app: before any hosted service
/// starts, the server among them, and after all have stopped.
/// </summary>
/// <param name="options">The options with the functions.</param>
/// <param name="scopes">Creates the scopes of their services.</param>
internal sealed class AppLifespan(LitestarOptions options, IServiceScopeFactory scopes) : IHostedLifecycleService
{
    private readonly Stack<(string Name, Func<CancellationToken, Task> Call)> _ends = [];

    /// <summary>Completes the app's pipeline; null if no app was built.</summary>
    /// <remarks>User code may start ASP.NET Core's own application instead of the app.</remarks>
    public Action? Seal { get; set; }

    /// <exception cref="InvalidOperationException">No app was built, or a function failed; the message names it.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (Seal is null)
        {
            throw new InvalidOperationException("The application was built by LitestarBuilder.WebApplicationBuilder, which does not know the handlers. Call Build() on the LitestarBuilder itself.");
        }

        Seal();
        foreach (var step in options.Shutdowns.AsEnumerable().Reverse())
        {
            _ends.Push((step.Name, cancelled => step.Call(scopes, cancelled)));
        }

        foreach (var step in options.Lifespans)
        {
            var close = await Try(step, () => step.Open(scopes, cancellationToken));
            _ends.Push((step.Name, _ => close()));
        }

        foreach (var step in options.Startups)
        {
            await Try(step, async () =>
            {
                await step.Call(scopes, cancellationToken);
                return true;
            });
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => End(cancellationToken);

    /// <summary>
    /// Disposes opened values in reverse order, then calls the <c>OnShutdown</c> functions in their order. If one
    /// fails, the others still run.
    /// </summary>
    /// <exception cref="InvalidOperationException">One failed; the message names it.</exception>
    /// <exception cref="AggregateException">Several failed.</exception>
    public async Task End(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        while (_ends.TryPop(out var end))
        {
            try
            {
                await end.Call(cancellationToken);
            }
            catch (Exception exception)
            {
                failures.Add(new InvalidOperationException($"{end.Name} failed when the app stopped. {exception.Message}", exception));
            }
        }

        if (failures.Count > 0)
        {
            throw failures.Count is 1 ? failures[0] : new AggregateException(failures);
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<T> Try<T>(LifespanRegistration step, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{step.Name} failed when the app started. {exception.Message}", exception);
        }
    }
}
