using Microsoft.AspNetCore.Builder;
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

    [Theory]
    [MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Host_names_tell_routes_apart(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Twins)]);

        foreach (var (name, expected) in ((string, string)[])[("a.example", "a"), ("A.example:9", "a"), ("b.example:8080", "b"), ("b.example", "else"), ("x.c.example", "c"), ("c.example", "else"), ("d.example", "else")])
        {
            Assert.Equal((name, $"200 {expected}"), (name, Summary.Of(await app.Ask("GET /twin", ("Host", name)))));
            Assert.Equal((name, $"200 {expected} 7"), (name, Summary.Of(await app.Ask("GET /twin/7", ("Host", name)))));
            Assert.Equal((name, 405), (name, (await app.Ask("PUT /twin", ("Host", name))).Status));
        }

        Assert.Equal("200 a", Summary.Of(await app.Ask("GET /twin/some", ("Host", "a.example"))));
        Assert.Equal(404, (await app.Ask("GET /twin/some", ("Host", "d.example"))).Status);
        Assert.Equal("200 b", Summary.Of(await app.Ask("GET /twin/some", ("Host", "b.example"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_that_one_name_may_be_for_stop_the_start(bool isMapped)
    {
        foreach (var list in (HandlerList[])[[Overlaps.One, Overlaps.Below], [Overlaps.One, Overlaps.Same], [Overlaps.Below, Overlaps.All], [Overlaps.Below, Overlaps.Deeper], [Overlaps.One, Overlaps.Ported]])
        {
            var rejection = Assert.Throws<InvalidOperationException>(() => Build(list));
            Assert.Contains("answer the same requests. Change the path, the verb or the host names of one of them, or remove it.", rejection.Message);
        }

        Build([Overlaps.One, Overlaps.Other]);
        Build([Overlaps.Ported, Overlaps.PortedElse]);

        void Build(HandlerList list)
        {
            if (isMapped)
            {
                WebApplication.CreateSlimBuilder().Build().MapLitestar(list);
                return;
            }

            var builder = LitestarApp.CreateBuilder([]);
            builder.Handlers.Add(list);
            builder.Build();
        }
    }

    private static class Twins
    {
        [Get("/twin"), Host("a.example")] public static string A() => "a";
        [Get("/twin"), Host("b.example:8080")] public static string B() => "b";
        [Get("/twin")] public static string Else() => "else";
        [Get("/twin"), Host("*.c.example")] public static string C() => "c";
        [Get("/twin/{id:int}")] public static string ElseOne(int id) => $"else {id}";
        [Get("/twin/{id:int}"), Host("a.example")] public static string AOne(int id) => $"a {id}";
        [Get("/twin/{id:int}"), Host("b.example:8080")] public static string BOne(int id) => $"b {id}";
        [Get("/twin/{id:int}"), Host("*.c.example")] public static string COne(int id) => $"c {id}";
        [Get("/twin/some"), Host("a.example")] public static string SomeA() => "a";
        [Get("/twin/some"), Host("b.example")] public static string SomeB() => "b";
    }

    private static class Overlaps
    {
        [Get("/same"), Host("x.a.example")] public static string One() => "";
        [Get("/same"), Host("*.a.example")] public static string Below() => "";
        [Get("/same"), Host("X.A.example", "b.example")] public static string Same() => "";
        [Get("/same"), Host("*")] public static string All() => "";
        [Get("/same"), Host("*.b.a.example")] public static string Deeper() => "";
        [Get("/same"), Host("x.a.example:80")] public static string Ported() => "";
        [Get("/same"), Host("x.a.example:81")] public static string PortedElse() => "";
        [Get("/same"), Host("y.a.example")] public static string Other() => "";
    }

    [Fact]
    public void What_is_no_host_name_stops_the_start()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(Wrong);
        Assert.Contains("'a:b:c' is not a host name.", Assert.Throws<InvalidOperationException>(builder.Build).Message);
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
