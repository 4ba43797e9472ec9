using Litestar.Generated;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Layers;

/// <summary>A route pays for its own layers, and one that has none pays nothing.</summary>
public sealed class AllocationTests
{
    private const int Times = 200;

    private static readonly HandlerList Bare = [Plain];

    private static readonly HandlerList AmongOthers =
    [
        Plain,
        typeof(Layered),
        HandlerList.Under("/list", [Plain], layer => layer.Guard(_ => true).Before(_ => { }).After(_ => { }).AfterResponse(_ => { }).Provide(_ => new Thing()).OnError<Exception>((_, _) => TypedResults.NoContent()).Middleware((context, next) => next(context)).ResponseHeader("X-List", "1")),
    ];

    [Fact]
    public void Nothing_stands_between_the_match_and_a_handler_without_layers()
    {
        var route = Build(AmongOthers).Routes.Single(route => route.Pattern.RawText is "/plain");

        Assert.IsType<HandlerCode>(route.Pipeline.Target, exactMatch: false);
        Assert.Equal((null, null, nameof(HandlerCode.Invoke)), (route.ErrorHandlers, route.Headers, route.Pipeline.Method.Name));
    }

    [Fact]
    public void A_route_without_layers_costs_what_it_costs_where_no_route_has_any()
    {
        var bare = Cost(Bare, "/plain");

        Assert.Equal(bare, Cost(AmongOthers, "/plain"));
        Assert.True(bare < Cost(AmongOthers, "/list/plain"));
    }

    [Fact]
    public void An_answer_in_json_costs_what_one_in_text_costs() => Assert.Equal(Cost(Bare, "/plain"), Cost([Kept], "/kept"));

    [Get("/plain")] private static string Plain() => "plain";

    [Get("/kept")] private static One Kept() => One.Only;

    private static AppRoutes Build(HandlerList handlers)
    {
        var services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();
        return AppRoutes.Build(handlers, new LitestarOptions(), services, readsPath: true);
    }

    // The least of many: what the runtime itself allocates, once in a while, is no cost of the request.
    private static long Cost(HandlerList handlers, string path)
    {
        var match = new RouteMiddleware(Build(handlers), static _ => Task.CompletedTask, hasOthers: false, schemes: null);
        var least = long.MaxValue;
        for (var i = 0; i < Times; i++)
        {
            var context = new DefaultHttpContext { Request = { Method = "GET", Path = path } };
            _ = context.Response.BodyWriter.GetMemory();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(match.Invoke(context).IsCompletedSuccessfully);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(200, context.Response.StatusCode);
        }

        return least;
    }

    [Provide(nameof(Make)), OnError(nameof(Answer))]
    private static class Layered
    {
        [Get("/guarded"), Guard(nameof(Open)), Guard(nameof(AlsoOpen))] public static string Guarded() => "plain";
        [Get("/provided")] public static string Provided(Thing thing) => thing.ToString()!;

        private static bool Open() => true;
        private static void AlsoOpen() { }
        private static Thing Make() => new();
        private static string Answer(NotSupportedException error) => error.Message;
    }

    internal sealed class Thing;

    internal sealed record One(int N)
    {
        public static readonly One Only = new(1);
    }
}
