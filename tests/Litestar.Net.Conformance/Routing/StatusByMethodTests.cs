using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Builder;

namespace Litestar.Conformance;

/// <summary>The default status follows the method, unless a layer says otherwise.</summary>
public sealed class StatusByMethodTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("POST /own/by-method", "201 made"), ("POST /plain/by-method", "200 made"), ("POST /on/by-method", "201 made"),
        ("POST /own/by-method/nothing", "201 "), ("POST /plain/by-method/nothing", "200 "),
        ("DELETE /own/by-method", "204 "), ("DELETE /plain/by-method", "200 "),
        ("DELETE /own/by-method/later", "204 "), ("DELETE /plain/by-method/later", "200 "),
        ("DELETE /own/by-method/response", "204 "), ("DELETE /plain/by-method/response", "200 "),
        ("DELETE /own/by-method/body", "200 gone"), ("DELETE /plain/by-method/body", "200 gone"),
        ("POST /plain/by-method/own", "202 own"), ("GET /plain/by-method/own", "200 own"),
        ("POST /own/by-method/response", "201 text"), ("POST /plain/by-method/response", "200 text"),
        ("POST /plain/by-method/chosen", "203 text"),
        ("POST /own/by-method/result", "200 text"), ("POST /plain/by-method/result", "200 text"),
        ("POST /own/by-method/set", "206 set"), ("POST /plain/by-method/set", "206 set"),
        ("POST /own/by-method/hooked", "201 hooked"), ("POST /plain/by-method/hooked", "200 hooked"),
        ("DELETE /own/by-method/hooked", "204 "), ("DELETE /plain/by-method/hooked", "200 "),
        ("POST /plain/by-method/again", "201 again"),
        ("POST /own/off", "200 made"), ("POST /plain/off", "200 made"), ("POST /plain/off/on", "201 made"));

    [Theory, MemberData(nameof(Rows))]
    public async Task The_nearest_layer_decides(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, ByMethod.Handlers);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Fact]
    public void Routes_say_what_is_answered()
    {
        using var app = LitestarApp.Create(ByMethod.Handlers);

        var routes = app.DescribeRoutes().ToDictionary(route => $"{route.Method} {route.Path}", route => route.Status);
        Assert.Equal((200, 201, 200, 204), (routes["POST /plain/by-method"], routes["POST /own/by-method"], routes["DELETE /plain/by-method"], routes["DELETE /own/by-method"]));
    }

    [Fact]
    public async Task A_hook_before_the_answer_sees_it()
    {
        await using var app = await RunningApp.Start(Host.Memory, ByMethod.Handlers);

        Assert.Equal("200", (await app.Ask("DELETE /plain/by-method/hooked")).Headers.GetValues("X-Status").Single());
        Assert.Equal("204", (await app.Ask("DELETE /own/by-method/hooked")).Headers.GetValues("X-Status").Single());
    }

    [Fact]
    public async Task A_convention_of_the_host_that_would_be_passed_over_stops_the_start()
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
        await using var app = builder.Build();
        app.MapLitestar([typeof(ByMethod.Plain)]).WithMetadata(new StatusByMethodAttribute(false));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("adds [StatusByMethod(false)] to", refused.Message);
        Assert.Contains("whose status is set by its layers. Set it where the handlers are mapped, MapLitestar([…], options => options.StatusByMethod(false)), or put the attribute on the handler or its class.", refused.Message);
    }
}
