using System.Text.Json;
using System.Text.RegularExpressions;
using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Antiforgery;

namespace Litestar.Conformance;

/// <summary>The commands of the native binary say what those of any other app do.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Every_route_is_described_as_under_the_jit()
    {
        SkipWithoutToolchain();
        var builder = LitestarApp.CreateBuilder(["--environment=Production"]);
        builder.Services.AddConformance();
        builder.Handlers.Add(All.Handlers);
        builder.Options.Metadata(new RequireAntiforgeryTokenAttribute(false));
        await using var app = builder.Build();

        var (code, printed) = await NativeServer.Run("routes", "--json");

        Assert.Equal(0, code);
        using var routes = JsonDocument.Parse(printed);
        Assert.Equal(app.Routes.Select(Line).Select(Short), routes.RootElement.GetProperty("routes").EnumerateArray().Select(Line).Select(Short));
    }

    [Fact]
    public async Task A_request_is_explained()
    {
        SkipWithoutToolchain();
        var (code, printed) = await NativeServer.Run("explain", "GET", "/nothing/of/the/kind");
        Assert.Equal(1, code);
        Assert.StartsWith("Nothing is found at '/nothing/of/the/kind'.", printed);

        (code, printed) = await NativeServer.Run("info");
        Assert.Equal(0, code);
        Assert.Contains("compiled ahead of time (Native AOT)", printed);
    }

    [Fact]
    public async Task A_plugin_adds_a_command()
    {
        SkipWithoutToolchain();

        Assert.Equal((0, "all at home: 3\n"), await NativeServer.Run("stock", "count"));
        Assert.Equal((4, "tea at shop: 3\n"), await NativeServer.Run("stock", "count", "tea", "--environment", "Development", "--at", "shop"));
        Assert.Equal((0, "{\"all\":3}\n"), await NativeServer.Run("stock", "count", "--json"));
        Assert.Equal((2, ""), await NativeServer.Run("stock", "count", "--jsno"));
        Assert.Contains("stock count [article] [--at PLACE] [--json]  counts what is there\n", (await NativeServer.Run("--help")).Printed);
    }

    private static void SkipWithoutToolchain() => Assert.SkipUnless(NativeServer.IsPossible, "NOT TESTED: the command line of a native binary.");

    private static string Line(RouteDescription route) =>
        $"{route}: {string.Join(", ", route.Steps.Select(step => $"{step.Name} of {step.Layer} takes {string.Join(" ", step.Parameters.Select(parameter => parameter.Name))}"))}; {string.Join(" ", route.Metadata.Select(item => item.Text))}";

    private static string Line(JsonElement route) =>
        $"{Text(route, "method")} {Text(route, "path")} ({Text(route, "handler")}): {string.Join(", ", Items(route, "steps").Select(step => $"{Text(step, "name")} of {Text(step.GetProperty("layer"), "name")} takes {string.Join(" ", Items(step, "parameters").Select(parameter => Text(parameter, "name")))}"))}; {string.Join(" ", Items(route, "metadata").Select(item => Text(item, "text")))}";

    // The assembly of the tests has more functions of one name, which are told apart by the classes around them.
    private static string Short(string line) => Regex.Replace(line, @"\b(?:\w+\.)+(?=\w+\.\w+\b)", "");

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
