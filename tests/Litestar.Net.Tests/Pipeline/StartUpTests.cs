using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Pipeline;

/// <summary>An attribute that cannot be honoured is refused before the first request.</summary>
public sealed class StartUpTests
{
    [Fact]
    public void Services_that_were_never_added_are_named_with_the_attribute_and_the_route()
    {
        Rejected([Cors], "'GET /cors' (StartUpTests.Cors) has [EnableCors], but its services were not added. Call builder.Services.AddCors(…).");
        Rejected([Limited], "'GET /limited' (StartUpTests.Limited) has [EnableRateLimiting], but its services were not added. Call builder.Services.AddRateLimiter(…).");
        Rejected([Timed], "'GET /timed' (StartUpTests.Timed) has [RequestTimeout], but its services were not added. Call builder.Services.AddRequestTimeouts().");
        Rejected([Cached], "'GET /cached' (StartUpTests.Cached) has [OutputCache], but its services were not added. Call builder.Services.AddOutputCache().");
        Rejected([Token], "'POST /token' (StartUpTests.Token) has [RequireAntiforgeryToken], but its services were not added. Call builder.Services.AddAntiforgery().");
        Rejected([Compressed], "'GET /compressed' (StartUpTests.Compressed) has [ResponseCompression], but its services were not added. Call builder.Services.AddResponseCompression().");
        Rejected([Authorized], "'GET /authorized' (StartUpTests.Authorized) has [Authorize], but its services were not added. Call builder.Services.AddAuthentication(…) and builder.Services.AddAuthorization().");
    }

    [Fact]
    public void Neither_are_they_missed_in_silence_where_the_middleware_is_the_hosts()
    {
        RejectedByHost([Cors], "'GET /cors' (StartUpTests.Cors) has [EnableCors], but its services were not added. Call builder.Services.AddCors(…).");
        RejectedByHost([Limited], "'GET /limited' (StartUpTests.Limited) has [EnableRateLimiting], but its services were not added. Call builder.Services.AddRateLimiter(…).");
        RejectedByHost([Timed], "'GET /timed' (StartUpTests.Timed) has [RequestTimeout], but its services were not added. Call builder.Services.AddRequestTimeouts().");
        RejectedByHost([Cached], "'GET /cached' (StartUpTests.Cached) has [OutputCache], but its services were not added. Call builder.Services.AddOutputCache().");
        RejectedByHost([Token], "'POST /token' (StartUpTests.Token) has [RequireAntiforgeryToken], but its services were not added. Call builder.Services.AddAntiforgery().");
        RejectedByHost([Authorized], "'GET /authorized' (StartUpTests.Authorized) has [Authorize], but its services were not added");
        RejectedByHost([Timed], "no timeout policy is named \"short\".", services => services.AddRequestTimeouts());
    }

    [Fact]
    public void What_the_host_may_have_told_its_middleware_is_not_asked_for()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRateLimiter(_ => { }).AddCors();
        using IDisposable app = builder.Build();
        ((WebApplication)app).MapLitestar([Limited, DefaultCors]);
    }

    [Fact]
    public void A_policy_that_nobody_added_is_named()
    {
        Rejected([Cors], "'GET /cors' (StartUpTests.Cors) has [EnableCors(\"friends\")], and no CORS policy is named \"friends\". Add it, builder.Services.AddCors(options => options.AddPolicy(\"friends\", …)), or correct the name.", services => services.AddCors());
        Rejected([DefaultCors], "has [EnableCors] without a name, but there is no default CORS policy.", services => services.AddCors());
        Rejected([Limited], "has [EnableRateLimiting(\"fast\")], and no rate limiter policy is named \"fast\". Add it, builder.Services.AddRateLimiter(options => options.AddFixedWindowLimiter(\"fast\", …)) for instance, or correct the name.",
            services => services.AddRateLimiter(limits => limits.AddConcurrencyLimiter("slow", limit => limit.PermitLimit = 1)));
        Rejected([Timed], "has [RequestTimeout(\"short\")], and no timeout policy is named \"short\".", services => services.AddRequestTimeouts());
        Rejected([Authorized], "has [Authorize(\"root\")], and no authorization policy is named \"root\".", services => services.AddAuthorization().AddAuthentication());
    }

    [Fact]
    public void What_was_added_lets_the_app_start() => TestApp.Create([Cors, DefaultCors, Limited, Timed, Cached, Token, Compressed, Authorized], builder => builder.Services
        .AddCors(cors => { cors.AddPolicy("friends", _ => { }); cors.AddDefaultPolicy(_ => { }); })
        .AddRateLimiter(limits => limits.AddConcurrencyLimiter("fast", limit => limit.PermitLimit = 1))
        .AddRequestTimeouts(timeouts => timeouts.AddPolicy("short", TimeSpan.FromSeconds(1)))
        .AddOutputCache()
        .AddAntiforgery()
        .AddResponseCompression()
        .AddAuthorization(authorization => authorization.AddPolicy("root", policy => policy.RequireUserName("root")))
        .AddAuthentication()).Dispose();

    [Fact]
    public void What_configuring_a_service_throws_is_not_taken_for_its_absence()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => TestApp.Create([Limited], builder => builder.Services.AddRateLimiter(_ => throw new InvalidOperationException("the reason"))));
        Assert.Equal("the reason", failure.Message);
    }

    private static void RejectedByHost(HandlerList handlers, string message, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        services?.Invoke(builder.Services);
        using IDisposable app = builder.Build();
        var rejection = Assert.Throws<InvalidOperationException>(() => ((WebApplication)app).MapLitestar(handlers));
        Assert.Contains(message, rejection.Message);
    }

    private static void Rejected(HandlerList handlers, string message, Action<IServiceCollection>? services = null)
    {
        var rejection = Assert.Throws<InvalidOperationException>(() => TestApp.Create(handlers, builder => services?.Invoke(builder.Services)));
        Assert.Contains(message, rejection.Message);
    }

    [Get("/cors"), EnableCors("friends")] internal static string Cors() => "";

    [Get("/default-cors"), EnableCors] internal static string DefaultCors() => "";

    [Get("/limited"), EnableRateLimiting("fast")] internal static string Limited() => "";

    [Get("/timed"), RequestTimeout("short")] internal static string Timed() => "";

    [Get("/cached"), OutputCache] internal static string Cached() => "";

    [Post("/token"), RequireAntiforgeryToken] internal static string Token() => "";

    [Get("/compressed"), ResponseCompression] internal static string Compressed() => "";

    [Get("/authorized"), Authorize("root")] internal static string Authorized() => "";
}
