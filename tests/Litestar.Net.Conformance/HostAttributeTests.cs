using Microsoft.AspNetCore.Routing;

namespace Litestar.Conformance;

/// <summary>A route answers the host names alone that it is for, in the app's own table as in ASP.NET Core's.</summary>
public sealed class HostAttributeTests
{
    [Theory]
    [MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_route_is_found_under_its_host_names(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Named), Anywhere]);

        foreach (var (name, status) in ((string, int)[])[("a.example", 200), ("A.EXAMPLE", 200), ("a.example:99", 200), ("x.b.example", 200), ("x.y.b.example", 200), ("b.example", 404), ("c.example:8080", 200), ("c.example", 404), ("d.example", 404), ("xa.example", 404)])
        {
            Assert.Equal((name, status), (name, (await app.Ask("GET /named", ("Host", name))).Status));
            Assert.Equal((name, status), (name, (await app.Ask("GET /named/7", ("Host", name))).Status));
            Assert.Equal((name, 200), (name, (await app.Ask("GET /anywhere", ("Host", name))).Status));
        }

        Assert.Equal(405, (await app.Ask("PUT /named", ("Host", "a.example"))).Status);
        Assert.Equal(404, (await app.Ask("PUT /named", ("Host", "d.example"))).Status);
        Assert.Equal(200, (await app.Ask("GET /named/only", ("Host", "only.example:8"))).Status);
        Assert.Equal(404, (await app.Ask("GET /named/only", ("Host", "a.example"))).Status);
    }

    [Fact]
    public void What_is_no_host_name_stops_the_start()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(Wrong);
        Assert.Contains("'a:b:c' is no host name.", Assert.Throws<InvalidOperationException>(builder.Build).Message);
    }

    [Get("/anywhere")]
    private static string Anywhere() => "anywhere";

    [Get("/wrong"), Host("a:b:c")]
    private static string Wrong() => "wrong";

    [Path("/named"), Host("a.example", "*.b.example", "c.example:8080")]
    private static class Named
    {
        [Get("/")]
        public static string Fixed() => "fixed";

        [Get("/{id:int}")]
        public static string One(int id) => $"{id}";

        [Get("/only"), Host("only.example:*")]
        public static string Only() => "only";
    }
}
