using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Layers;

/// <summary>The layers of lists and of the app lie outside of attributes.</summary>
public sealed class ListLayerTests
{
    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task They_run_outside_of_attributes_and_the_nearest_hook_wins(Host host)
    {
        var lines = new ConcurrentQueue<string>();
        await using var app = await RunningApp.Start(
            host,
            [HandlerList.Under("/outer", HandlerList.Under("/inner", [typeof(Shop)], layer => Noting(layer, "inner", lines).Before(context => lines.Enqueue("inner-before"))), layer => Noting(layer, "outer", lines).Before(context => lines.Enqueue("outer-before")))],
            services => services.AddSingleton(lines),
            options: options => Noting(options, "app", lines).AfterResponse(context => lines.Enqueue("app-end")));

        Assert.Equal("200 ok", Summary.Of(await app.Ask("GET /outer/inner/shop/plain")));
        Assert.Equal("app-in outer-in inner-in own-in app-guard outer-guard inner-guard own-guard inner-before handler inner-after app-end", await Written(lines, "app-end"));
        Assert.Equal("200 ok", Summary.Of(await app.Ask("GET /outer/inner/shop/hooked")));
        Assert.Equal("app-in outer-in inner-in own-in app-guard outer-guard inner-guard own-guard own-before handler own-after app-end", await Written(lines, "app-end"));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task They_guard_provide_answer_errors_and_set_headers(Host host)
    {
        await using var app = await RunningApp.Start(
            host,
            [
                HandlerList.Under("/closed", [typeof(Counter)], layer => layer.Guard(context => false).Provide(context => new Number(0))),
                HandlerList.Under("/open", [typeof(Counter)], layer => layer.Guard(async context => { await Task.Yield(); return true; }).Provide(context => new Number(1)).ResponseHeader("X-Number", "one")),
                HandlerList.Under("/later", [typeof(Counter)], layer => layer.Provide(async context => { await Task.Yield(); return new Number(2); }).OnError<InvalidOperationException>((error, context) => TypedResults.Text("list", statusCode: 409))),
                HandlerList.Under("/yielded", [typeof(Counter)], layer => layer.Provide(Yielded)),
                HandlerList.Under("/early", [typeof(Counter)], layer => layer.Provide(context => new Number(4)).Before(context => TypedResults.Text("early", statusCode: 203))),
            ],
            options: options => options.OnError<Exception>((error, context) => TypedResults.Text("app", statusCode: 418)).ResponseHeader("X-Number", "none").ResponseHeader("X-App", "a"));

        Assert.Equal("401 Authentication is required.", Summary.Of(await app.Ask("GET /closed/number")));
        var open = await app.Ask("GET /open/number");
        Assert.Equal(("200 1 1", "one", "a"), (Summary.Of(open), open.Headers.GetValues("X-Number").Single(), open.Headers.GetValues("X-App").Single()));
        Assert.Equal("200 2 2", Summary.Of(await app.Ask("GET /later/number")));
        Assert.Equal("409 list", Summary.Of(await app.Ask("GET /later/number/fails")));
        Assert.Equal("418 app", Summary.Of(await app.Ask("GET /open/number/fails")));
        var yielded = await app.Ask("GET /yielded/number");
        Assert.Equal(("200 3 3", "yes"), (Summary.Of(yielded), yielded.Headers.GetValues("X-Committed").Single()));
        Assert.Equal("203 early", Summary.Of(await app.Ask("GET /early/number")));
        if (host is not Host.Mapped)
        {
            Assert.Equal("a", (await app.Ask("GET /nowhere")).Headers.GetValues("X-App").Single());
        }
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_lists_hook_that_answers_early_is_followed_by_the_attributes_hook(Host host)
    {
        var lines = new ConcurrentQueue<string>();
        await using var app = await RunningApp.Start(host, [HandlerList.Under("", [Shop.Late], layer => layer.Before(context => TypedResults.Text("early", statusCode: 203)))], services => services.AddSingleton(lines));

        Assert.Equal("203 early", Summary.Of(await app.Ask("GET /shop/late")));
        Assert.Equal("own-in own-guard own-after", string.Join(' ', lines));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task What_a_list_takes_from_the_container_stays_the_containers(Host host)
    {
        await using var app = await RunningApp.Start(
            host,
            [HandlerList.Under("/sync", [Held.Show], Takes), HandlerList.Under("/later", [Held.Show], layer => layer.Provide(async context => { await Task.Yield(); return context.RequestServices.GetRequiredService<Apps.Layered.SharedThing>(); }))],
            services => services.AddSingleton<Apps.Layered.SharedThing>());

        Assert.Equal("200 there", Summary.Of(await app.Ask("GET /sync/held")));
        Assert.Equal("200 there", Summary.Of(await app.Ask("GET /later/held")));
        Assert.Equal("200 there", Summary.Of(await app.Ask("GET /sync/held")));

        static void Takes(Layer layer) => layer.Provide(context => context.RequestServices.GetRequiredService<Apps.Layered.SharedThing>());
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_lists_provider_that_fails_is_not_asked_again(Host host)
    {
        var asked = 0;
        var ended = new TaskCompletionSource();
        await using var app = await RunningApp.Start(host, [HandlerList.Under("", [typeof(Twice)], layer => layer
            .Provide(Fails)
            .AfterResponse(context => ended.SetResult()))]);

        Assert.Equal("409 no number", Summary.Of(await app.Ask("GET /twice")));
        await ended.Task;
        Assert.Equal(1, asked);

        Number Fails(HttpContext context) => throw new ConflictException($"no number{(++asked > 1 ? $" {asked}" : "")}");
    }

    [Fact]
    public void A_list_provides_nothing_that_is_read_from_text()
    {
        Assert.All<Action<Layer>>(
            [layer => layer.Provide(_ => "text"), layer => layer.Provide(_ => 1), layer => layer.Provide(_ => (int?)1), layer => layer.Provide(_ => new[] { 1, 2 }), layer => layer.Provide(_ => new Uri("/", UriKind.Relative)), layer => layer.Provide(_ => DateTime.Now), layer => layer.Provide(_ => System.Net.IPAddress.Loopback), layer => layer.Provide(async _ => { await Task.Yield(); return new Code("x"); })],
            provide => Assert.Contains("is read from the query. Provide a type of your own around it", Assert.Throws<ArgumentException>(() => HandlerList.Under("", [Counter.Show], provide)).Message));
    }

    [Fact]
    public async Task A_value_that_nobody_provides_is_missed_at_start_up()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(Host.Memory, [typeof(Counter)]));

        Assert.StartsWith("Counter.Show (GET /number) takes", failure.Message);
    }

    [Fact]
    public async Task Metadata_is_found_on_the_endpoint_the_nearest_last()
    {
        await using var app = await RunningApp.Start(Host.Memory, [HandlerList.Under("/in", [typeof(Labels)], layer => layer.Metadata(new LabelAttribute("list")))], options: options => options.Metadata(new LabelAttribute("app")));

        Assert.Equal("200 app list class function", Summary.Of(await app.Ask("GET /in/labels")));
    }

    private static Layer Noting(Layer layer, string name, ConcurrentQueue<string> lines) => layer
        .Middleware(async (context, next) => { lines.Enqueue($"{name}-in"); await next(context); })
        .Guard(context => { lines.Enqueue($"{name}-guard"); return true; })
        .After(context => lines.Enqueue($"{name}-after"));

    private static async IAsyncEnumerable<Number> Yielded(HttpContext context)
    {
        await Task.Yield();
        yield return new(3);
        context.Response.Headers["X-Committed"] = "yes";
    }

    private static async Task<string> Written(ConcurrentQueue<string> lines, string last)
    {
        await Eventually.Until(() => lines.Contains(last));
        var written = string.Join(' ', lines);
        lines.Clear();
        return written;
    }

    [Path("/shop"), Guard(nameof(Open)), Middleware(nameof(Around))]
    internal static class Shop
    {
        [Get("/plain")] public static string Plain(ConcurrentQueue<string> lines) { lines.Enqueue("handler"); return "ok"; }
        [Get("/hooked"), Before(nameof(Early)), After(nameof(After))] public static string Hooked(ConcurrentQueue<string> lines) { lines.Enqueue("handler"); return "ok"; }

        [Get("/late"), After(nameof(After))] public static string Late(ConcurrentQueue<string> lines) { lines.Enqueue("handler"); return "ok"; }

        private static void Open(ConcurrentQueue<string> lines) => lines.Enqueue("own-guard");
        private static void Early(ConcurrentQueue<string> lines) => lines.Enqueue("own-before");
        private static void After(ConcurrentQueue<string> lines) => lines.Enqueue("own-after");
        private static Task Around(HttpContext context, RequestDelegate next) { context.RequestServices.GetRequiredService<ConcurrentQueue<string>>().Enqueue("own-in"); return next(context); }
    }

    internal sealed record Number(int Value);

    internal sealed record Code(string Value) : IParsable<Code>
    {
        public static Code Parse(string s, IFormatProvider? provider) => new(s);

        public static bool TryParse(string? s, IFormatProvider? provider, out Code result)
        {
            result = new(s ?? "");
            return s is not null;
        }
    }

    internal static class Counter
    {
        [Get("/number")] public static string Show(Number number, [AsParameters] Both both) => $"{number.Value} {both.Number.Value}";
        [Get("/number/fails")] public static string Fails(Number number) => throw new InvalidOperationException($"{number.Value}");
    }

    internal sealed record Both(Number Number);

    internal static class Held
    {
        [Get("/held")] public static string Show(Apps.Layered.SharedThing thing) => thing.ToString();
    }

    internal static class Twice
    {
        [Get("/twice"), OnError(nameof(Again))] public static string Show(Number number) => $"{number.Value}";

        private static string Again(ConflictException error, Number number) => $"{error.Message} {number.Value}";
    }

    [Label("class")]
    internal static class Labels
    {
        [Get("/labels"), Label("function")] public static string Show(HttpContext context) => string.Join(' ', context.GetEndpoint()!.Metadata.GetOrderedMetadata<LabelAttribute>().Select(label => label.Text));
    }

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class LabelAttribute(string text) : Attribute
    {
        public string Text => text;
    }
}
