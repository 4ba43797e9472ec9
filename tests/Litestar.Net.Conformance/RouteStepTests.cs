using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Middleware that an attribute or an object puts around one route.</summary>
public sealed class RouteStepTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /stepped/plain", "200 before guards (class), middleware, guard, before binding (class)"),
        ("GET /stepped/own", "200 before guards (function), middleware, guard, after guards (function), before binding (class)"),
        ("GET /stepped/off", "200 middleware, guard, before binding (class)"),
        ("GET /stepped/bound?n=7", "200 7 before guards (class), middleware, guard, before binding (class)"),
        ("GET /stepped/turned", "409 turned back"),
        ("GET /stepped/refused", "503 not now"),
        ("GET /stepped/list/on", "200 before guards (list), before binding (list)"),
        ("GET /stepped/list/off", "200 before binding (list)"));

    public static TheoryData<Host, string, string> Traced => Matrix.Of(
        ("GET /stepped/plain?out", "401 before guards (class), middleware, guard"),
        ("GET /stepped/bound?n=x", "400 before guards (class), middleware, guard, before binding (class)"),
        ("GET /stepped/thrown", "409 before guards (class), middleware, guard, before binding (class), saw taken"),
        ("GET /stepped/turned", "409 before guards (class), middleware, guard, after guards (turn)"),
        ("POST /stepped/plain", "405 -"),
        ("GET /stepped/list/off", "200 -"));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_request_passes_them_at_their_places(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Traced))]
    public async Task A_rejected_request_passes_those_before_the_rejection(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        var answer = await app.Ask(request);

        Assert.Equal(expected, $"{answer.Status} {(answer.Headers.TryGetValues("X-Trace", out var trace) ? trace.Single() : "-")}");
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_stored_response_passes_those_after_the_guards_and_none_before_binding(Host host)
    {
        await using var app = await Start(host);
        var request = $"GET /stepped/kept/{Guid.NewGuid():N}";

        var (first, second) = (await app.Ask(request), await app.Ask(request));

        Assert.Equal(first.Body, second.Body);
        Assert.Equal(
            ("before guards (class), middleware, guard, after guards (function), before binding (class)", "before guards (class), middleware, guard, after guards (function)"),
            (first.Headers.GetValues("X-Trace").Single(), second.Headers.GetValues("X-Trace").Single()));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_step_before_the_guards_sees_the_status_of_an_exception(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("409", (await app.Ask("GET /stepped/told")).Headers.GetValues("X-Seen").Single());
    }

    [Fact]
    public async Task A_convention_of_a_host_adds_one()
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Development", "--urls", "http://127.0.0.1:0"]);
        await using var app = builder.Build();
        app.MapGroup("/group").WithMetadata(new InnerTraceAttribute("group")).MapLitestar([Plain]).WithMetadata(new TraceAttribute("convention"));
        app.MapGet("/ordinary", (HttpContext context) => Traces.Of(context)).WithMetadata(new TraceAttribute("ordinary"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        Assert.Equal("before guards (convention), before binding (group)", await client.GetStringAsync("/group/plain", TestContext.Current.CancellationToken));
        Assert.Equal("", await client.GetStringAsync("/ordinary", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task In_a_LitestarApp_mapped_handlers_and_ordinary_endpoints_have_theirs_once()
    {
        var builder = LitestarApp.CreateBuilder(["--environment", "Development", "--urls", "http://127.0.0.1:0"]);
        await using var app = builder.Build();
        app.MapGroup("/group").MapLitestar([Plain]).WithMetadata(new TraceAttribute("convention"));
        app.MapGet("/ordinary", (HttpContext context) => Traces.Of(context)).WithMetadata(new InnerTraceAttribute("ordinary"), new TraceAttribute("ordinary"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        Assert.Equal("before guards (convention)", await client.GetStringAsync("/group/plain", TestContext.Current.CancellationToken));
        Assert.Equal("before guards (ordinary), before binding (ordinary)", await client.GetStringAsync("/ordinary", TestContext.Current.CancellationToken));
    }

    [Get("/plain")] private static string Plain(HttpContext context) => Traces.Of(context);

    private static Task<RunningApp> Start(Host host) =>
        RunningApp.Start(host, Stepped.Handlers, services => services.AddOutputCache(), middleware: web => web.UseOutputCache());
}
