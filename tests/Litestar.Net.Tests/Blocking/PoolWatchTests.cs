using Microsoft.Extensions.Logging;

namespace Litestar.Tests.Blocking;

/// <summary>Who keeps a thread of the pool busy is named, in Development.</summary>
public sealed class PoolWatchTests
{
    private const int Limit = 1000, More = 1200;

    [Fact]
    public async Task A_handler_that_blocks_is_named_once()
    {
        await using var app = Start();
        await Ask(app, "/sleeps", times: 3);

        await Eventually.Until(() => Warnings(app).Length > 0);
        var said = Assert.Single(await Said(app));

        Assert.Equal(LogLevel.Warning, said.Level);
        Assert.Matches(@"^PoolWatchTests\.Sleeps \(GET /sleeps\) kept a thread of the pool busy for [0-9]{3,} ms\. Meanwhile the thread served no other request\. Await its blocking call, or run it on a thread of its own: Blocking = true in its verb attribute\.$", said.Message);
    }

    [Fact]
    public async Task So_is_one_that_blocks_after_it_has_awaited()
    {
        await using var app = Start();
        await Ask(app, "/sleeps/later", times: 2);

        await Eventually.Until(() => Warnings(app).Length > 0);
        Assert.Matches(@"^PoolWatchTests\.SleepsLater \(GET /sleeps/later\) kept a thread of the pool busy for [0-9]{3,} ms\. Meanwhile the thread served no other request\. Await its blocking call, or run that part with Task\.Run: a handler that returns a task or a sequence cannot have a thread of its own\.$", Assert.Single(await Said(app)).Message);
    }

    [Theory]
    [InlineData("/awaits", "Development", true)]
    [InlineData("/blocks", "Development", true)]
    [InlineData("/sleeps", "Production", true)]
    [InlineData("/sleeps", "Development", false)]
    public async Task Others_are_not(string path, string environment, bool warns)
    {
        await using var app = Start(environment, warns);
        await Ask(app, path, times: 2);

        Assert.Empty(await Said(app));
    }

    [Fact]
    public async Task The_first_request_of_a_handler_may_wait_for_the_compiler()
    {
        await using var app = Start();
        await Ask(app, "/sleeps", times: 1);

        Assert.Empty(await Said(app));
    }

    [Get("/sleeps")]
    internal static string Sleeps()
    {
        Thread.Sleep(More);
        return "slept";
    }

    [Get("/sleeps/later")]
    internal static async Task<string> SleepsLater()
    {
        await Task.Delay(1);
        Thread.Sleep(More);
        return "slept";
    }

    [Get("/awaits")]
    internal static async Task<string> Awaits()
    {
        await Task.Delay(More);
        return "awaited";
    }

    [Get("/blocks", Blocking = true)]
    internal static string Blocks()
    {
        Thread.Sleep(More);
        return "blocked";
    }

    private static TestApp Start(string environment = "Development", bool warns = true) => TestApp.Create(
        [Sleeps, SleepsLater, Awaits, Blocks],
        builder => builder.Options.Blocking.WarnAfter = warns ? TimeSpan.FromMilliseconds(Limit) : null,
        environment);

    private static async Task Ask(TestApp app, string path, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(200, (int)(await app.Get(path)).StatusCode);
        }
    }

    // It is written beside the request, not within.
    private static async Task<LogEntry[]> Said(TestApp app)
    {
        await Task.Delay(200);
        return Warnings(app);
    }

    private static LogEntry[] Warnings(TestApp app) =>
        [.. app.Log.Where(entry => entry.Category is "Litestar" && entry.Message.Contains("kept a thread", StringComparison.Ordinal))];
}
