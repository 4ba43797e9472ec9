using System.Text;
using System.Text.Json;
using Litestar.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Litestar.Tests.Descriptions;

/// <summary>Facts that a package adds to the description of a route.</summary>
public sealed class RouteFactTests
{
    [Fact]
    public void Facts_of_all_layers_are_in_the_description()
    {
        using var app = App();

        Assert.Equal(
            ["permission: list.write of the list under '/books'", "permission: class.read of Books", "permission: function.read, function.write of Books.Find", "path: /books/{id:int} of Books.Find", "audited of Books.Find"],
            app.Routes.Single(route => route.Handler is "Books.Find").Facts.Select(fact => $"{fact} of {fact.Layer}"));
        Assert.Empty(app.Routes.Single(route => route.Handler is "RouteFactTests.Plain").Facts);
    }

    [Fact]
    public void A_host_describes_them_as_well_with_those_of_its_conventions()
    {
        using var app = (IDisposable)WebApplication.CreateBuilder().Build();
        ((WebApplication)app).MapGroup("/g").WithMetadata(new PermissionAttribute("host")).MapLitestar([typeof(Books)]);

        Assert.Equal(
            ["permission: host of the host", "permission: class.read of Books", "permission: function.read, function.write of Books.Find", "path: /g/{id:int} of Books.Find", "audited of Books.Find"],
            ((WebApplication)app).DescribeRoutes().Single().Facts.Select(fact => $"{fact} of {fact.Layer}"));
    }

    [Fact]
    public async Task Explain_prints_them()
    {
        var (printed, _) = await Run("explain", "/books/5");

        Assert.EndsWith("""
            Facts:

              permission  list.write                     the list under '/books'
              permission  class.read                     Books
              permission  function.read, function.write  Books.Find
              path        /books/{id:int}                Books.Find
              audited                                    Books.Find


            """.ReplaceLineEndings("\n"), printed);
        Assert.DoesNotContain("Facts", (await Run("explain", "/plain")).Printed);
    }

    [Fact]
    public async Task Json_has_them()
    {
        using var explained = JsonDocument.Parse((await Run("explain", "/books/5", "--json")).Json);
        using var plain = JsonDocument.Parse((await Run("explain", "/plain", "--json")).Json);

        var fact = explained.RootElement.GetProperty("route").GetProperty("facts")[2];
        Assert.Equal("permission", fact.GetProperty("name").GetString());
        Assert.Equal(["function.read", "function.write"], fact.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal("Books.Find", fact.GetProperty("layer").GetProperty("name").GetString());
        Assert.False(plain.RootElement.GetProperty("route").TryGetProperty("facts", out _));
    }

    [Fact]
    public async Task No_fact_is_read_before_a_description_is()
    {
        var counted = new CountedFacts();
        var builder = LitestarApp.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Handlers.Add([Plain]);
        builder.Options.Metadata(counted);
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        Assert.Equal("plain", await client.GetStringAsync($"{app.Urls.Single()}/plain", TestContext.Current.CancellationToken));

        Assert.Equal(0, counted.Count);
        Assert.Equal("count: 1", app.Routes.Single().Facts.Single().ToString());
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static LitestarApp App()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add([Plain, HandlerList.Under("/books", [typeof(Books)], layer => layer.Metadata(new PermissionAttribute("list.write")))]);
        return builder.Build();
    }

    private static async Task<(string Printed, string Json)> Run(params string[] args)
    {
        await using var app = App();
        var (output, json) = (new StringWriter { NewLine = "\n" }, new MemoryStream());
        Assert.Equal(0, await new CommandRunner(app, new(output, false), new(TextWriter.Null, false), json).Run(new(args, IsOfProcess: false)));
        return (output.ToString(), Encoding.UTF8.GetString(json.ToArray()));
    }

    [Get("/plain")]
    private static string Plain() => "plain";

    private sealed class CountedFacts : IRouteFacts
    {
        public int Count { get; private set; }

        public IEnumerable<RouteFact> FactsOf(RouteDescription route) => [new("count", $"{++Count}")];
    }
}

[Permission("class.read")]
internal static class Books
{
    [Permission("function.read", "function.write"), Audited]
    [Get("/{id:int}")]
    public static string Find(int id) => "found";
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class PermissionAttribute(params string[] names) : Attribute, IRouteFacts
{
    public IEnumerable<RouteFact> FactsOf(RouteDescription route) => [new("permission", names)];
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class AuditedAttribute : Attribute, IRouteFacts
{
    public IEnumerable<RouteFact> FactsOf(RouteDescription route) => [new("path", route.Path), new("audited")];
}
