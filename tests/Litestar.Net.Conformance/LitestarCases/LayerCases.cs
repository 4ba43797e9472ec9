using Litestar.Conformance.Apps.Layered;
using Litestar.Conformance.Layers;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.LitestarCases;

/// <summary>G, H and I13: dependencies, guards, hooks, the order of middleware, what layers say of a handler.</summary>
public sealed class LayerCases
{
    public static TheoryData<Host, string, string, string> Rows => Cases.Of(
        ("G1", "GET /cases/layers/test/abcdef?query_param=12345", "200 handler abcdef 12345 controller app"),
        ("G2", "GET /cases/layers/number", "200 1"),
        ("G2", "GET /cases/layers/second", "400 number: Missing required query parameter 'number'."),
        ("G3", "GET /cases/layers/sums/5?query_param=5", "200 15"),
        ("G6", "GET /cases/layers/foo?bar=baz", "200 {\"bar\":\"baz\"}"),
        ("H2", "GET /cases/layers/guarded\nAuthorization-Header: yes", "403 local"),
        ("H3", "GET /cases/layers/guarded/open\nAuthorization-Header: yes", "200 in"),
        ("H4", "GET /cases/list/cases/layers/ordered", "200 0 1 2 3 4 5 6 7 app router controller handler before-handler"),
        ("H6", "GET /cases/layers/hello?moon=true", "200 {\"value\":\"moon\"}"),
        ("H6", "GET /cases/layers/hello?moon=false", "200 {\"value\":\"world\"}"),
        ("H6", "GET /cases/layers/hello/later?moon=true", "200 {\"value\":\"moon\"}"),
        ("H6", "GET /cases/layers/hello/later?moon=false", "200 {\"value\":\"world\"}"),
        ("H7", "GET /cases/layers/plain", "200 0 1 app before-app"),
        ("H7", "GET /cases/layers/ordered/controller", "200 0 1 4 5 app controller before-controller"),
        ("H7", "GET /cases/layers/ordered", "200 0 1 4 5 6 7 app controller handler before-handler"),
        ("H8", "GET /cases/layers/plain", "200 0 1 app before-app … X-After: app"),
        ("H8", "GET /cases/layers/ordered/controller", "200 0 1 4 5 app controller before-controller … X-After: controller"),
        ("H8", "GET /cases/layers/ordered", "200 0 1 4 5 6 7 app controller handler before-handler … X-After: handler"),
        ("H10", "GET /cases/list/cases/layers/ordered", "200 0 1 2 3 4 5 6 7 app router controller handler before-handler"),
        ("H11", "GET /cases/layers/wrapped", "500 The server failed to answer this request. … X-Wrapper: 500"),
        ("H12", "GET /cases/list/cases/layers/ordered/opt", "200 {\"base\":\"1\",\"kwarg_value\":\"2\",\"override\":\"route\",\"router\":\"router\"}"),
        ("H13", "GET /cases/layers/ordered/opt", "200 {\"base\":\"1\",\"kwarg_value\":\"2\",\"override\":\"route\"}"),
        ("I13", "GET /cases/layers/plain", "200 0 1 app before-app … Cache-Control: max-age=1 … ETag: \"app\""),
        ("I13", "GET /cases/layers/ordered/controller", "200 0 1 4 5 app controller before-controller … Cache-Control: max-age=2 … ETag: \"app\""),
        ("I13", "GET /cases/layers/ordered", "200 0 1 4 5 6 7 app controller handler before-handler … Cache-Control: max-age=3 … ETag: \"app\""));

    [Theory, MemberData(nameof(Rows))]
    public async Task The_nearest_layer_wins_and_what_adds_up_begins_outside(Host host, string id, string request, string expected)
    {
        Assert.Matches("^[GHI]", id);
        await using var app = await Start(host);
        var lines = request.Split('\n');

        Cases.Check(host, app, await app.Ask(lines[0], [.. lines.Skip(1).Select(line => (line.Split(": ")[0], line.Split(": ")[1]))]), expected);
    }

    public static TheoryData<Host, string, string, string> Repeated => Cases.Of(("G4", "GET /cases/layers/counted", "7 9"));

    [Theory, MemberData(nameof(Repeated))]
    public async Task A_provider_runs_once_in_a_request(Host host, string id, string request, string expected)
    {
        Assert.Equal("G4", id);
        await using var app = await Start(host);

        Assert.Equal(expected, $"{(await app.Ask(request)).Body} {(await app.Ask(request)).Body}");
    }

    public static TheoryData<Host, string, string, string> Generators => Cases.Of(
        ("G9", "GET /cases/layers/generator", "200 generated | cleanup finally end"),
        ("G9", "GET /cases/layers/generator/raises", "500 The server failed to answer this request. | end finally"),
        ("G10", "GET /cases/layers/generator/cleanup?fails=true", "500 The server failed to answer this request. | cleanup finally end"),
        ("G11", "GET /cases/layers/generator/render", "500 The server failed to answer this request. | end finally"));

    [Theory, MemberData(nameof(Generators))]
    public async Task What_stands_behind_a_yield_runs_before_the_answer(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("G", id);
        await using var app = await Start(host);
        var parts = expected.Split(" | ");

        var (answer, journal) = await app.Run(request, parts[1]);

        Assert.Equal(expected, $"{Summary.Of(answer)} | {journal}");
    }

    public static TheoryData<Host, string, string, string> Rejections => Cases.Of(
        ("G7", "Unprovided", "Unprovided (GET /unprovided) takes Litestar.Conformance.LitestarCases.First 'value', which is not registered in the container."));

    [Theory, MemberData(nameof(Rejections))]
    public async Task A_value_that_nobody_provides_is_missed_at_the_start(Host host, string id, string handler, string message)
    {
        Assert.Equal(("G7", nameof(Unprovided)), (id, handler));

        var rejection = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(host, [Unprovided]));

        Assert.Contains(message, rejection.Message);
    }

    private static Task<RunningApp> Start(Host host) => RunningApp.Start(host, [.. LayerCasesApp.Handlers, typeof(Journals)], services => services.AddSingleton<Journal>().AddSingleton<Tally>(), options: LayerCasesApp.App);

    [Get("/unprovided")] private static string Unprovided(First value) => value.From;
}
