using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>Where an app uses antiforgery, a form needs a token without a word of the handler, as with minimal APIs.</summary>
public sealed class AntiforgeryTests
{
    private const string Foreign = "400 : The form's antiforgery token is missing or not valid.";

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_form_is_refused_without_a_token(Host host)
    {
        await using var app = await Start(host, [typeof(Posts)]);

        Assert.Equal(Foreign, await Send(app, HttpMethod.Post, "/posts/field"));
        Assert.Equal(Foreign, await Send(app, HttpMethod.Post, "/posts/object"));
        Assert.Equal(Foreign, await Send(app, HttpMethod.Post, "/posts/group"));
        Assert.Equal(Foreign, await Send(app, HttpMethod.Post, "/posts/whole"));
        Assert.Equal(Foreign, await Send(app, HttpMethod.Post, "/posts/file"));
        Assert.Equal(Foreign, await Send(app, HttpMethod.Put, "/posts/put"));
        Assert.Equal("201 a", await Send(app, HttpMethod.Post, "/posts/open"));
        Assert.Equal("201 x", Summary.Of(await app.Ask("POST /posts/json {\"text\":\"x\"}")));
        Assert.Equal("200 q", Summary.Of(await app.Ask("GET /posts/query?text=q")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task It_is_read_with_one(Host host)
    {
        await using var app = await Start(host, [typeof(Posts)]);
        var got = await app.Ask("GET /posts/token");
        (string, string)[] headers = [("RequestVerificationToken", got.Body), ("Cookie", string.Join("; ", got.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])))];

        Assert.Equal("201 a", await Send(app, HttpMethod.Post, "/posts/field", headers));
        Assert.Equal("201 a", await Send(app, HttpMethod.Post, "/posts/object", headers));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task An_app_or_a_list_says_that_none_is_needed(Host host)
    {
        await using var app = await Start(host, [HandlerList.Under("/free", [typeof(Posts)], layer => layer.Metadata(new RequireAntiforgeryTokenAttribute(false))), typeof(Posts)]);

        Assert.Equal("201 a", await Send(app, HttpMethod.Post, "/free/posts/field"));
        Assert.Equal(Foreign, await Send(app, HttpMethod.Post, "/posts/field"));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task An_app_without_antiforgery_reads_every_form(Host host)
    {
        await using var app = await RunningApp.Start(host, [Posts.Field]);

        Assert.Equal("201 a", await Send(app, HttpMethod.Post, "/posts/field"));
    }

    [Fact]
    public async Task A_host_disables_it_by_a_convention()
    {
        await using var app = await Web(usesAntiforgery: true, web =>
        {
            web.MapLitestar([Posts.Field], options => options.Path = "/one").DisableAntiforgery();
            web.MapGroup("/two").DisableAntiforgery().MapLitestar([Posts.Field]);
            web.MapGroup("/three").MapLitestar([Posts.Field]);
            web.MapPost("/four/posts/field", ([FromForm] string text) => text);
            web.MapPost("/five/posts/field", ([FromForm] string text) => text).DisableAntiforgery();
        });
        var statuses = new List<int>();
        foreach (var path in (string[])["/one", "/two", "/three", "/four", "/five"])
        {
            statuses.Add((int)(await app.GetTestClient().PostAsync(path + "/posts/field", Form())).StatusCode);
        }

        Assert.Equal([201, 201, 400, 400, 200], statuses);
    }

    [Fact]
    public async Task A_host_that_has_the_services_alone_is_told_at_the_start()
    {
        var log = new Lines();
        await using var app = await Web(usesAntiforgery: false, web => web.MapLitestar([Posts.Field, Posts.Open, Posts.Json]), log);

        Assert.Equal(201, (int)(await app.GetTestClient().PostAsync("/posts/field", Form())).StatusCode);
        Assert.Contains("'POST /posts/field' (Posts.Field) reads a form without an antiforgery token", Assert.Single(log.Warnings));
    }

    private static async Task<WebApplication> Web(bool usesAntiforgery, Action<WebApplication> map, ILoggerProvider? log = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.Services.AddAntiforgery();
        var app = builder.Build();
        map(app);
        if (usesAntiforgery)
        {
            app.UseAntiforgery();
        }

        await app.StartAsync();
        return app;
    }

    private static Task<RunningApp> Start(Host host, HandlerList handlers) => RunningApp.Start(host, handlers, services => services.AddAntiforgery(), middleware: web => web.UseAntiforgery());

    private static async Task<string> Send(RunningApp app, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = Form() };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return Summary.Of(await app.Ask(request));
    }

    private static FormUrlEncodedContent Form() => new([KeyValuePair.Create("text", "a")]);

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Warnings { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel is LogLevel.Warning && formatter(state, exception) is var line && line.Contains("antiforgery", StringComparison.Ordinal))
            {
                lock (Warnings)
                {
                    Warnings.Add(line);
                }
            }
        }

        public void Dispose()
        {
        }
    }

    public record Letter(string Text);

    public record Group([FromForm] string Text);

    [Path("/posts")]
    public static class Posts
    {
        [Get("/token")] public static string Token(IAntiforgery antiforgery, HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken!;
        [Post("/field")] public static string Field([FromForm] string text) => text;
        [Post("/object")] public static string Object([FromForm] Letter letter) => letter.Text;
        [Post("/group")] public static string Grouped([AsParameters] Group group) => group.Text;
        [Post("/whole")] public static string Whole(IFormCollection form) => $"{form["text"]}";
        [Post("/file")] public static string File(IFormFile? file) => $"{file?.Length}";
        [Put("/put")] public static string Put([FromForm] string text) => text;
        [Post("/open"), RequireAntiforgeryToken(false)] public static string Open([FromForm] string text) => text;
        [Post("/json")] public static string Json(Letter letter) => letter.Text;
        [Get("/query")] public static string Query(string text) => text;
    }
}
