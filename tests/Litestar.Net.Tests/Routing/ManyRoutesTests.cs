using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Routing;

/// <summary>What routes cost that nobody asks for, and that they are all there once somebody does.</summary>
public class ManyRoutesTests
{
    private const int Many = 2_000;

    [Fact]
    public async Task A_route_takes_little_at_the_start_and_is_whole_when_it_is_asked_for()
    {
        var list = Areas(1);
        await using var warm = Build(list);
        list = Areas(Many);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await using var app = Build(list);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Many;

        // Twice as much as it is; a pattern takes 2.2 KB of it, an endpoint with its metadata would take 2 KB more.
        Assert.True(each < 12_000, $"{each} bytes for each route");
        Assert.Equal(Many, app.Routes.Count);
        Assert.All(app.AllRoutes, route => Assert.Same(route.Endpoint, route.Endpoint));
    }

    [Fact]
    public async Task Links_and_those_who_ask_for_all_endpoints_find_them()
    {
        await using var app = TestApp.Create(Areas(3));

        // Of one function at several paths the first bears the name.
        Assert.Equal("/area0/items/7", app.Services.GetRequiredService<LinkGenerator>().GetPathByName("item", new { id = 7 }));
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        Assert.Equal(["/area0/items/{id:int}", "/area1/items/{id:int}", "/area2/items/{id:int}"], endpoints.Select(endpoint => endpoint.RoutePattern.RawText));
    }

    private static HandlerList Areas(int count)
    {
        HandlerList list = [];
        for (var i = 0; i < count; i++)
        {
            list.Add(HandlerList.Under($"/area{i}", [Item]));
        }

        return list;
    }

    private static LitestarApp Build(HandlerList list)
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(list);
        return builder.Build();
    }

    [Get("/items/{id:int}", Name = "item")]
    private static int Item(int id) => id;
}
