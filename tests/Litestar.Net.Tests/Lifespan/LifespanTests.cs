using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Tests.Lifespan;

/// <summary>What runs when an app starts and when it stops.</summary>
public sealed class LifespanTests
{
    private readonly List<string> _journal = [];

    [Fact]
    public async Task All_runs_in_its_order_around_the_hosted_services()
    {
        await using (TestApp.Create([Ping], Configure))
        {
            Assert.Equal("open 1, open 2, start a, start b, service starts", string.Join(", ", _journal));
            _journal.Clear();
        }

        Assert.Equal("service stops, close 2, close 1, stop a, stop b", string.Join(", ", _journal));
    }

    [Fact]
    public async Task Nothing_listens_before_the_start_and_nothing_after_the_end()
    {
        var (before, after) = (true, true);
        var builder = Kestrel();
        LitestarApp app = null!;
        var port = 0;
        builder.Options
            .OnStartup(_ => before = app.Urls.Any(url => !url.EndsWith(":0", StringComparison.Ordinal)))
            .OnShutdown(async _ => after = await Listens(port));
        app = builder.Build();
        var run = app.RunAsync();
        var started = new TaskCompletionSource();
        app.Lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task;
        port = new Uri(app.Urls.Single()).Port;

        Assert.True(await Listens(port));
        app.Lifetime.StopApplication();
        await run;

        Assert.Equal((false, false), (before, after));
    }

    [Fact]
    public void A_function_that_throws_keeps_the_app_from_starting_and_is_named()
    {
        var rejection = Assert.Throws<InvalidOperationException>(() => TestApp.Create([Ping], builder =>
        {
            Configure(builder);
            builder.Options.OnStartup(Migrate).OnStartup(_ => _journal.Add("never"));
        }));

        Assert.Equal("'LifespanTests.Migrate' failed when the app started. The database is gone.", rejection.Message);
        Assert.IsType<TimeoutException>(rejection.InnerException);
        Assert.Equal("open 1, open 2, start a, start b, close 2, close 1, stop a, stop b", string.Join(", ", _journal));
    }

    [Fact]
    public void What_cannot_be_opened_is_not_closed()
    {
        var rejection = Assert.Throws<InvalidOperationException>(() => TestApp.Create([Ping], builder => builder.Options
            .Lifespan(_ => Open("1"))
            .Lifespan<Opened>(_ => throw new TimeoutException("Nobody there."))
            .OnStartup(_ => _journal.Add("never"))));

        Assert.Equal("a lambda failed when the app started. Nobody there.", rejection.Message);
        Assert.Equal(["open 1", "close 1"], _journal);
    }

    [Fact]
    public async Task It_ends_as_well_where_something_else_keeps_the_app_from_starting()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var builder = LitestarApp.CreateBuilder(["--urls", $"http://{taken.LocalEndpoint}"]);
        builder.Logging.ClearProviders();
        builder.Handlers.Add(Ping);
        builder.Options.Lifespan(_ => Open("1")).OnShutdown(_ => _journal.Add("stop"));

        await Assert.ThrowsAsync<IOException>(() => builder.Build().RunAsync());

        Assert.Equal(["open 1", "close 1", "stop"], _journal);
    }

    [Fact]
    public async Task What_fails_at_the_end_keeps_no_other_from_its_turn()
    {
        var app = TestApp.Create([Ping], builder =>
        {
            builder.Options.OnShutdown(Migrate);
            Configure(builder);
        });
        _journal.Clear();

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await app.DisposeAsync());

        Assert.Equal("'LifespanTests.Migrate' failed when the app stopped. The database is gone.", failure.Message);
        Assert.Equal("service stops, close 2, close 1, stop a, stop b", string.Join(", ", _journal));
    }

    [Fact]
    public async Task Each_has_services_of_a_scope_of_its_own()
    {
        var seen = new List<Scoped>();
        await using (TestApp.Create([Ping], builder =>
        {
            builder.Services.AddScoped<Scoped>();
            builder.Options
                .OnStartup(services => seen.Add(services.GetRequiredService<Scoped>()))
                .OnStartup(async (services, cancelled) =>
                {
                    await Task.Delay(1, cancelled);
                    seen.Add(services.GetRequiredService<Scoped>());
                    Assert.False(seen[^1].IsDisposed);
                })
                .Lifespan(services =>
                {
                    seen.Add(services.GetRequiredService<Scoped>());
                    return Open("1");
                });
        }))
        {
            Assert.Equal([false, true, true], seen.Select(scoped => scoped.IsDisposed));
        }

        Assert.Equal([true, true, true], seen.Select(scoped => scoped.IsDisposed));
        Assert.Equal(3, seen.Distinct().Count());
    }

    [Fact]
    public void An_application_that_maps_handlers_starts_by_itself()
    {
        var app = WebApplication.CreateBuilder().Build();

        var rejection = Assert.Throws<InvalidOperationException>(() => app.MapLitestar([Ping], options => options.OnStartup(Migrate)));

        Assert.Equal("MapLitestar has 'LifespanTests.Migrate' for the start or the shutdown of the app, but this application starts and stops itself. Register a hosted service, builder.Services.AddHostedService<…>(), or create the app with LitestarApp.CreateBuilder.", rejection.Message);
    }

    [Get("/ping")]
    internal static string Ping() => "pong";

    private static void Migrate(IServiceProvider services) => throw new TimeoutException("The database is gone.");

    private static LitestarBuilder Kestrel()
    {
        var builder = LitestarApp.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Handlers.Add(Ping);
        return builder;
    }

    private static async Task<bool> Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Configure(LitestarBuilder builder)
    {
        builder.Services.AddHostedService(_ => new Service(_journal));
        builder.Options
            .OnShutdown(_ => _journal.Add("stop a"))
            .OnStartup(_ => _journal.Add("start a"))
            .Lifespan(_ => Open("1"))
            .OnStartup(async (_, cancelled) =>
            {
                await Task.Delay(1, cancelled);
                _journal.Add("start b");
            })
            .Lifespan(async (_, cancelled) =>
            {
                await Task.Delay(1, cancelled);
                return await Open("2");
            })
            .OnShutdown(async _ =>
            {
                await Task.Yield();
                _journal.Add("stop b");
            });
    }

    private Task<Opened> Open(string name)
    {
        _journal.Add($"open {name}");
        return Task.FromResult(new Opened(() => _journal.Add($"close {name}")));
    }

    private sealed class Opened(Action close) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            close();
            return default;
        }
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Service(List<string> journal) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            journal.Add("service starts");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            journal.Add("service stops");
            return Task.CompletedTask;
        }
    }
}
