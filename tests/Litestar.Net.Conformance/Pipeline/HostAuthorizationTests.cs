using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>What the host's authorization refuses through <c>MapLitestar</c> has the error body, and no address of a page, unless the host answers itself.</summary>
public sealed class HostAuthorizationTests
{
    private const string Stranger = "401 Authentication is required.";

    [Theory]
    [InlineData("GET /closed", Stranger)]
    [InlineData("GET /grouped", Stranger)]
    [InlineData("GET /returned", Stranger)]
    [InlineData("POST /closed {}", Stranger)]
    [InlineData("GET /results", "401 ")]
    [InlineData("GET /open", "200 open")]
    public async Task A_stranger_is_told_in_the_error_body(string request, string expected)
    {
        foreach (var environment in (string[])["Development", "Production"])
        {
            await using var app = await Start(environment: environment);

            var answer = await app.Ask(request);

            Assert.Equal(expected, Summary.Of(answer));
            Assert.Null(answer.Headers.Location);
        }
    }

    [Fact]
    public async Task A_known_user_is_told_that_permission_is_denied()
    {
        await using var app = await Start();
        var cookie = await SignIn(app);

        Assert.Equal("200 closed", Summary.Of(await app.Ask("GET /closed", ("Cookie", cookie))));
        var refused = await app.Ask("GET /admin", ("Cookie", cookie));
        Assert.Equal(("403 Permission is denied.", "application/problem+json", null), (Summary.Of(refused), refused.ContentType, refused.Headers.Location));
    }

    [Fact]
    public async Task A_fallback_policy_refuses_in_the_same_words()
    {
        await using var app = await Start(services => services.AddAuthorization(options => options.FallbackPolicy = options.DefaultPolicy));

        var refused = await app.Ask("GET /plain");
        Assert.Equal((Stranger, null), (Summary.Of(refused), refused.Headers.Location));
        Assert.Equal("200 plain", Summary.Of(await app.Ask("GET /plain", ("Cookie", await SignIn(app)))));
    }

    [Fact]
    public async Task Pages_for_status_codes_stand_as_around_other_endpoints()
    {
        await using var app = await Start(middleware: app =>
        {
            app.UseStatusCodePages("text/plain", "page {0}");
            app.UseAuthentication();
            app.UseAuthorization();
        });

        Assert.Equal(("page 401", "page 401"), ((await app.Ask("GET /closed")).Body, (await app.Ask("GET /ordinary", ("X-Requested-With", "XMLHttpRequest"))).Body));
    }

    [Fact]
    public async Task What_the_host_writes_or_decides_by_itself_stands()
    {
        await using var app = await Start(services => services.AddSingleton<IAuthorizationMiddlewareResultHandler, Writing>());

        Assert.Equal((401, "Who are you?"), await Plain(app, "GET /closed"));
        Assert.Equal((404, ""), await Plain(app, "GET /hidden"));
    }

    [Fact]
    public async Task A_sign_in_page_of_the_hosts_own_events_stands()
    {
        await using var app = await Start(services => services.Configure<CookieAuthenticationOptions>("Cookies", options =>
            options.Events.OnRedirectToLogin = context =>
            {
                context.Response.Redirect("/own");
                return Task.CompletedTask;
            }));

        var page = await app.Ask("GET /closed");
        Assert.Equal((302, "/own"), (page.Status, page.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task HEAD_has_the_head_of_that_answer()
    {
        await using var app = await Start();

        var answer = await app.Ask("HEAD /closed");
        Assert.Equal((401, "application/problem+json", null), (answer.Status, answer.ContentType, answer.Headers.Location));
    }

    private static async Task<(int, string)> Plain(RunningApp app, string request)
    {
        var answer = await app.Ask(request);
        return (answer.Status, answer.Body);
    }

    private static async Task<string> SignIn(RunningApp app) => (await app.Ask("POST /sign-in")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    private static Task<RunningApp> Start(Action<IServiceCollection>? services = null, Action<WebApplication>? middleware = null, string environment = "Production") => RunningApp.Start(
        Host.Mapped,
        [typeof(Gates), Enter],
        collection =>
        {
            collection.AddAuthentication("Cookies").AddCookie("Cookies");
            collection.AddAuthorization();
            services?.Invoke(collection);
        },
        environment: environment,
        middleware: app =>
        {
            middleware?.Invoke(app);
            app.MapGroup("/").RequireAuthorization().MapLitestar([Grouped]);
            app.MapLitestar([Returned]).RequireAuthorization();
            app.MapGet("/ordinary", () => "ordinary").RequireAuthorization();
        });

    [Get("/grouped")]
    private static string Grouped() => "grouped";

    [Get("/returned")]
    private static string Returned() => "returned";

    [Post("/sign-in"), AllowAnonymous]
    private static async Task Enter(HttpContext context) => await context.SignInAsync(new(new ClaimsIdentity([new(ClaimTypes.Name, "Ann")], "Cookies")));

    public static class Gates
    {
        [Get("/closed"), Authorize] public static string Closed() => "closed";
        [Post("/closed"), Authorize] public static string Add() => "added";
        [Get("/admin"), Authorize(Roles = "admin")] public static string Admin() => "admin";
        [Get("/hidden"), Authorize] public static string Hidden() => "hidden";
        [Get("/results"), AllowAnonymous] public static IResult Own() => Results.Unauthorized();
        [Get("/open"), Authorize, AllowAnonymous] public static string Open() => "open";
        [Get("/plain")] public static string NothingAsked() => "plain";
    }

    private sealed class Writing : IAuthorizationMiddlewareResultHandler
    {
        public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = context.Request.Path.StartsWithSegments("/hidden") ? 404 : 401;
            if (context.Response.StatusCode is 401)
            {
                await context.Response.WriteAsync("Who are you?");
            }
        }
    }
}
