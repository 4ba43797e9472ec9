using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>An app that describes its endpoints is warned that handlers are not among them.</summary>
public sealed class ApiExplorerTests
{
    public static TheoryData<Host, string, int> Apps =>
        [.. from host in Matrix.OwnHosts.Select(row => row.Data) from row in ((string, int)[])[("none", 0), ("endpoints", 1), ("controllers", 0)] select new TheoryDataRow<Host, string, int>(host, row.Item1, row.Item2)];

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task It_is_said_once_at_the_start(Host host, string described, int expected)
    {
        var log = new Listening();
        await using var app = await RunningApp.Start(
            host,
            [One],
            services =>
            {
                services.AddSingleton<ILoggerProvider>(log);
                _ = described switch
                {
                    "endpoints" => services.AddEndpointsApiExplorer(),
                    "controllers" => services.AddControllers().Services,
                    _ => services,
                };
            },
            "Development",
            middleware: app => app.MapLitestar([Two]));

        Assert.Equal(expected, log.Lines.Count(line => line.Contains("no handler will be in that document")));
    }

    [Get("/one")] private static string One() => "one";
    [Get("/two")] private static string Two() => "two";

    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
