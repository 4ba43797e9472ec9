using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance.Apps;

/// <summary>Handlers that ask for ASP.NET Core's own middleware, each for one kind of it.</summary>
public static class Pipelines
{
    public static IServiceCollection AddPipelines(this IServiceCollection services)
    {
        services.AddCors(cors =>
        {
            cors.AddDefaultPolicy(policy => policy.WithOrigins("https://anywhere.example"));
            cors.AddPolicy("friends", policy => policy.WithOrigins("https://friend.example").WithMethods("GET", "PUT").WithHeaders("x-token").WithExposedHeaders("x-total"));
        });
        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy("two", context => RateLimitPartition.GetFixedWindowLimiter((string?)context.Request.Query["who"] ?? "", _ => new() { PermitLimit = 2, Window = TimeSpan.FromHours(1) }));
            limits.AddPolicy("by name", context => RateLimitPartition.GetFixedWindowLimiter(context.User.Identity!.Name!, _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) }));
            limits.AddPolicy<string, Polite>("polite");
        });
        services.AddRequestTimeouts(timeouts =>
        {
            timeouts.AddPolicy("short", TimeSpan.FromMilliseconds(50));
            timeouts.AddPolicy("busy", new RequestTimeoutPolicy { Timeout = TimeSpan.FromMilliseconds(50), TimeoutStatusCode = 503 });
            timeouts.AddPolicy("wordy", new RequestTimeoutPolicy { Timeout = TimeSpan.FromMilliseconds(50), TimeoutStatusCode = 418, WriteTimeoutResponse = context => context.Response.WriteAsync("Too late.") });
        });
        services.AddOutputCache();
        services.AddAntiforgery(antiforgery => antiforgery.HeaderName = "X-Token");
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/plain"]);
        services.AddAuthentication("Name").AddScheme<AuthenticationSchemeOptions, NameHeader>("Name", null);
        services.AddAuthorization(authorization => authorization.AddPolicy("root", policy => policy.RequireUserName("root")));
        return services.AddSingleton<Calls>();
    }

    [Path("/cors")]
    public static class Cors
    {
        [Get("/friends"), EnableCors("friends")] public static string Friends(int n = 0) => n < 0 ? throw new InvalidOperationException("the secret") : $"friends {n}";
        [Put("/friends"), EnableCors("friends")] public static string Befriend() => "befriended";
        [Delete("/friends")] public static string Unfriend() => "unfriended";
        [Get("/friends/{id:int}"), EnableCors("friends"), Authorize] public static string Friend(int id) => $"friend {id}";
        [Get("/anywhere"), EnableCors] public static string Anywhere() => "anywhere";
        [Options("/own"), EnableCors("friends")] public static string Own() => "own options";
        [Get("/own"), EnableCors("friends")] public static string OwnGet() => "own get";
    }

    [Path("/closed"), EnableCors("friends")]
    public static class Closed
    {
        [Get, DisableCors] public static string Show() => "closed";
        [Get("/open")] public static string Open() => "open";
    }

    [Path("/limits")]
    public static class Limits
    {
        [Get("/a"), EnableRateLimiting("two")] public static string A() => "a";
        [Get("/b"), EnableRateLimiting("two")] public static string B() => "b";
        [Get("/polite"), EnableRateLimiting("polite")] public static string ByPolicy() => "polite";
        [Get("/mine"), EnableRateLimiting("by name"), Authorize] public static string Mine(ClaimsPrincipal user) => user.Identity!.Name!;
        [Get("/own"), EnableRateLimiting("two")] public static IResult Own() => TypedResults.StatusCode(429);
    }

    [Path("/timeouts")]
    public static class Timeouts
    {
        [Get("/plain"), RequestTimeout(50)] public static async Task<string> Plain(CancellationToken cancelled) { await Task.Delay(Timeout.Infinite, cancelled); return ""; }
        [Get("/named"), RequestTimeout("short")] public static async Task<string> Named(HttpContext context) { await Task.Delay(Timeout.Infinite, context.RequestAborted); return ""; }
        [Get("/busy"), RequestTimeout("busy")] public static async Task<string> Busy(CancellationToken cancelled) { await Task.Delay(Timeout.Infinite, cancelled); return ""; }
        [Get("/wordy"), RequestTimeout("wordy")] public static async Task<string> Wordy(CancellationToken cancelled) { await Task.Delay(Timeout.Infinite, cancelled); return ""; }
        [Get("/quick"), RequestTimeout(60_000)] public static string Quick(CancellationToken cancelled) => $"{cancelled.CanBeCanceled}";
        [Get("/other"), RequestTimeout(60_000)] public static string Other() => throw new OperationCanceledException("of something else");
        [Get("/own"), RequestTimeout(60_000)] public static IResult Own() => TypedResults.StatusCode(504);
    }

    [Path("/cached"), OutputCache(Duration = 60, Tags = ["all"])]
    public static class Cached
    {
        [Get] public static string Count(Calls calls) => $"call {calls.Next()}";
        [Get("/by/{id:int}"), OutputCache(Duration = 60, VaryByQueryKeys = ["q"], Tags = ["by"])] public static string By(int id, Calls calls, string q = "") => $"{id}{q} call {calls.Next()}";
        [Get("/never"), OutputCache(NoStore = true)] public static string Never(Calls calls) => $"call {calls.Next()}";
        [Get("/tagged")] public static IResult Tagged(HttpResponse response, Calls calls) { response.Headers.ETag = "\"v1\""; return TypedResults.Text($"call {calls.Next()}"); }
        [Get("/secret"), Guard(nameof(HasKey))] public static string Secret(Calls calls) => $"secret {calls.Next()}";
        [Get("/slow/{n}")] public static async Task<string> Slow(string n) { await Task.Delay(100); return n; }
        [Post("/evict/{tag}")] public static async Task Evict(string tag, IOutputCacheStore store, CancellationToken cancelled) => await store.EvictByTagAsync(tag, cancelled);
    }

    private static bool HasKey(HttpRequest request) => request.Headers["X-Key"] == "42";

    [Path("/kept")]
    public static class Kept
    {
        [Get, Keep] public static string Count(Calls calls) => $"call {calls.Next()}";
    }

    [Path("/sizes")]
    public static class Sizes
    {
        [Post("/bytes"), RequestSizeLimit(16)] public static string Bytes(byte[] body) => $"{body.Length} bytes";
        [Post("/json"), RequestSizeLimit(16)] public static string Json(Letter letter) => letter.Text;
        [Post("/any"), DisableRequestSizeLimit] public static string Any(HttpContext context) => $"{context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? -1}";
        [Post("/secret"), RequestSizeLimit(16), Authorize] public static string Secret(byte[] body) => $"{body.Length} bytes";
    }

    [Path("/tokens")]
    public static class Tokens
    {
        [Get] public static string Token(IAntiforgery antiforgery, HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken!;
        [Post("/form"), RequireAntiforgeryToken] public static string Form([FromForm] string name) => $"Hi, {name}";
        [Post("/json"), RequireAntiforgeryToken] public static string Json(Letter letter) => letter.Text;
        [Get("/form"), RequireAntiforgeryToken] public static string Show() => "the form";
        [Post("/secret"), RequireAntiforgeryToken, RequestSizeLimit(16)] public static string Small([FromForm] string name) => $"Hi, {name}";
    }

    [Path("/compressed"), ResponseCompression]
    public static class Compressed
    {
        [Get] public static string Wide() => new('a', 5000);
        [Get("/not"), ResponseCompression(false)] public static string Not() => new('a', 5000);
        [Get("/cached"), OutputCache] public static string Kept(Calls calls) => $"{calls.Next()} {new string('a', 5000)}";
    }

    [Path("/doors"), Authorize("root")]
    public static class Doors
    {
        [Get] public static string Inside() => "inside";
        [Get("/open"), AllowAnonymous] public static string Open(ClaimsPrincipal user) => $"open to {user.Identity?.Name ?? "anyone"}";
    }

    [Get("/who")] public static string Who(ClaimsPrincipal user) => user.Identity?.Name ?? "nobody";
}

public sealed record Letter(string Text);

/// <summary>Caches by a policy of its own.</summary>
public sealed class KeepAttribute : Attribute, IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (true, true, true, true);
        context.CacheVaryByRules.QueryKeys = "*";
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(1);
        return default;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => default;
}

/// <summary>Counts.</summary>
public sealed class Calls
{
    private int _count;

    public int Next() => Interlocked.Increment(ref _count);
}

/// <summary>A policy that says no in its own words.</summary>
public sealed class Polite : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => async (rejected, cancelled) => await rejected.HttpContext.Response.WriteAsync("Not now, please.", cancelled);

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter((string?)httpContext.Request.Query["who"] ?? "", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) });
}

/// <summary>Believes whoever says his name.</summary>
public sealed class NameHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        (string?)Request.Headers["X-Name"] is { } name
            ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, name)], "Name")), "Name"))
            : AuthenticateResult.NoResult());
}
