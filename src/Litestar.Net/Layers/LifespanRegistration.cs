using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Layers;

/// <summary>A function that is called when the app starts or stops, with services of its own scope.</summary>
/// <param name="name">The function's name.</param>
/// <param name="call">Calls it. The returned value is disposed when the app stops.</param>
internal sealed class LifespanRegistration(string name, Func<IServiceProvider, CancellationToken, Task<IAsyncDisposable?>> call)
{
    public string Name => name;

    public static LifespanRegistration Of(Func<IServiceProvider, CancellationToken, Task> function, string name) => new(name, async (services, cancelled) =>
    {
        await function(services, cancelled);
        return null;
    });

    public static LifespanRegistration Of<T>(Func<IServiceProvider, CancellationToken, Task<T>> open, string name) where T : IAsyncDisposable =>
        new(name, async (services, cancelled) => await open(services, cancelled));

    /// <summary>Calls a function that opens nothing.</summary>
    public async Task Call(IServiceScopeFactory scopes, CancellationToken cancelled)
    {
        await using var scope = scopes.CreateAsyncScope();
        await call(scope.ServiceProvider, cancelled);
    }

    /// <summary>Calls a function. Returns a function that disposes the opened value and then its services.</summary>
    public async Task<Func<Task>> Open(IServiceScopeFactory scopes, CancellationToken cancelled)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var opened = await call(scope.ServiceProvider, cancelled);
            return async () =>
            {
                await using (scope)
                {
                    await (opened?.DisposeAsync() ?? default);
                }
            };
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }
}
