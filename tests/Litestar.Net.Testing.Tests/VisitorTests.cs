using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Testing.Tests;

public sealed class VisitorTests
{
    private static readonly ClaimsPrincipal Ann = new(new ClaimsIdentity([new(ClaimTypes.Name, "ann"), new(ClaimTypes.Role, "admin")], "test"));

    [Fact]
    public async Task Each_has_cookies_and_headers_of_its_own()
    {
        await using var app = TestApp.Create([Handlers.SignIn, Handlers.WhoAmI, Echoed.Show, Echoed.Take]);
        var (one, other) = (app.NewVisitor(), app.NewVisitor());
        one.Headers.Add("X-Key", "k1");
        await one.Get("/sign-in?name=Bob");

        Assert.Equal(("Bob", "nobody", "nobody"), (await TextOf(one.Get("/who-am-i")), await TextOf(other.Get("/who-am-i")), await TextOf(app.Get("/who-am-i"))));
        Assert.Equal("Bob", one.Cookies.GetCookies(one.Client.BaseAddress!)["user"]?.Value);
        Assert.Equal(("k1 GET", " GET", " GET"), (await TextOf(one.Get("/echoed")), await TextOf(other.Get("/echoed")), await TextOf(app.Get("/echoed"))));
        Assert.Equal("k2 GET", await TextOf(one.Get("/echoed", [("X-Key", "k2")])));
        Assert.Equal("k1 GET", await TextOf(one.Get("/echoed", [("X-Other", "x")])));
    }

    [Fact]
    public async Task Every_verb_takes_headers()
    {
        await using var app = TestApp.Create([typeof(Echoed)]);
        (string, string)[] headers = [("X-Key", "k"), ("X-Key", "l")];

        Assert.Equal("k,l GET", await TextOf(app.Get("/echoed", headers)));
        Assert.Equal("k,l DELETE", await TextOf(app.Delete("/echoed", headers)));
        Assert.Equal("k,l POST crate", await TextOf(app.Post("/echoed", new { name = "crate", size = 0 }, headers)));
        Assert.Equal("k,l PUT crate", await TextOf(app.Put("/echoed", new Box("crate", Size.Small), headers)));
        Assert.Equal("k,l PATCH crate", await TextOf(app.Patch("/echoed", new Box("crate", Size.Small), headers)));
        Assert.Equal(new Box("x", Size.Large), await app.Get<Box>("/echoed/box", [("X-Key", "x")]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.Post("/echoed", new Box("crate", Size.Small), [("Content-Type", "text/csv")])).StatusCode);
        Assert.Contains("'Content-Type' is not a header that a GET request without a body can have.", (await Assert.ThrowsAsync<ArgumentException>(() => app.Get("/echoed", [("Content-Type", "text/csv")]))).Message);
    }

    [Fact]
    public async Task A_visitor_may_be_a_user_without_a_token()
    {
        await using var app = TestApp.Create([typeof(Doors)], test => Authenticate(test.Services, "one", "one", "two"));
        var ann = app.As(Ann);

        Assert.Same(Ann, ann.User);
        await Answers(ann, ("/doors/open", "ann"), ("/doors/closed", "ann"), ("/doors/policy", "ann"), ("/doors/scheme", "ann"), ("/doors/roles", "ann"), ("/doors/guard", "ann"));
        await Rejects(app, 401, "/doors/closed", "/doors/policy", "/doors/scheme", "/doors/roles", "/doors/guard");
        Assert.Equal("nobody", await TextOf(app.Get("/doors/open")));
    }

    [Fact]
    public async Task What_the_user_may_do_is_the_app_s_to_decide()
    {
        await using var app = TestApp.Create([typeof(Doors)], test => Authenticate(test.Services, "one", "one", "two"));

        await Rejects(app.As(new(new ClaimsIdentity([new(ClaimTypes.Name, "bob")], "test"))), 403, "/doors/policy", "/doors/roles");
    }

    [Fact]
    public async Task Without_a_default_scheme_too()
    {
        await using var app = TestApp.Create([Doors.Closed, Doors.Policy, Doors.Scheme, Doors.Guarded], test => Authenticate(test.Services, null, "one", "two"));

        await Answers(app.As(Ann), ("/doors/closed", "ann"), ("/doors/policy", "ann"), ("/doors/scheme", "ann"), ("/doors/guard", "ann"));
        await Rejects(app, 401, "/doors/scheme", "/doors/guard");
    }

