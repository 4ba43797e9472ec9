using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>Metrics, logs and events of the router: the same for a handler as for an ordinary endpoint.</summary>
public sealed partial class SignalTests
{
    public static TheoryData<string, string> Requests =>
        [.. from request in (string[])["GET /one", "GET /items/7", "GET /items/x", "HEAD /items/7", "GET /nowhere", "POST /one", "OPTIONS /one", "GET /closed", "GET /thrown", "GET /beside", "PUT /beside", "GET /beside/x"]
            from app in (string[])["handlers", "handlers and others", "early routing", "mapped"]
            where app is not "handlers" || !request.Contains("beside")
            select (request, app)];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task They_are_those_of_an_ordinary_endpoint(string request, string kind)
    {
        await using var ordinary = await Observed.Start("ordinary");
        await using var handled = await Observed.Start(kind);

        Assert.Equal(await ordinary.Ask(request), await handled.Ask(request));
    }

    [Theory]
    [InlineData("GET /items/7", """
        Microsoft.AspNetCore.Routing.EndpointMiddleware 0 ExecutingEndpoint Information Executing endpoint 'GET /items/{id:int}'
        Microsoft.AspNetCore.Routing.EndpointMiddleware 1 ExecutedEndpoint Information Executed endpoint 'GET /items/{id:int}'
        Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware 1 MatchSuccess Debug Request matched endpoint 'GET /items/{id:int}'
        aspnetcore.routing.match_attempts aspnetcore.routing.is_fallback=False aspnetcore.routing.match_status=success http.route=/items/{id:int}
        event /items/{id:int}
        http.server.request.duration http.request.method=GET http.response.status_code=200 http.route=/items/{id:int} url.scheme=http
        """)]
    public async Task They_are_complete(string request, string expected)
    {
        await using var app = await Observed.Start("handlers");

        Assert.Equal(expected, await app.Ask(request));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_limiter_that_an_app_has_called_counts_once(bool isRouted)
    {
        await using var app = await Limited(isRouted, limits => limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetFixedWindowLimiter((string?)context.Request.Path ?? "", _ => new() { PermitLimit = 2, Window = TimeSpan.FromHours(1) })));

        foreach (var request in (string[])["GET /one", "GET /beside", "GET /beside/limited", "GET /nowhere", "GET /limited"])
        {
            Assert.Equal("110", await Thrice(app, request));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_policy_is_counted_once_by_such_a_limiter(bool isRouted)
    {
        var limiters = new ConcurrentDictionary<string, RateLimiter>();
        await using var app = await Limited(isRouted, limits => limits.AddPolicy("shared", context => RateLimitPartition.Get((string?)context.Request.Path ?? "", path => limiters.GetOrAdd(
            path, _ => new FixedWindowRateLimiter(new() { PermitLimit = 2, Window = TimeSpan.FromHours(1) })))));

        foreach (var request in (string[])["GET /limited", "GET /beside/limited"])
        {
            Assert.Equal("110", await Thrice(app, request));
        }

        Assert.Equal("111", await Thrice(app, "GET /one"));
    }

    // Each 1 where it passes, 0 where it is limited.
    private static async Task<string> Thrice(RunningHost app, string request)
    {
        var passes = "";
        for (var i = 0; i < 3; i++)
        {
            using var answer = await app.Client.SendAsync(new(new HttpMethod(request.Split(' ')[0]), request.Split(' ')[1]));
            passes += (int)answer.StatusCode is 429 ? "0" : "1";
        }

        return passes;
    }

    private static async Task<RunningHost> Limited(bool isRouted, Action<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions> limits)
    {
        var builder = LitestarApp.CreateBuilder(["--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        builder.Logging.ClearProviders();
        builder.Services.AddRateLimiter(options =>
        {
            options.AddPolicy("open", _ => RateLimitPartition.GetNoLimiter(""));
            limits(options);
            try
            {
                options.AddPolicy("shared", _ => RateLimitPartition.GetNoLimiter(""));
            }
            catch (ArgumentException)
            {
                // The test brings one.
            }
        });
        builder.Handlers.Add([One, LimitedOne]);
        var app = builder.Build();
        if (isRouted)
        {
            app.UseRouting();
        }

        app.UseRateLimiter();
        app.MapGet("/beside", () => "beside");
        app.MapGet("/beside/limited", () => "beside").RequireRateLimiting("shared");
        await app.StartAsync();
        return new(app, app.Urls.First());
    }

    [Get("/one")] private static string One() => "one";
    [Get("/limited"), Microsoft.AspNetCore.RateLimiting.EnableRateLimiting("shared")] private static string LimitedOne() => "limited";
    [Get("/items/{id:int}")] private static string Item(int id) => $"item {id}";
    [Get("/closed"), Authorize] private static string Closed() => "closed";
    [Get("/thrown")] private static string Thrown() => throw new InvalidOperationException("the secret");

    private sealed class RunningHost(IHost host, string address) : IAsyncDisposable
    {
        public HttpClient Client { get; } = new() { BaseAddress = new(address) };

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }

    private sealed partial class Observed : ILoggerProvider, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> _seen = [];
        private readonly MeterListener _meters = new();
        private readonly SemaphoreSlim _ended = new(0);
        private RunningHost _host = null!;
        private IDisposable? _events;

        public static async Task<Observed> Start(string kind)
        {
            var observed = new Observed();
            var (app, address) = kind switch
            {
                "ordinary" => await Ordinary(observed),
                "mapped" => await Mapped(observed),
                _ => await Own(observed, kind),
            };
            observed._host = new(app, address);
            var factory = app.Services.GetRequiredService<IMeterFactory>();
            observed._meters.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Name is "aspnetcore.routing.match_attempts" or "http.server.request.duration" && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            observed._meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => observed.Note(instrument, tags));
            observed._meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => observed.Note(instrument, tags));
            observed._meters.Start();
            observed._events = app.Services.GetRequiredService<DiagnosticListener>().Subscribe(observed, name => name is "Microsoft.AspNetCore.Routing.EndpointMatched");
            return observed;
        }

        /// <summary>What is told of a request. The server ends its logging scope last.</summary>
        public async Task<string> Ask(string request)
        {
            _seen.Clear();
            using var answer = await _host.Client.SendAsync(new(new HttpMethod(request.Split(' ')[0]), request.Split(' ')[1]));
            await Eventually.Ends(_ended.WaitAsync());
            var seen = string.Join('\n', _seen.Order(StringComparer.Ordinal));
            return request.StartsWith("OPTIONS", StringComparison.Ordinal) ? seen.Replace("=405", "=204") : seen;
        }

        public async ValueTask DisposeAsync()
        {
            _events?.Dispose();
            _meters.Dispose();
            await _host.DisposeAsync();
        }

        public void Dispose()
        {
        }

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _seen, _ended);

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "Microsoft.AspNetCore.Routing.EndpointMatched", Value: HttpContext context })
            {
                _seen.Enqueue($"event {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}");
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Where(tag => tag.Key is not "network.protocol.version").Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))}");

        private static async Task<(IHost, string)> Ordinary(Observed observed)
        {
            var app = Web(observed);
            app.MapGet("/one", () => "one").WithMetadata(new HttpMethodMetadata(["GET", "HEAD"]));
            app.MapGet("/items/{id:int}", (int id) => $"item {id}").WithMetadata(new HttpMethodMetadata(["GET", "HEAD"]));
            app.MapGet("/closed", () => "closed").RequireAuthorization();
            app.MapGet("/thrown", string () => throw new InvalidOperationException("the secret"));
            Beside(app);
            await app.StartAsync();
            return (app, app.Urls.First());
        }

        private static async Task<(IHost, string)> Mapped(Observed observed)
        {
            var app = Web(observed);
            app.MapLitestar([One, Item, Closed, Thrown]);
            Beside(app);
            await app.StartAsync();
            return (app, app.Urls.First());
        }

        private static WebApplication Web(Observed observed)
        {
            var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
            Configure(builder.Logging, builder.Services, observed);
            var app = builder.Build();
            app.UseExceptionHandler(errors => errors.Run(_ => Task.CompletedTask));
            return app;
        }

        private static async Task<(IHost, string)> Own(Observed observed, string kind)
        {
            var builder = LitestarApp.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
            Configure(builder.Logging, builder.Services, observed);
            builder.Handlers.Add([One, Item, Closed, Thrown]);
            var app = builder.Build();
            if (kind is "early routing")
            {
                app.UseRouting();
            }

            if (kind is not "handlers")
            {
                Beside(app);
            }

            await app.StartAsync();
            return (app, app.Urls.First());
        }

        private static void Beside(IEndpointRouteBuilder app)
        {
            app.MapGet("/beside", () => "beside");
            app.MapGet("/beside/{id:int}", (int id) => "beside");
        }

        private static void Configure(ILoggingBuilder logging, IServiceCollection services, Observed observed)
        {
            logging.ClearProviders().AddProvider(observed).SetMinimumLevel(LogLevel.Debug);
            services.AddPipelines();
        }

        private sealed class RequestScope(SemaphoreSlim ended) : IDisposable
        {
            public void Dispose() => ended.Release();
        }

        private sealed partial class Logger(string category, ConcurrentQueue<string> seen, SemaphoreSlim ended) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull =>
                category is "Microsoft.AspNetCore.Hosting.Diagnostics" ? new RequestScope(ended) : null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                // The router tells that it is passed by, of requests that it need not match.
                if ((category is "Microsoft.AspNetCore.Routing.EndpointMiddleware" or "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware" || eventId.Name is "RequestUnhandled" || (category.EndsWith("Hosting.Diagnostics", StringComparison.Ordinal) && eventId.Id is 16))
                    && eventId.Name is not "MatchingSkipped" && logLevel > LogLevel.Trace)
                {
                    seen.Enqueue($"{category} {eventId.Id} {eventId.Name} {logLevel} {Named().Replace(Port().Replace(formatter(state, exception), ""), "'$1'")}");
                }
            }

            [GeneratedRegex("'(?:HTTP: )?(GET [^' ]*)[^']*'")]
            private static partial Regex Named();

            [GeneratedRegex(@"127\.0\.0\.1:\d+")]
            private static partial Regex Port();
        }
    }
}
