using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Testing;

/// <summary>An app that was built here, from a list or a builder.</summary>
internal sealed class BuiltHost : IRunningHost
{
    private readonly LitestarApp _app;

    private BuiltHost(LitestarApp app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static BuiltHost Start(LitestarApp app)
    {
        // On another thread: a test framework's synchronization context could cause a deadlock.
        Task.Run(async () =>
        {
            try
            {
                _ = app.Services.GetRequiredService<IServer>() as TestServer
                    ?? throw new InvalidOperationException("The app has another server than the in-memory one. Leave UseKestrel and the like out of 'configure'.");
                await app.StartAsync();
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        }).GetAwaiter().GetResult();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _app.StopAsync();
        }
        finally
        {
            await _app.DisposeAsync();
        }
    }
}
