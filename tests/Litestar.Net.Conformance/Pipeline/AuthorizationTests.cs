using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance;

/// <summary><c>[Authorize]</c> does what it says, without a forgotten <c>app.UseAuthorization()</c>.</summary>
public sealed class AuthorizationTests
{
    [Theory]
    [InlineData(Host.Memory)]
    [InlineData(Host.Kestrel)]
    public async Task An_authorized_handler_turns_strangers_back(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Vault)], services =>
        {
            services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, NameHeader>("Test", null);
            services.AddAuthorization();
        });

        Assert.Equal("401 Authentication is required.", Summary.Of(await app.Ask("GET /vault")));
        Assert.Equal("403 Permission is denied.", Summary.Of(await app.Ask("GET /vault", ("X-Name", "Ann"))));
        Assert.Equal("200 gold for root", Summary.Of(await app.Ask("GET /vault", ("X-Name", "root"))));
        Assert.Equal("200 the door", Summary.Of(await app.Ask("GET /vault/door")));
    }

    [Fact]
    public async Task Authorize_without_its_services_is_refused_at_start_up()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(Host.Memory, [typeof(Vault)]));

        Assert.Contains("'GET /vault' (Vault.Gold) has [Authorize]", failure.Message);
        Assert.Contains("AddAuthorization()", failure.Message);
    }

    [Theory]
    [MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_stranger_to_cookies_is_sent_to_no_page(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Vault), Page, SignIn], services =>
        {
            services.AddAuthentication("Cookies").AddCookie("Cookies");
            services.AddAuthorization(authorization => authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        });

        var refused = await app.Ask("GET /vault");
        Assert.Equal("401 Authentication is required.", Summary.Of(refused));
        Assert.Null(refused.Headers.Location);
        var cookie = (await app.Ask("POST /sign-in")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var forbidden = await app.Ask("GET /vault", ("Cookie", cookie));
        Assert.Equal("403 Permission is denied.", Summary.Of(forbidden));
        Assert.Null(forbidden.Headers.Location);
        Assert.Equal("200 the door", Summary.Of(await app.Ask("GET /vault/door")));
        if (host is not Host.Mapped)
        {
            var unmatched = await app.Ask("GET /nowhere");
            Assert.Equal(("401 Authentication is required.", null), (Summary.Of(unmatched), unmatched.Headers.Location));
            Assert.Equal(404, (await app.Ask("GET /nowhere", ("Cookie", cookie))).Status);
            Assert.Equal(405, (await app.Ask("DELETE /vault", ("Cookie", cookie))).Status);
        }

        var page = await app.Ask("GET /page");
        Assert.Equal((302, "/Account/Login"), (page.Status, page.Headers.Location?.AbsolutePath));
    }

    [Fact]
    public async Task An_ordinary_endpoint_beside_handlers_still_sends_to_the_page()
    {
        var builder = LitestarApp.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
        builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
        builder.Services.AddAuthorization();
        builder.Handlers.Add(typeof(Vault));
        await using var app = builder.Build();
        app.MapGet("/ordinary", [Authorize] () => "page");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };

        Assert.Equal(302, (int)(await client.GetAsync("/ordinary", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(401, (int)(await client.GetAsync("/vault", TestContext.Current.CancellationToken)).StatusCode);
    }

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class SignInPageAttribute : Attribute, IAllowCookieRedirectMetadata;

    [Get("/page"), Authorize, SignInPage]
    private static string Page() => "page";

    [Post("/sign-in"), AllowAnonymous]
    private static async Task SignIn(HttpContext context) => await context.SignInAsync(new(new ClaimsIdentity([new(ClaimTypes.Name, "Ann")], "Cookies")));

    [Path("/vault"), Authorize(Roles = "admin")]
    internal static class Vault
    {
        [Get] public static string Gold(ClaimsPrincipal user) => $"gold for {user.Identity!.Name}";
        [Get("/door"), AllowAnonymous] public static string Door() => "the door";
    }

    private sealed class NameHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if ((string?)Request.Headers["X-Name"] is not { } name)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new(ClaimTypes.Name, name), new(ClaimTypes.Role, name == "root" ? "admin" : "user")], "Test");
            return Task.FromResult(AuthenticateResult.Success(new(new(identity), "Test")));
        }
    }
}
