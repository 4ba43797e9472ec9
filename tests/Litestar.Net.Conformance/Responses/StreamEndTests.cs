using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Litestar.Conformance.Apps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>How streams end: with a failure, and with the app.</summary>
public sealed class StreamEndTests
{
    // Of a list that fails within itself, what System.Text.Json has not let out of its own buffer was never written.
    public static TheoryData<Host, string, int> Torn =>
        [.. from host in (Host[])[Host.Kestrel, Host.Mapped]
            from row in ((string, int)[])[("torn", Flows.Rows * 7), ("torn/list", (Flows.Rows * 2 - 1) * 7 - 20_000), ("torn/length", 300_000)]
            select new TheoryDataRow<Host, string, int>(host, row.Item1, row.Item2)];

    [Theory, MemberData(nameof(Torn))]
    public async Task All_that_was_written_before_a_failure_arrives_and_no_end(Host host, string path, int length)
    {
        var logged = new Logged();
        await using var app = await RunningApp.Start(host, [typeof(Flows)], services => services.AddLogging(logging => logging.AddProvider(logged)));

        if (path is "torn/list")
        {
            // A list that is made while it is written is written in parts once it has been too large to be written whole.
            Assert.Equal(200, (await app.Ask($"GET /flows/{path}?fine=true")).Status);
        }

        var received = await ReadSlowly(app, path);

        var body = received[(received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.StartsWith("HTTP/1.1 200 OK", received);
        Assert.False(received.EndsWith("0\r\n\r\n", StringComparison.Ordinal));
        Assert.True(body.Length >= length, $"{body.Length} of {length}");
        Assert.Single(logged.Errors);
        Assert.Contains("the secret", logged.Errors.Single());
    }

    [Fact]
    public async Task In_memory_a_failure_reaches_whoever_reads()
    {
        await using var app = await RunningApp.Start(Host.Memory, [typeof(Flows)]);

        await Assert.ThrowsAnyAsync<Exception>(() => app.Ask("GET /flows/torn"));
    }

    public static TheoryData<Host, string> Endless =>
        [.. from host in Matrix.OwnHosts.Select(row => row.Data)
            from path in (string[])["endless", "endless/ticks", "endless/events"]
            select new TheoryDataRow<Host, string>(host, path)];

    [Theory, MemberData(nameof(Endless))]
    public async Task An_open_stream_ends_with_the_app(Host host, string path)
    {
        var logged = new Logged();
        var app = await RunningApp.Start(host, [typeof(Flows)], services => services
            .AddLogging(logging => logging.AddProvider(logged))
            .Configure<HostOptions>(options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan));
        using var answer = await app.Client.GetAsync($"/flows/{path}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.True(await body.ReadAsync(new byte[100], TestContext.Current.CancellationToken) > 0);

        // The host would wait for ever.
        await Eventually.Ends(app.Stop());

        Assert.Empty(logged.Errors);
        await app.DisposeAsync();
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_stream_that_ends_by_itself_as_the_app_stops_is_whole(Host host)
    {
        var app = await RunningApp.Start(host, [typeof(Flows)]);
        using var answer = await app.Client.GetAsync("/flows/endless/farewell", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var read = answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        await app.Stop();

        Assert.Equal("[1,2]", await read);
        await app.DisposeAsync();
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_request_under_way_is_answered_and_a_stream_that_has_not_begun_is_refused(Host host)
    {
        var begun = new SemaphoreSlim(0);
        var app = await RunningApp.Start(host, [typeof(Flows)], options: options => options.Middleware((context, next) =>
        {
            begun.Release();
            return next(context);
        }));
        var slow = app.Ask("GET /flows/slow");
        var silent = app.Ask("GET /flows/endless/silent");
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        await begun.WaitAsync(TestContext.Current.CancellationToken);

        await app.Stop();

        if (host is not Host.Memory)
        {
            Assert.Equal("200 finished", Summary.Of(await slow));
        }

        Assert.Equal("503 The server is stopping.", Summary.Of(await silent));
        await app.DisposeAsync();
    }

    // A window that is soon full: the server has to wait, with most of the answer unsent.
    private static async Task<string> ReadSlowly(RunningApp app, string path)
    {
        using var client = new TcpClient { ReceiveBufferSize = 32 * 1024 };
        await client.ConnectAsync("127.0.0.1", app.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /flows/{path} HTTP/1.1\r\nHost: x\r\n\r\n"), TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var received = new StringBuilder();
        var buffer = new byte[32 * 1024];
        while (true)
        {
            int read;
            try
            {
                read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                break;
            }

            if (read is 0)
            {
                break;
            }

            received.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return received.ToString();
    }
}

/// <summary>Keeps what is logged as an error.</summary>
public sealed class Logged : ILoggerProvider
{
    public ConcurrentQueue<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Keeper(categoryName, Errors);

    public void Dispose()
    {
    }

    private sealed class Keeper(string category, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                errors.Enqueue($"{category}: {formatter(state, exception)} {exception?.Message}");
            }
        }
    }
}
