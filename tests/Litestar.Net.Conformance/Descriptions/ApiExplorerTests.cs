using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>An app that describes its endpoints is warned that handlers are not among them.</summary>
public sealed class ApiExplorerTests
{
    public static TheoryData<Host, string, int> Apps =>
        [.. from host in Matrix.OwnHosts.Select(row => row.Data) from row in ((string, int)[])[("none", 0), ("endpoints", 1), ("document", 1), ("controllers", 0)] select new TheoryDataRow<Host, string, int>(host, row.Item1, row.Item2)];

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
                    "document" => services.AddOpenApi(),
                    "controllers" => services.AddControllers().Services,
                    _ => services,
                };
            },
            "Development",
            middleware: app => app.MapLitestar([Two]));

        Assert.Equal(expected, log.Warnings);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task The_document_of_a_host_holds_its_own_endpoints(string environment)
    {
        var builder = WebApplication.CreateBuilder(["--environment", environment]);
        builder.WebHost.UseTestServer();
        var log = Describe(builder.Services);
        await using var app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/plain", static () => Results.Ok());
        app.MapLitestar([One]);
        app.MapGroup("/group").MapLitestar([Two]).WithTags("t");

        await app.StartAsync();

        Assert.Equal(["/plain"], await Paths(app.GetTestClient()));
        Assert.Equal(1, log.Warnings);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task The_document_of_a_LitestarApp_holds_its_ordinary_endpoints(string environment)
    {
        var builder = LitestarApp.CreateBuilder(["--environment", environment]);
        builder.WebHost.UseTestServer();
        var log = Describe(builder.Services);
        builder.Handlers.Add([One]);
        await using var app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/plain", static () => Results.Ok());
        app.MapLitestar([Two]);

        await app.StartAsync();

        Assert.Equal(["/plain"], await Paths(app.GetTestClient()));
        Assert.Equal(1, log.Warnings);
    }

    private static Listening Describe(IServiceCollection services)
    {
        var log = new Listening();
        services.AddOpenApi().AddSingleton<ILoggerProvider>(log);
        return log;
    }

    private static async Task<string[]> Paths(HttpClient client)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        return [.. document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name)];
    }

    [Get("/one")] private static string One() => "one";
    [Get("/two")] private static string Two() => "two";

    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public int Warnings => Lines.Count(line => line.Contains("that document will contain no handlers"));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
