using System.Threading.RateLimiting;
using Litestar.CommandLine;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Descriptions;

/// <summary>What a host puts around a handler: its policies and limits are steps.</summary>
public sealed class HostStepTests
{
    [Fact]
    public void Conventions_of_groups_and_handlers_are_steps_in_their_order() => Assert.Equal(
        """
        body size | the host | Size: 100
        CORS | the host | [EnableCors("shop")]
        timeout | the host | [RequestTimeout("slow")]
        authentication | the host |
        authorization | the host | [Authorize], [Authorize("admin")]
        rate limit | the host | [EnableRateLimiting("few")]
        Guard HostStepTests.IsOpen | HostStepTests.Plain
        antiforgery | the host | [RequireAntiforgeryToken]
        output cache | the host | NamedPolicy
        endpoint filter | the host |
        endpoint filter | the host |
        Handler HostStepTests.Plain | HostStepTests.Plain
        """,
        Steps(Everything, app => app.MapGroup("/g").RequireAuthorization().RequireCors("shop").AddEndpointFilter((call, next) => next(call)).MapLitestar([Plain])
            .RequireAuthorization("admin").RequireRateLimiting("few").WithRequestTimeout("slow").CacheOutput("short")
            .AddEndpointFilter((call, next) => next(call)).AddEndpointFilterFactory((_, next) => next)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new Size(100))));

    [Fact]
    public void Policies_without_a_name_say_what_they_ask() => Assert.Equal(
        """
        CORS | the host | CorsPolicy: https://a.example
        timeout | the host | RequestTimeoutPolicy: 00:00:02
        authentication | the host |
        authorization | the host | [Authorize], AuthorizationPolicy: RolesAuthorizationRequirement:User.IsInRole must be true for one of the following roles: (admin); ClaimsAuthorizationRequirement:Claim.Type=age
        Guard HostStepTests.IsOpen | HostStepTests.Plain
        output cache | the host | CompositePolicy
        Handler HostStepTests.Plain | HostStepTests.Plain
        """,
        Steps(Everything, app => app.MapLitestar([Plain]).RequireAuthorization(policy => policy.RequireRole("admin").RequireClaim("age"))
            .RequireCors(policy => policy.WithOrigins("https://a.example")).WithRequestTimeout(TimeSpan.FromSeconds(2)).CacheOutput(policy => policy.Expire(TimeSpan.FromSeconds(9)))));

    [Fact]
    public void What_holds_for_every_endpoint_of_the_host_is_a_step() => Assert.Equal(
        """
        timeout | the host |
        authentication | the host |
        authorization | the host |
        rate limit | the host |
        Guard HostStepTests.IsOpen | HostStepTests.Plain
        output cache | the host |
        Handler HostStepTests.Plain | HostStepTests.Plain
        """,
        Steps(
            services => services
                .AddAuthentication().Services
                .AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
                .AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(9) })
                .AddRateLimiter(options => options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetNoLimiter(0)))
                .AddOutputCache(options => options.AddBasePolicy(policy => policy.Expire(TimeSpan.FromSeconds(1)))),
            app => app.MapLitestar([Plain])));

    [Fact]
    public void What_a_convention_takes_back_is_none() => Assert.Equal(
        """
        authentication | the host |
        authorization | the host | [Authorize], [AllowAnonymous]
        Guard HostStepTests.IsOpen | HostStepTests.Plain
        output cache | the host |
        Handler HostStepTests.Plain | HostStepTests.Plain
        """,
        Steps(Everything, app =>
        {
            var group = app.MapGroup("").RequireAuthorization().RequireRateLimiting("few").WithMetadata(new RequireAntiforgeryTokenAttribute());
            group.WithRequestTimeout("slow");
            group.MapLitestar([Plain]).AllowAnonymous().DisableRateLimiting().DisableRequestTimeout().DisableAntiforgery();
        }));

    [Fact]
    public void A_host_that_asks_for_nothing_has_no_steps() => Assert.Equal(
        """
        Guard HostStepTests.IsOpen | HostStepTests.Plain
        Handler HostStepTests.Plain | HostStepTests.Plain
        """,
        Steps(_ => { }, app => app.MapLitestar([Plain])));

    [Fact]
    public void What_a_handler_asks_of_the_host_has_its_own_layer() => Assert.Equal(
        """
        authentication | the host |
        authorization | HostStepTests.Asking | [Authorize], [Authorize("admin")]
        rate limit | HostStepTests.Asking | [EnableRateLimiting("few")]
        output cache | the host |
        Handler HostStepTests.Asking | HostStepTests.Asking
        """,
        Steps(Everything, app => app.MapGroup("/g").RequireAuthorization().MapLitestar([Asking])));

    [Fact]
    public void Tags_of_several_layers_and_the_host_are_one()
    {
        using var app = (IDisposable)WebApplication.CreateBuilder().Build();
        ((WebApplication)app).MapGroup("/g").WithTags("host").MapLitestar([HandlerList.Under("/l", [Plain], layer => layer.Metadata(new TagsAttribute("list")))]);

        Assert.Equal(["[Tags] Tags: host,list | the list under '/l'"], ((WebApplication)app).DescribeRoutes()[0].Metadata.Select(item => $"{item.Text} | {item.Layer}"));
    }

    [Fact]
    public void What_helps_to_write_the_refusal_is_no_metadata()
    {
        var builder = WebApplication.CreateBuilder();
        Everything(builder.Services);
        using var app = (IDisposable)builder.Build();
        ((WebApplication)app).MapLitestar([Asking]);

        var route = ((WebApplication)app).DescribeRoutes()[0];

        Assert.Equal(["[Authorize(\"admin\")]", "[EnableRateLimiting(\"few\")]", "[ResponseCompression]"], route.Metadata.Select(item => item.Text));
    }

    [Fact]
    public async Task In_a_LitestarApp_a_mapped_handler_has_the_middleware_of_ordinary_endpoints_and_explain_shows_it()
    {
        var builder = LitestarApp.CreateBuilder([]);
        Everything(builder.Services);
        builder.Services.AddResponseCompression();
        using var app = (IDisposable)builder.Build();
        var own = (LitestarApp)app;
        own.MapGroup("/g/{tenant}").RequireCors("shop").WithMetadata(new RequireAntiforgeryTokenAttribute()).MapLitestar([Asking]);

        Assert.Equal(
            """
            CORS | the host | [EnableCors("shop")]
            authentication | the host |
            authorization | HostStepTests.Asking | [Authorize("admin")]
            rate limit | HostStepTests.Asking | [EnableRateLimiting("few")]
            antiforgery | the host | [RequireAntiforgeryToken]
            compression | HostStepTests.Asking | [ResponseCompression]
            output cache | the host |
            Handler HostStepTests.Asking | HostStepTests.Asking
            """,
            Text(own.Routes[0]));

        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        Assert.Equal(0, await new CommandRunner(own, new(output, false), new(error, false), Stream.Null).Run(new(["explain", "/g/tea/asking"], IsOfProcess: false)));
        Assert.Contains("values   tenant = \"tea\"", output.ToString());
        Assert.Matches("""CORS +\[EnableCors\("shop"\)\] +the host""", output.ToString());
        Assert.DoesNotContain("ordinary", output.ToString());
    }

    private static string Steps(Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder();
        services(builder.Services);
        using var app = (IDisposable)builder.Build();
        map((WebApplication)app);
        return Text(((WebApplication)app).DescribeRoutes()[0]);
    }

    private static string Text(RouteDescription route) => string.Join('\n', route.Steps.Select(step => step.Kind is StepKind.AspNetCore or StepKind.RouteStep
        ? $"{step.Name} | {step.Layer} | {string.Join(", ", step.Metadata.Select(item => item.Text))}".TrimEnd()
        : $"{step.Kind} {step.Name} | {step.Layer}"));

    private static void Everything(IServiceCollection services) => services
        .AddAuthentication().Services
        .AddAuthorization(options => options.AddPolicy("admin", policy => policy.RequireRole("admin")))
        .AddCors(options => options.AddPolicy("shop", policy => policy.WithOrigins("https://a.example")))
        .AddRequestTimeouts(options => options.AddPolicy("slow", TimeSpan.FromSeconds(9)))
        .AddRateLimiter(options => options.AddFixedWindowLimiter("few", limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromSeconds(1))))
        .AddAntiforgery()
        .AddOutputCache(options => options.AddPolicy("short", policy => policy.Expire(TimeSpan.FromSeconds(1))));

    [Get("/plain"), Guard(nameof(IsOpen))]
    private static string Plain() => "plain";

    [Get("/asking"), Authorize("admin"), EnableRateLimiting("few"), ResponseCompression]
    private static string Asking() => "asking";

    private static bool IsOpen() => true;

    private sealed class Size(long? limit) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => limit;
    }
}
