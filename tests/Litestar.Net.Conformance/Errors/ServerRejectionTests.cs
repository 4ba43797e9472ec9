using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Litestar.Conformance;

/// <summary>What the server itself says of a request is a rejection: no error handler of the app is called.</summary>
public sealed class ServerRejectionTests
{
    private const string Chunked = "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n";

    public static TheoryData<Host, string, string, int> Rows =>
    [
        .. from host in (Host[])[Host.Kestrel, Host.Mapped]
           from path in (string[])["/server/read", "/server/json"]
           from row in ((string Request, int Status)[])
           [
               ($"{Chunked}zz\r\n", 400),
               ($"{Chunked}3\r\nabcdef", 400),
               ($"Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{new string('1', 200)}", 413),
               ($"{Chunked}800\r\n{new string('1', 2048)}\r\n", 413),
               ("Content-Type: application/json\r\nContent-Length: 100\r\n\r\n1", 408),
           ]
           select new TheoryDataRow<Host, string, string, int>(host, path, row.Request, row.Status),
    ];

    [Theory, MemberData(nameof(Rows))]
    public async Task No_error_handler_is_called(Host host, string path, string request, int status)
    {
        var called = new Called();
        await using var app = await Start(host, called);

        var answer = await Ask(app, $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{request}");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer);
        Assert.Contains("Content-Type: application/problem+json", answer);
        Assert.Empty(called.Types);
        Assert.Empty(called.Logged);
    }

    [Theory, InlineData(Host.Kestrel), InlineData(Host.Mapped)]
    public async Task Nor_is_one_where_the_client_has_gone(Host host)
    {
        var called = new Called();
        await using var app = await Start(host, called);
        foreach (var path in (string[])["/server/read", "/server/json"])
        {
            using (var client = new TcpClient())
            {
                await client.ConnectAsync("127.0.0.1", app.Address.Port);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nContent-Type: application/json\r\n\r\n1"));
                await called.Begun.WaitAsync();
                client.LingerState = new(enable: true, seconds: 0);
            }

            await called.Ended.WaitAsync();
        }

        Assert.Empty(called.Types);
        Assert.Empty(called.Logged);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task What_the_app_throws_of_the_same_type_is_its_own(Host host)
    {
        var called = new Called();
        await using var app = await Start(host, called);

        Assert.Equal("418 BadHttpRequestException", Summary.Of(await app.Ask("GET /server/own")));
        Assert.Equal("418 OwnException", Summary.Of(await app.Ask("GET /server/derived")));
        Assert.Equal("418 FileNotFoundException", Summary.Of(await app.Ask("GET /server/file")));
        Assert.Equal(["BadHttpRequestException", "OwnException", "FileNotFoundException"], called.Types);
    }

    private static Task<RunningApp> Start(Host host, Called called) => RunningApp.Start(
        host,
        [typeof(Reading)],
        services => services.AddSingleton(called).AddLogging(logging => logging.AddProvider(called)).Configure<KestrelServerOptions>(server =>
        {
            server.Limits.MaxRequestBodySize = 1000;
            server.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(1.1));
        }),
        options: options => options.OnError<Exception>((exception, context) => Reading.Any(exception, context.RequestServices.GetRequiredService<Called>())).Middleware(async (context, next) =>
        {
            called.Begun.Release();
            await next(context);
            called.Ended.Release();
        }));

    private static async Task<string> Ask(RunningApp app, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", app.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        var answer = new StringBuilder();
        while (!answer.ToString().Contains('}') && await Eventually.Ends(reader.ReadLineAsync()) is { } line)
        {
            answer.AppendLine(line);
        }

        return answer.ToString();
    }

    [Path("/server"), OnError(nameof(Any))]
    private static class Reading
    {
        [Post("/read")]
        public static async Task<string> Read(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return await reader.ReadToEndAsync();
        }

        [Post("/json")]
        public static string Json([FromBody] int[] numbers) => $"{numbers.Length}";

        [Get("/own")]
        public static string Own() => throw new BadHttpRequestException("own");

        [Get("/derived")]
        public static string Derived() => throw new OwnException();

        [Get("/file")]
        public static string FromFile() => File.ReadAllText("/nowhere/at/all".Replace("/at/all", ".txt"));

        public static IResult Any(Exception exception, Called called)
        {
            called.Types.Enqueue(exception.GetType().Name);
            return TypedResults.Text(exception.GetType().Name, statusCode: 418);
        }
    }

    private sealed class OwnException() : BadHttpRequestException("own");

    internal sealed class Called : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Types { get; } = [];

        public ConcurrentQueue<string> Logged { get; } = [];

        public SemaphoreSlim Begun { get; } = new(0);

        public SemaphoreSlim Ended { get; } = new(0);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Logged.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
