using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Tests.Pipeline;

/// <summary>What services say for the whole app, what endpoints beside the handlers ask for, and what a host already does.</summary>
public sealed class WholeAppTests
{
    [Fact]
    public async Task A_global_limiter_counts_every_request_once()
    {
        await using var app = await Start(services => services.AddRateLimiter(limits => limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
            _ => RateLimitPartition.GetFixedWindowLimiter("", _ => new() { PermitLimit = 4, Window = TimeSpan.FromHours(1) }))));

        Assert.Equal(new[] { 200, 404, 200, 405 }, new[] { await app.Ask("GET", "/plain"), await app.Ask("GET", "/nowhere"), await app.Ask("GET", "/ordinary"), await app.Ask("POST", "/plain") });
        Assert.Equal(new[] { 429, 429, 429, 429, 200 }, new[] { await app.Ask("GET", "/plain"), await app.Ask("GET", "/nowhere"), await app.Ask("GET", "/ordinary"), await app.Ask("POST", "/plain"), await app.Ask("GET", "/unlimited") });
    }

    [Fact]
    public async Task A_fallback_policy_holds_where_nothing_else_is_said()
    {
        await using var app = await Start(services => services
            .AddAuthorization(authorization => authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddAuthentication("None").AddScheme<AuthenticationSchemeOptions, Nobody>("None", null));

        Assert.Equal(new[] { 401, 401, 401, 401, 200 }, new[] { await app.Ask("GET", "/plain"), await app.Ask("GET", "/nowhere"), await app.Ask("GET", "/ordinary"), await app.Ask("POST", "/plain"), await app.Ask("GET", "/open") });
        Assert.Contains("Authentication is required.", await app.Client.GetStringOf("/plain"));
        Assert.Contains("Authentication is required.", await app.Client.GetStringOf("/nowhere"));
    }

    [Fact]
    public async Task A_default_timeout_holds_where_no_other_is_said()
    {
        await using var app = await Start(services => services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(100) }));

        Assert.Equal(new[] { 504, 200, 200 }, new[] { await app.Ask("GET", "/slow"), await app.Ask("GET", "/slow/untimed"), await app.Ask("GET", "/plain") });
    }

    [Fact]
    public async Task A_base_policy_of_the_output_cache_holds_for_every_handler()
    {
        await using var app = await Start(services => services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(1)))), handlers: [Unique, Fresh]);

        Assert.Equal(await app.Client.GetStringAsync("/unique"), await app.Client.GetStringAsync("/unique"));
        Assert.NotEqual(await app.Client.GetStringAsync("/unique/fresh"), await app.Client.GetStringAsync("/unique/fresh"));
    }

    [Fact]
    public async Task Endpoints_beside_the_handlers_have_what_they_ask_for()
    {
        await using var app = await Start(services =>
        {
            services.AddCors(cors => cors.AddPolicy("friends", policy => policy.WithOrigins("https://friend.example").WithMethods("GET")));
            services.AddRateLimiter(limits => limits.AddFixedWindowLimiter("once", limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromHours(1))));
            services.AddRequestTimeouts();
            services.AddAntiforgery();
            services.AddOutputCache();
        }, app =>
        {
            app.MapGet("/others/cors", () => "").RequireCors("friends");
            app.MapGet("/others/limited", () => "").RequireRateLimiting("once");
            app.MapGet("/others/slow", Slow).WithRequestTimeout(TimeSpan.FromMilliseconds(50));
            app.MapPost("/others/form", ([FromForm] string name) => name);
            app.MapGet("/others/cached", () => Guid.NewGuid().ToString()).WithMetadata(new OutputCacheAttribute());
        });

        var preflight = new HttpRequestMessage(HttpMethod.Options, "/others/cors") { Headers = { { "Origin", "https://friend.example" }, { "Access-Control-Request-Method", "GET" } } };
        Assert.Equal("https://friend.example", (await app.Client.SendAsync(preflight)).Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(new[] { 200, 429, 504 }, new[] { await app.Ask("GET", "/others/limited"), await app.Ask("GET", "/others/limited"), await app.Ask("GET", "/others/slow") });
        Assert.Equal(400, (int)(await app.Client.PostAsync("/others/form", new FormUrlEncodedContent([new("name", "Ann")]))).StatusCode);
        Assert.Equal(await app.Client.GetStringAsync("/others/cached"), await app.Client.GetStringAsync("/others/cached"));
    }

    [Fact]
    public async Task Within_a_host_nothing_runs_twice()
    {
        var counter = new CountingPolicies();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddCors().AddSingleton<ICorsPolicyProvider>(counter);
        builder.Services.AddAuthorization().AddAuthentication("None").AddScheme<AuthenticationSchemeOptions, Nobody>("None", null);
        builder.Services.AddOutputCache(cache => cache.AddPolicy("counting", counter));
        builder.Services.AddRateLimiter(limits => limits.AddPolicy("counting", _ => { counter.Limits++; return RateLimitPartition.GetNoLimiter(""); }));
        await using var host = builder.Build();
        host.UseCors();
        host.UseRateLimiter();
        host.UseAuthorization();
        host.UseOutputCache();
        host.MapLitestar([Everything]);
        await host.StartAsync();

        var request = new HttpRequestMessage(HttpMethod.Get, "/everything") { Headers = { { "Origin", "https://friend.example" } } };
        var answer = await host.GetTestClient().SendAsync(request);

        Assert.Equal("everything", await answer.Content.ReadAsStringAsync());
        Assert.Equal((1, 1, 1), (counter.Cors, counter.Limits, counter.Caches));
    }

    [Fact]
    public async Task Telemetry_knows_the_route_of_what_was_refused()
    {
        await using var app = await Start(services => services
            .AddRateLimiter(limits => limits.AddFixedWindowLimiter("once", limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromHours(1)))), handlers: [Limited]);
        var seen = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is "http.server.request.duration" && instrument.Meter.Scope == app.Services.GetRequiredService<IMeterFactory>())
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            lock (seen)
            {
                var all = tags.ToArray().ToDictionary();
                seen.Add($"{all["http.response.status_code"]} {all.GetValueOrDefault("http.route")}");
            }
        });
        listener.Start();

        // What is measured is told behind the client's back.
        Task Wait(int count) => Eventually.Until(() => { lock (seen) { return seen.Count == count; } });

        await app.Ask("GET", "/limited/1");
        await Wait(1);
        await app.Ask("GET", "/limited/2");
        await Wait(2);

        Assert.Equal(["200 /limited/{id}", "429 /limited/{id}"], seen);
    }

    private static async Task<Running> Start(Action<IServiceCollection> services, Action<LitestarApp>? endpoints = null, HandlerList? handlers = null)
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        services(builder.Services);
        builder.Handlers.Add(handlers ?? [Plain, Open, Unlimited, SlowHandler, Untimed, Unique]);
        var app = builder.Build();
        app.MapGet("/ordinary", () => "ordinary");
        endpoints?.Invoke(app);
        await app.StartAsync();
        return new(app);
    }

    [Get("/plain")] internal static string Plain() => "plain";

    [Get("/open"), AllowAnonymous] internal static string Open() => "open";

    [Get("/unlimited"), DisableRateLimiting] internal static string Unlimited() => "unlimited";

    [Get("/limited/{id}"), EnableRateLimiting("once")] internal static string Limited(int id) => $"{id}";

    [Get("/slow")] internal static async Task<string> SlowHandler(CancellationToken cancelled) { await Task.Delay(Timeout.Infinite, cancelled); return "slow"; }

    [Get("/slow/untimed"), DisableRequestTimeout] internal static async Task<string> Untimed(CancellationToken cancelled) { await Task.Delay(300, cancelled); return "slow"; }

    [Get("/unique")] internal static string Unique() => Guid.NewGuid().ToString();

    [Get("/unique/fresh"), OutputCache(NoStore = true)] internal static string Fresh() => Guid.NewGuid().ToString();

    [Get("/everything"), Microsoft.AspNetCore.Cors.EnableCors("counting"), EnableRateLimiting("counting"), OutputCache(PolicyName = "counting"), Authorize, AllowAnonymous]
    internal static string Everything() => "everything";

    private static async Task<string> Slow(CancellationToken cancelled) { await Task.Delay(Timeout.Infinite, cancelled); return "slow"; }

    private sealed record Running(LitestarApp App) : IAsyncDisposable
    {
        public HttpClient Client { get; } = App.GetTestClient();

        public IServiceProvider Services => App.Services;

        public async Task<int> Ask(string method, string path) => (int)(await Client.SendAsync(new(new(method), path))).StatusCode;

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private sealed class CountingPolicies : ICorsPolicyProvider, IOutputCachePolicy
    {
        public int Cors, Limits, Caches;

        public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
        {
            Cors++;
            return Task.FromResult<CorsPolicy?>(new CorsPolicyBuilder("https://friend.example").Build());
        }

        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            Caches++;
            return default;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => default;
    }
}

/// <summary>Knows nobody.</summary>
public sealed class Nobody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
}

internal static class Texts
{
    public static async Task<string> GetStringOf(this HttpClient client, string path) => await (await client.GetAsync(path)).Content.ReadAsStringAsync();
}
