using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance;

/// <summary>The path that a remote scheme's provider sends a user back to is answered by the scheme, and a callback that is none is the client's fault.</summary>
public sealed class RemoteSignInTests
{
    [Theory]
    [InlineData(Host.Memory, false)]
    [InlineData(Host.Kestrel, false)]
    [InlineData(Host.Memory, true)]
    public async Task A_callback_reaches_its_scheme(Host host, bool hasCatchAll)
    {
        await using var app = await RunningApp.Start(host, hasCatchAll ? [Who, Rest] : [Who], services =>
        {
            services.AddAuthentication("Cookies").AddCookie("Cookies")
                .AddRemoteScheme<RemoteAuthenticationOptions, Remote>("Remote", null, options => (options.CallbackPath, options.SignInScheme) = ("/signin-remote", "Cookies"))
                .AddOAuth("OAuth", options =>
                {
                    (options.ClientId, options.ClientSecret, options.SignInScheme, options.CallbackPath) = ("id", "secret", "Cookies", "/signin-oauth");
                    (options.AuthorizationEndpoint, options.TokenEndpoint) = ("http://127.0.0.1:9/authorize", "http://127.0.0.1:9/token");
                });
        });

        var back = await app.Ask("GET /signin-remote?code=good");
        Assert.Equal((302, "/who"), (back.Status, back.Headers.Location?.OriginalString));
        Assert.Equal("200 Ann", Summary.Of(await app.Ask("GET /who", ("Cookie", back.Headers.GetValues("Set-Cookie").Single().Split(';')[0]))));
        const string Failed = "400 The sign-in has failed. Begin it again.";
        Assert.Equal(Failed, Summary.Of(await app.Ask("GET /signin-remote?code=forged")));
        Assert.Equal(Failed, Summary.Of(await app.Ask("GET /signin-remote?code=malformed")));
        Assert.Equal(Failed, Summary.Of(await app.Ask("GET /signin-oauth?code=x&state=forged")));
        Assert.Equal(Failed, Summary.Of(await app.Ask("GET /signin-oauth")));
        Assert.Equal("500 The server failed to answer this request.", Summary.Of(await app.Ask("GET /signin-remote?code=down")));
        Assert.Equal(hasCatchAll ? "200 rest" : "404 Nothing is found at '/nowhere'.", Summary.Of(await app.Ask("GET /nowhere")));
        Assert.Equal(405, (await app.Ask("DELETE /who")).Status);
    }

    [Fact]
    public async Task A_scheme_that_is_added_while_the_app_runs_is_asked_too()
    {
        var builder = LitestarApp.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
        builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
        builder.Services.AddTransient<Remote>().Configure<RemoteAuthenticationOptions>("Later", options => (options.CallbackPath, options.SignInScheme) = ("/signin-later", "Cookies"));
        builder.Services.AddSingleton<IPostConfigureOptions<RemoteAuthenticationOptions>, Protected>();
        builder.Handlers.Add(Who);
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };

        Assert.Equal(404, (int)(await client.GetAsync("/signin-later?code=good", TestContext.Current.CancellationToken)).StatusCode);
        app.Services.GetRequiredService<IAuthenticationSchemeProvider>().AddScheme(new("Later", null, typeof(Remote)));
        Assert.Equal(302, (int)(await client.GetAsync("/signin-later?code=good", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Get("/who")]
    private static string Who(ClaimsPrincipal user) => user.Identity?.Name ?? "nobody";

    [Get("/{**rest}")]
    private static string Rest(string? rest) => rest is null ? "root" : "rest";

    private sealed class Protected : IPostConfigureOptions<RemoteAuthenticationOptions>
    {
        public void PostConfigure(string? name, RemoteAuthenticationOptions options) => options.Backchannel ??= new HttpClient();
    }

    private sealed class Remote(IOptionsMonitor<RemoteAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder) : RemoteAuthenticationHandler<RemoteAuthenticationOptions>(options, logger, encoder)
    {
        protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync() => Task.FromResult((string?)Request.Query["code"] switch
        {
            "good" => HandleRequestResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, "Ann")], "Remote")), new() { RedirectUri = "/who" }, "Remote")),
            "down" => HandleRequestResult.Fail(new AuthenticationFailureException("No token.", new HttpRequestException("refused"))),
            "malformed" => HandleRequestResult.Fail(new ArgumentException("IDX12741")),
            _ => HandleRequestResult.Fail("Correlation failed."),
        });
    }
}
