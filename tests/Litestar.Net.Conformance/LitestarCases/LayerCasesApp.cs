using Litestar.Conformance.Apps.Layered;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.LitestarCases;

public sealed record First(string From);

public sealed record Second(string From);

public sealed record Third(string From);

public sealed record Mid(int Value);

public sealed record Top(int Value);

public sealed record Counted(int Value);

public sealed record Later(int Value);

public sealed record Foo(string Bar);

public sealed record Hello(string Value);

/// <summary>A key and a value on a layer, which Litestar calls <c>opt</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class OptAttribute(string key, string value) : Attribute
{
    public string Key => key;

    public string Value => value;
}

/// <summary>The handlers of the rows on dependencies, guards, hooks, middleware and metadata. The app and a list lie around them.</summary>
[Path("/cases/layers")]
public static class LayerCasesApp
{
    public static HandlerList Handlers =>
    [
        typeof(LayerCasesApp),
        HandlerList.Under("/cases/list", [typeof(Ordered)], layer => layer.Guard(context => Say(context, "router")).Middleware((context, next) => { Say(context, "2"); Say(context, "3"); return next(context); }).Metadata(new OptAttribute("router", "router"))),
    ];

    public static void App(LitestarOptions options) => options
        .Provide(_ => new Second("app")).Provide(_ => new Third("app"))
        .Guard(context => Say(context, "app"))
        .Middleware((context, next) => { Say(context, "0"); Say(context, "1"); return next(context); })
        .Before(context => { Say(context, "before-app"); })
        .After(context => { context.Response.Headers["X-After"] = "app"; })
        .ResponseHeader("Cache-Control", "max-age=1").ResponseHeader("ETag", "\"app\"")
        .Metadata(new OptAttribute("override", "app"));

    /// <summary>Notes a word of this request; the handlers below answer with all of them.</summary>
    public static bool Say(HttpContext context, string word)
    {
        context.Items["said"] = $"{context.Items["said"]} {word}".Trim();
        return true;
    }

    public static string Said(HttpContext context) => $"{context.Items["said"]}";

    [Provide(nameof(OfClass)), Provide(nameof(SecondOfClass)), Provide(nameof(Number))]
    public static class Chosen
    {
        [Get("/test/{path_param}"), Provide(nameof(OfHandler))] public static string Show(First first, Second second, Third third) => $"{first.From} {second.From} {third.From}";
        [Get("/number")] public static int Known(int number) => number;

        private static First OfClass() => new("controller");
        private static Second SecondOfClass() => new("controller");
        private static First OfHandler(string path_param, int query_param) => new($"handler {path_param} {query_param}");
        private static int Number() => 1;
    }

    public static class Isolated
    {
        [Get("/second")] public static int Unknown(int number) => number;
    }

    [Provide(nameof(TopLevel))]
    public static class Sums
    {
        [Provide(nameof(MidLevel))]
        public static class Within
        {
            [Get("/sums/{path_param:int}"), Provide(nameof(Summed))] public static int Show(int summed) => summed;

            private static Mid MidLevel() => new(5);
            private static int Summed(int path_param, Mid mid, Top top) => path_param + mid.Value + top.Value;
        }

        private static Top TopLevel(int query_param) => new(query_param);
    }

    [Provide(nameof(Count)), Provide(nameof(More))]
    public static class Counting
    {
        [Get("/counted")] public static int Show(Counted first, Later second) => first.Value + second.Value;

        private static Counted Count(Tally tally) => new(tally.Next());
        private static Later More(Counted first) => new(first.Value + 5);
    }

    [Get("/foo"), Provide(nameof(MakeFoo))] public static Foo OfQuery(Foo foo) => foo;

    [AfterResponse(nameof(End)), Provide(nameof(Generate))]
    public static class Generators
    {
        [Get("/generator")] public static string Show(First first) => first.From;
        [Get("/generator/raises")] public static string Raises(First first) => throw new InvalidOperationException(first.From);
        [Get("/generator/cleanup")] public static string Cleanup(First first) => first.From;
        [Get("/generator/render")] public static IResult Render(First first) => new Broken();

