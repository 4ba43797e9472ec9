using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance;

/// <summary>Middleware in a branch of a <c>LitestarApp</c> knows a handler as it knows an endpoint in a <c>WebApplication</c>.</summary>
public sealed class BranchTests
{
    private static readonly string[] Ordinary = ["/secret", "/secret?b", "/open", "/open?b", "/plain", "/plain?b", "/nowhere", "/nowhere?b", "/ordinary?b", "/ordinary/secret?b"];
    private static readonly string[] Crossing = ["/friendly?b", "/closed?b", "/open?b", "/open"];
    private static readonly string[] Limiting = ["/limited?b", "/limited?b", "/secret?b", "/open?b"];
    private static readonly string[] Others = ["/ordinary/closed", "/ordinary/friendly", "/ordinary", "/ordinary/7", "/ordinary/many", "/closed", "/friendly"];
    private static readonly string[] Unlimited = ["/ordinary/unlimited", "/ordinary/unlimited", "/ordinary/unlimited", "/open", "/open", "/ordinary"];
    private static readonly string[] Mapping = ["/map/secret", "/map/open", "/map/nowhere", "/secret", "/open"];

    // What a branch has, and the requests that a WebApplication answers with such a branch.
    private static readonly (string Name, string[] Asked, Action<IApplicationBuilder> Use)[] Pipelines =
    [
        ("UseWhen, authorization", Ordinary, app => app.UseWhen(IsBranched, branch => branch.UseAuthorization())),
        ("UseWhen, authentication and authorization", Ordinary, app => app.UseWhen(IsBranched, branch => branch.UseAuthentication().UseAuthorization())),
        ("UseWhen in UseWhen, authorization", Ordinary, app => app.UseWhen(IsBranched, outer => outer.UseWhen(IsBranched, branch => branch.UseAuthorization()))),
        ("UseWhen, limiter", Limiting, app => app.UseWhen(IsBranched, branch => branch.UseRateLimiter())),
        ("UseWhen, limiter, then the app's authorization", Limiting, app => app.UseWhen(IsBranched, branch => branch.UseRateLimiter()).UseAuthentication().UseAuthorization()),
        ("UseWhen, CORS", Crossing, app => app.UseWhen(IsBranched, branch => branch.UseCors("p"))),
        ("CORS", Others, app => app.UseCors("p")),
        ("UseWhen, CORS of all", Others, app => app.UseWhen(_ => true, branch => branch.UseCors("p"))),
        ("limiter of all", Unlimited, app => app.UseRateLimiter()),
        ("MapWhen, authorization", ["/open?b", "/secret"], app => app.MapWhen(IsBranched, branch => branch.UseAuthorization().Run(Answer))),
        ("MapWhen, CORS", Crossing, app => app.MapWhen(IsBranched, branch => branch.UseCors("p").Run(Answer))),
        ("Map, authorization", Mapping, app => app.Map("/map", branch => branch.UseAuthorization().Run(Answer))),
        ("Map in UseWhen, authorization", Mapping, app => app.UseWhen(_ => true, outer => outer.Map("/map", branch => branch.UseAuthorization().Run(Answer)))),
        ("UseWhen in Map, authorization", Mapping, app => app.Map("/map", outer => outer.UseWhen(_ => true, branch => branch.UseAuthorization()).Run(Answer))),
        ("Map, endpoints of its own", Mapping, app => app.Map("/map", branch => branch.UseRouting().UseAuthorization().UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/secret", () => "own").RequireAuthorization();
            endpoints.MapGet("/open", () => "own");
        }))),
    ];

    public static TheoryData<string, bool> Rows => [.. from pipeline in Pipelines from hasFallback in (bool[])[false, true] select new TheoryDataRow<string, bool>(pipeline.Name, hasFallback)];

    [Theory, MemberData(nameof(Rows))]
    public async Task A_handler_is_answered_as_an_endpoint_is(string name, bool hasFallback)
    {
        var (_, asked, use) = Pipelines.Single(pipeline => pipeline.Name == name);
        using var web = Web(use, hasFallback, name is "limiter of all");
        using var own = Own(use, hasFallback, name is "limiter of all");
        await web.StartAsync(TestContext.Current.CancellationToken);
        await own.StartAsync(TestContext.Current.CancellationToken);

        foreach (var path in asked)
        {
            Assert.Equal(await Ask(web, path), await Ask(own, path));
        }
    }

    private static Task Answer(HttpContext context) => context.Response.WriteAsync("branch");

    private static bool IsBranched(HttpContext context) => context.Request.Query.ContainsKey("b");

    private static async Task<string> Ask(IHost app, string path)
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://a.example" } } };
        using var answer = await client.SendAsync(request);
        return $"{path} {(int)answer.StatusCode} {(answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? string.Join(',', origins) : "-")} {(answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "")}";
    }

    private static WebApplication Web(Action<IApplicationBuilder> use, bool hasFallback, bool limitsAll)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production"]);
        Configure(builder.Services, builder.Logging, builder.WebHost, hasFallback, limitsAll);
        var app = builder.Build();
        use(app);
        MapOrdinary(app);
        foreach (var (path, handler) in Handlers.All)
        {
            app.MapGet(path, handler);
        }

        return app;
    }

    private static LitestarApp Own(Action<IApplicationBuilder> use, bool hasFallback, bool limitsAll)
    {
        var builder = LitestarApp.CreateBuilder(["--environment", "Production"]);
        Configure(builder.Services, builder.Logging, builder.WebHost, hasFallback, limitsAll);
        builder.Handlers.Add(typeof(Handlers));
        var app = builder.Build();
        use(app);
        MapOrdinary(app);
        return app;
    }

    private static void MapOrdinary(IEndpointRouteBuilder app)
    {
        app.MapGet("/ordinary", () => "ordinary").AllowAnonymous();
        app.MapGet("/ordinary/secret", () => "secret").RequireAuthorization();
        app.MapGet("/ordinary/closed", [DisableCors, AllowAnonymous] () => "closed");
        app.MapGet("/ordinary/friendly", [EnableCors("q"), AllowAnonymous] () => "friendly");
        app.MapGet("/ordinary/{id:int}", [DisableCors, AllowAnonymous] (int id) => "closed");
        app.MapGet("/ordinary/{name}", [AllowAnonymous] (string name) => "many");
        app.MapGet("/ordinary/unlimited", [AllowAnonymous] () => "unlimited").DisableRateLimiting();
    }

    private static void Configure(IServiceCollection services, ILoggingBuilder logging, IWebHostBuilder web, bool hasFallback, bool limitsAll)
    {
        web.UseTestServer();
        logging.ClearProviders();
        services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, Nobody>("none", null);
        services.AddAuthorization(options => options.FallbackPolicy = hasFallback ? options.DefaultPolicy : null);
        services.AddCors(options =>
        {
            options.AddPolicy("p", policy => policy.WithOrigins("https://a.example"));
            options.AddPolicy("q", policy => policy.AllowAnyOrigin());
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = 429;
            options.GlobalLimiter = limitsAll ? PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetFixedWindowLimiter("", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) })) : null;
            options.AddFixedWindowLimiter("one", limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromHours(1)));
        });
    }

    public static class Handlers
    {
        public static readonly (string, Delegate)[] All = [("/secret", Secret), ("/open", Open), ("/friendly", Friendly), ("/closed", Closed), ("/limited", Limited), ("/plain", Plain)];

        [Get("/secret"), Authorize] public static string Secret() => "secret";
        [Get("/open"), AllowAnonymous] public static string Open() => "open";
        [Get("/friendly"), AllowAnonymous, EnableCors("q")] public static string Friendly() => "friendly";
        [Get("/closed"), AllowAnonymous, DisableCors] public static string Closed() => "closed";
        [Get("/limited"), AllowAnonymous, EnableRateLimiting("one")] public static string Limited() => "limited";
        [Get("/plain")] public static string Plain() => "plain";
    }

    private sealed class Nobody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
