namespace Litestar.Tests;

/// <summary>Lists are values: nested, spread, placed under prefixes, used twice.</summary>
public sealed class HandlerListTests
{
    private static HandlerList Both => [Here, HandlerList.Under("/deep", [Here])];

    [Fact]
    public async Task A_list_may_be_nested_spread_and_placed_under_a_prefix()
    {
        await using var app = TestApp.Create([Both, HandlerList.Under("/nested", [Both]), HandlerList.Under("/spread", [.. Both]), .. HandlerList.Under("/outer", [.. HandlerList.Under("/inner", [Here])])]);

        foreach (var path in (string[])["/here", "/deep/here", "/nested/here", "/nested/deep/here", "/spread/here", "/spread/deep/here", "/outer/inner/here"])
        {
            Assert.Equal("here", await app.Client.GetStringAsync(path));
        }
    }

    [Fact]
    public async Task A_prefix_may_hold_parameters_that_the_function_asks_for()
    {
        await using var app = TestApp.Create([HandlerList.Under("/shops/{shop}", [Item])]);

        Assert.Equal("acme 3", await app.Client.GetStringAsync("/shops/acme/items?id=3&shop=ignored"));
    }

    [Fact]
    public async Task The_app_itself_may_have_a_path()
    {
        await using var app = TestApp.Create([Here], builder => builder.Options.Path = "/api");

        Assert.Equal("here", await app.Client.GetStringAsync("/api/here"));
        Assert.Equal(404, (int)(await app.Get("/here")).StatusCode);
    }

    [Fact]
    public async Task What_is_added_to_a_list_later_is_not_seen_by_a_list_that_took_it()
    {
        HandlerList early = [Here];
        HandlerList taken = [early];
        early.Add(typeof(Late));
        await using var app = TestApp.Create(taken);

        Assert.Equal(404, (int)(await app.Get("/late")).StatusCode);
    }

    [Get("/here")] internal static string Here() => "here";

    [Get("/items")] internal static string Item(string shop, int id) => $"{shop} {id}";

    private static class Late
    {
        [Get("/late")] private static string Now() => "late";
    }
}