        private static async IAsyncEnumerable<First> Generate(HttpContext context, Journal journal, bool fails = false)
        {
            try
            {
                await Task.Yield();
                yield return new("generated");
                journal.Write(context, "cleanup");
                if (fails)
                {
                    throw new InvalidOperationException("cleanup");
                }
            }
            finally
            {
                journal.Write(context, "finally");
            }
        }

        private static void End(HttpContext context, Journal journal) => journal.Write(context, "end");
    }

    public static class Guarded
    {
        [Get("/guarded"), Guard(nameof(Local))] public static string Show() => "in";
        [Get("/guarded/open"), Guard(nameof(Local)), Opt("allow_all", "true")] public static string Open() => "in";

        private static void Local(HttpContext context)
        {
            if (context.Request.Headers.ContainsKey("Authorization-Header") && context.GetEndpoint()!.Metadata.GetMetadata<OptAttribute>() is not { Key: "allow_all" })
            {
                throw new PermissionDeniedException("local");
            }
        }
    }

    [Guard(nameof(OfController)), Before(nameof(BeforeController)), After(nameof(AfterController)), Middleware(nameof(Fourth)), Middleware(nameof(Fifth)), ResponseHeader("Cache-Control", "max-age=2")]
    public static class Ordered
    {
        [Get("/ordered"), Guard(nameof(OfHandler)), Middleware(nameof(Sixth)), Middleware(nameof(Seventh)), Before(nameof(BeforeHandler)), After(nameof(AfterHandler)), ResponseHeader("Cache-Control", "max-age=3")] public static string Show(HttpContext context) => Said(context);
        [Get("/ordered/controller"), Opt("override", "route")] public static string InController(HttpContext context) => Said(context);
        [Get("/ordered/opt"), Opt("override", "route"), Opt("base", "1"), Opt("kwarg_value", "0"), Opt("kwarg_value", "2")]
        public static SortedDictionary<string, string> Opts(HttpContext context)
        {
            var merged = new SortedDictionary<string, string>();
            foreach (var opt in context.GetEndpoint()!.Metadata.GetOrderedMetadata<OptAttribute>())
            {
                merged[opt.Key] = opt.Value;
            }

            return merged;
        }

        private static bool OfController(HttpContext context) => Say(context, "controller");
        private static bool OfHandler(HttpContext context) => Say(context, "handler");
        private static void BeforeController(HttpContext context) => Say(context, "before-controller");
        private static void BeforeHandler(HttpContext context) => Say(context, "before-handler");
        private static void AfterController(HttpResponse response) => response.Headers["X-After"] = "controller";
        private static void AfterHandler(HttpResponse response) => response.Headers["X-After"] = "handler";
        private static Task Fourth(HttpContext context, RequestDelegate next) { Say(context, "4"); return next(context); }
        private static Task Fifth(HttpContext context, RequestDelegate next) { Say(context, "5"); return next(context); }
        private static Task Sixth(HttpContext context, RequestDelegate next) { Say(context, "6"); return next(context); }
        private static Task Seventh(HttpContext context, RequestDelegate next) { Say(context, "7"); return next(context); }
    }

    [Get("/hello"), Before(nameof(Moon))] public static Hello Early() => new("world");
    [Get("/hello/later"), Before(nameof(MoonLater))] public static Hello EarlyLater() => new("world");
    [Get("/plain")] public static string Plain(HttpContext context) => Said(context);
    [Get("/wrapped"), Middleware(nameof(Wrapper))] public static string Wrapped() => throw new InvalidOperationException("wrapped");

    private static Foo MakeFoo(string bar) => new(bar);
    private static IResult? Moon(bool moon) => moon ? TypedResults.Ok(new Hello("moon")) : null;
    private static async Task<IResult?> MoonLater(bool moon) { await Task.Yield(); return Moon(moon); }

    private static Task Wrapper(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Wrapper"] = $"{context.Response.StatusCode}";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private sealed class Broken : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("render");
    }
}

/// <summary>Counts over all requests.</summary>
public sealed class Tally
{
    private int _count;

    public int Next() => Interlocked.Increment(ref _count);
}