    [Fact]
    public async Task Without_authentication_too()
    {
        await using var app = TestApp.Create([Doors.Open, Doors.Guarded]);

        await Answers(app.As(Ann), ("/doors/open", "ann"), ("/doors/guard", "ann"));
        await Rejects(app, 401, "/doors/guard");
    }

    [Fact]
    public async Task Beside_real_cookies_and_the_app_s_transformation()
    {
        await using var app = TestApp.Create([typeof(Doors)], test =>
        {
            Authenticate(test.Services, "one", "one", "two");
            test.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
            test.Services.AddSingleton<IClaimsTransformation, Ranked>();
        });
        await app.Get("/doors/in");

        await Answers(app, ("/doors/open", "cookie +1"), ("/doors/closed", "cookie +1"));
        await Answers(app.As(Ann), ("/doors/open", "ann +1"), ("/doors/scheme", "ann +1"));
        Assert.Equal("ann", Ann.Identity!.Name);
        Assert.DoesNotContain(Ann.Claims, claim => claim.Type == "rank");
    }

    [Fact]
    public async Task Somebody_who_is_nobody_is_refused_at_once()
    {
        await using var app = TestApp.Create([Doors.Open]);

        Assert.StartsWith("No identity of the user is authenticated.", Assert.Throws<ArgumentException>(() => app.As(new(new ClaimsIdentity([new(ClaimTypes.Name, "ann")])))).Message);
    }

    private static async Task<string> TextOf(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();

    private static async Task Answers(Visitor visitor, params (string Path, string Body)[] asked)
    {
        foreach (var (path, body) in asked)
        {
            Assert.Equal((path, body), (path, await TextOf(visitor.Get(path))));
        }
    }

    private static async Task Rejects(Visitor visitor, int status, params string[] paths)
    {
        foreach (var path in paths)
        {
            Assert.Equal((path, status), (path, (int)(await visitor.Get(path)).StatusCode));
        }
    }

    private static void Authenticate(IServiceCollection services, string? scheme, params string[] all)
    {
        var builder = scheme is null ? services.AddAuthentication() : services.AddAuthentication(scheme);
        foreach (var name in all)
        {
            builder.AddScheme<AuthenticationSchemeOptions, Nobody>(name, null);
        }

        services.AddAuthorization(options => options.AddPolicy("admin", policy => policy.RequireClaim(ClaimTypes.Role, "admin")));
    }

    internal sealed class Nobody(IOptionsMonitor<AuthenticationSchemeOptions> options, Microsoft.Extensions.Logging.ILoggerFactory log, System.Text.Encodings.Web.UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }

    internal sealed class Ranked : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            var ranked = principal.Clone();
            ranked.AddIdentity(new([new("rank", "1")]));
            return Task.FromResult(ranked);
        }
    }

    [Path("/echoed")]
    internal static class Echoed
    {
        [Get, Delete(Status = 200)] public static string Show(HttpRequest request) => $"{string.Join(',', request.Headers["X-Key"].ToArray())} {request.Method}";

        [Post, Put, Patch] public static string Take(HttpRequest request, [FromBody] Box box) => $"{string.Join(',', request.Headers["X-Key"].ToArray())} {request.Method} {box.Name}";

        [Get("/box")] public static Box Find([FromHeader(Name = "X-Key")] string key) => new(key, Size.Large);
    }

    [Path("/doors")]
    internal static class Doors
    {
        [Get("/open")] public static string Open(ClaimsPrincipal user) => NameOf(user);
        [Get("/closed"), Authorize] public static string Closed(ClaimsPrincipal user) => NameOf(user);
        [Get("/policy"), Authorize("admin", AuthenticationSchemes = "one,two")] public static string Policy(ClaimsPrincipal user) => NameOf(user);
        [Get("/scheme"), Authorize(AuthenticationSchemes = "two")] public static string Scheme(ClaimsPrincipal user) => NameOf(user);
        [Get("/roles"), Authorize(Roles = "admin")] public static string Roles(ClaimsPrincipal user) => NameOf(user);
        [Get("/guard"), Guard(nameof(Known))] public static string Guarded(ClaimsPrincipal user) => NameOf(user);
        [Get("/in")] public static IResult In() => TypedResults.SignIn(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "cookie")], "Cookies")), null, "Cookies");

        private static bool Known(ClaimsPrincipal user) => user.Identity?.IsAuthenticated is true;

        private static string NameOf(ClaimsPrincipal user) => $"{user.Identity?.Name ?? "nobody"}{(user.FindFirst("rank") is { Value: var rank } ? $" +{rank}" : "")}";
    }
}
