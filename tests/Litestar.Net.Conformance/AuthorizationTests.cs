using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
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

        Assert.Contains("'GET /vault' (Vault.Gold) bears [Authorize]", failure.Message);
        Assert.Contains("AddAuthorization()", failure.Message);
    }

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
