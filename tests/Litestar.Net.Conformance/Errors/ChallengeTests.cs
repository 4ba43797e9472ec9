using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance;

/// <summary>A 401 says how to sign in (RFC 9110, section 15.5.2), whoever refuses.</summary>
public sealed class ChallengeTests
{
    public static TheoryData<Host, string> Rejections => new MatrixTheoryData<Host, string>([Host.Memory, Host.Kestrel, Host.Mapped], ["/guard", "/code", "/throws", "/throws-any", "/slow-guard"]);

    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task The_default_scheme_adds_its_header_to_a_401_and_403(Host host, string path)
    {
        await using var app = await Start(host, "Plain");

        var refused = await app.Ask($"GET {path}");
        Assert.Equal((401, "application/problem+json", "Plain realm=\"tests\""), (refused.Status, refused.ContentType, string.Join(';', refused.Headers.WwwAuthenticate)));
        Assert.Contains("\"status\":401", refused.Body);
        var forbidden = await app.Ask($"GET {path}", ("X-Name", "Ann"));
        Assert.Equal((path.Contains("throws") ? 401 : 403, "application/problem+json"), (forbidden.Status, forbidden.ContentType));
    }

    [Theory]
    [InlineData("Rude")]
    [InlineData("Broken")]
    [InlineData("Cookies")]
    public async Task Whatever_a_scheme_does_the_answer_is_the_error_body(string scheme)
    {
        foreach (var host in (Host[])[Host.Memory, Host.Kestrel, Host.Mapped])
        {
            await using var app = await Start(host, scheme);
            var refused = await app.Ask("GET /guard");

            Assert.Equal("401 Authentication is required.", Summary.Of(refused));
            Assert.Null(refused.Headers.Location);
            Assert.False(refused.Headers.Contains("Set-Cookie"));
            Assert.Equal(scheme is "Rude" ? "Rude" : "", string.Join(';', refused.Headers.WwwAuthenticate));
            Assert.Equal(scheme is "Rude" ? "Rude" : "", string.Join(';', (await app.Ask("GET /throws")).Headers.WwwAuthenticate));
        }
    }

    [Theory]
    [MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_header_of_its_own_wins_and_named_schemes_are_asked_in_the_place_of_the_default(Host host)
    {
        await using var app = await Start(host, "Plain");

        Assert.Equal("Own", string.Join(';', (await app.Ask("GET /own")).Headers.WwwAuthenticate));
        Assert.Equal("Set", string.Join(';', (await app.Ask("GET /set")).Headers.WwwAuthenticate));
        Assert.Equal("Rude;Plain realm=\"tests\"", string.Join(';', (await app.Ask("GET /both")).Headers.WwwAuthenticate));
        Assert.Equal("Rude", string.Join(';', (await app.Ask("GET /policy")).Headers.WwwAuthenticate));
        var page = await app.Ask("GET /page");
        Assert.Equal(401, page.Status);
    }

    [Theory]
    [MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Without_schemes_a_401_is_as_it_is(Host host)
    {
        await using var app = await RunningApp.Start(host, [Rejecting.Guarded, Rejecting.Throws]);

        Assert.Equal("401 Authentication is required.", Summary.Of(await app.Ask("GET /guard")));
        Assert.Empty((await app.Ask("GET /throws")).Headers.WwwAuthenticate);
    }

    [Theory]
    [MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_page_is_redirected_to_where_its_layer_allows_it(Host host)
    {
        await using var app = await Start(host, "Cookies");

        var page = await app.Ask("GET /page");
        Assert.Equal((302, "/Account/Login"), (page.Status, page.Headers.Location?.AbsolutePath));
    }

    private static Task<RunningApp> Start(Host host, string scheme) => RunningApp.Start(
        host,
        [typeof(Rejecting), HandlerList.Under("/", [Coded], layer => layer.Guard(context => false))],
        services =>
        {
            services.AddAuthentication(options => options.DefaultScheme = scheme)
                .AddScheme<AuthenticationSchemeOptions, Plain>("Plain", null)
                .AddScheme<AuthenticationSchemeOptions, Rude>("Rude", null)
                .AddScheme<AuthenticationSchemeOptions, Broken>("Broken", null)
                .AddCookie("Cookies");
            services.AddAuthorization(options => options.AddPolicy("rude", policy => policy.AddAuthenticationSchemes("Rude").RequireAuthenticatedUser()));
        },
        // Where the container is asked for what a request alone may ask for, it says so.
        environment: "Development",
        middleware: app => app.UseAuthentication());

    [Get("/code")]
    private static string Coded() => "open";

    public static class Rejecting
    {
        [Get("/guard"), Guard(nameof(No))] public static string Guarded() => "guarded";
        [Get("/slow-guard"), Guard(nameof(Later))] public static string GuardedLater() => "guarded";
        [Get("/throws")] public static string Throws() => throw new NotAuthorizedException();
        [Get("/throws-any")] public static async Task<string> ThrowsAny() { await Task.Yield(); throw new HttpException(401, "Who?"); }
        [Get("/own")] public static string Own() => throw new HttpException(401, "Who?") { Headers = { ["www-authenticate"] = "Own" } };
        [Get("/set"), Guard(nameof(Sets))] public static string Set() => "set";
        [Get("/both"), Authorize(AuthenticationSchemes = "Rude, Plain"), AllowAnonymous, Guard(nameof(No))] public static string Both() => "both";
        [Get("/policy"), Authorize("rude"), AllowAnonymous, Guard(nameof(No))] public static string Named() => "named";
        [Get("/page"), Guard(nameof(No)), AuthorizationTests.SignInPage] public static string Page() => "page";

        private static bool No() => false;
        private static async Task<bool> Later() { await Task.Yield(); return false; }
        private static bool Sets(HttpResponse response) { response.Headers.WWWAuthenticate = "Set"; return false; }
    }

    private class Plain(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            (string?)Request.Headers["X-Name"] is { } name
                ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, name)], Scheme.Name)), Scheme.Name))
                : AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = 401;
            Response.Headers.Append("WWW-Authenticate", "Plain realm=\"tests\"");
            return Task.CompletedTask;
        }
    }

    private sealed class Rude(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : Plain(options, logger, encoder)
    {
        protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Redirect("/elsewhere");
            Response.Cookies.Append("nonce", "1");
            Response.Headers.Append("WWW-Authenticate", "Rude");
            await Response.WriteAsync("Go away.");
        }

        protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);
    }

    private sealed class Broken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : Plain(options, logger, encoder)
    {
        protected override Task HandleChallengeAsync(AuthenticationProperties properties) => throw new InvalidOperationException("broken");
    }
}
