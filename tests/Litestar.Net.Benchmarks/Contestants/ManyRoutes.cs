using System.Diagnostics;
using Litestar.Benchmarks.Load;
using Litestar.Routing.Matching;
using Route = Litestar.Routing.Route;

namespace Litestar.Benchmarks.Contestants;

/// <summary>Apps with as many routes as one likes: <c>/area7/items/{id:int}</c> and its like.</summary>
internal static class ManyRoutes
{
    private const int Asked = 64;

    public static IHost Build(string name, int routes, string[] args, Action<IServiceCollection> services) => name is "litestar" ? Litestar(routes, args, services) : Minimal(routes, args, services);

    /// <summary>Some of the routes, far apart.</summary>
    public static Case[] Cases(int routes) =>
        [.. Enumerable.Range(0, Asked).Select(i => Path(i * 7919 % routes)).Select((path, i) => new Case($"route {i}", "GET", path, "", 200, "text/plain", "7"))];

    /// <summary>Nanoseconds in which litestar's table finds one of its routes.</summary>
    public static double TimeOfMatch(int routes, int samples)
    {
        var services = new ServiceCollection().AddRouting().AddLogging().BuildServiceProvider();
        var table = new RouteTable([.. Enumerable.Range(0, routes).Select(i => Route.Parse("GET", Template(i)))], services.GetRequiredService<ParameterPolicyFactory>());
        var paths = Cases(routes).Select(one => one.Path).ToArray();
        var times = new double[samples * 10];
        for (var sample = -times.Length; sample < times.Length; sample++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 16; i++)
            {
                foreach (var path in paths)
                {
                    if (table.Match("GET", path).Route is null)
                    {
                        throw new InvalidOperationException($"'{path}' was not found.");
                    }
                }
            }

            times[Math.Max(sample, 0)] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (16 * paths.Length);
        }

        Array.Sort(times);
        return times[times.Length / 10];
    }

    private static IHost Litestar(int routes, string[] args, Action<IServiceCollection> services)
    {
        var builder = LitestarApp.CreateBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        for (var i = 0; i < routes; i++)
        {
            builder.Handlers.Add(HandlerList.Under($"/area{i}", [Item]));
        }

        return builder.Build();
    }

    [Get("/items/{id:int}")]
    private static int Item(int id) => id;

    private static IHost Minimal(int routes, string[] args, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        var app = builder.Build();
        for (var i = 0; i < routes; i++)
        {
            app.MapGroup($"/area{i}").MapGet("/items/{id:int}", (int id) => id);
        }

        return app;
    }

    private static string Template(int i) => $"/area{i}/items/{{id:int}}";

    private static string Path(int i) => $"/area{i}/items/7";
}
