using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Layers;

/// <summary>What is described is what happens: arguments are read before providers run, and a 404 is no exception.</summary>
public sealed class OrderTests
{
    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task All_that_can_be_refused_is_read_before_a_provider_runs(Host host)
    {
        var lines = new ConcurrentQueue<string>();
        await using var app = await RunningApp.Start(host, [typeof(Bound)], services => services.AddSingleton(lines));

        Assert.StartsWith("400", Summary.Of(await app.Ask("POST /bound?key=k {\"name\":1}")));
        Assert.Empty(lines);
        Assert.StartsWith("400", Summary.Of(await app.Ask("POST /bound {\"name\":\"a\"}")));
        Assert.Empty(lines);
        Assert.Equal("201 a k", Summary.Of(await app.Ask("POST /bound?key=k {\"name\":\"a\"}")));
        Assert.Equal(["provider k", "handler"], lines);
    }

    [Fact]
    public async Task The_description_says_so()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Services.AddSingleton(new ConcurrentQueue<string>());
        builder.Handlers.Add([HandlerList.Under("/list", [Twofold.Both], layer => layer.Provide(context => new Listed("x"))), typeof(Bound)]);
        await using var app = builder.Build();

        Assert.Equal(
            ["Bind thing (the body), key", "Provider OrderTests.Bound.Make", "Handler Bound.Take"],
            app.Routes.Single(route => route.Path is "/bound").Steps.Select(step => $"{step.Kind} {step.Name}"));
        Assert.Equal(
            ["Bind key", "Provider a lambda", "Bind thing (the body)", "Provider OrderTests.Bound.Make", "Handler Twofold.Both"],
            app.Routes.Single(route => route is { Path: "/list/both" }).Steps.Select(step => $"{step.Kind} {step.Name}"));
        Assert.Equal(
            ["Handler Bound.Plain"],
            app.Routes.Single(route => route is { Path: "/plain" }).Steps.Select(step => $"{step.Kind} {step.Name}"));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Error_handlers_of_the_app_are_not_asked_about_rejections(Host host)
    {
        await using var app = await RunningApp.Start(
            host,
            [typeof(Bound)],
            services => services.AddSingleton(new ConcurrentQueue<string>()),
            options: options => options.OnError<Exception>((error, context) => TypedResults.Text("handled", statusCode: 418)).ResponseHeader("X-App", "1"));

        Assert.StartsWith("404", Summary.Of(await app.Ask("GET /nowhere")));
        Assert.StartsWith("405", Summary.Of(await app.Ask("GET /bound")));
        Assert.StartsWith("400", Summary.Of(await app.Ask("POST /bound {}")));
        Assert.Equal("418 handled", Summary.Of(await app.Ask("GET /plain?name=throw")));
        if (host is not Host.Mapped)
        {
            Assert.Equal("1", (await app.Ask("GET /nowhere")).Headers.GetValues("X-App").Single());
            Assert.Equal("1", (await app.Ask("GET /bound")).Headers.GetValues("X-App").Single());
        }
    }

    public sealed record Made(string Key);

    public sealed record Listed(string Text);

    public sealed record Sent(string Name);

    [Provide(nameof(Make))]
    internal static class Bound
    {
        [Post("/bound")]
        public static string Take(Sent thing, Made made, ConcurrentQueue<string> lines)
        {
            lines.Enqueue("handler");
            return $"{thing.Name} {made.Key}";
        }

        [Get("/plain")] public static string Plain(string name) => name is "throw" ? throw new ConflictException(name) : name;

        internal static Made Make(string key, ConcurrentQueue<string> lines)
        {
            lines.Enqueue($"provider {key}");
            return new(key);
        }
    }

    internal static class Twofold
    {
        [Post("/both"), Provide(nameof(Bound.Make))] public static string Both(Made made, [Microsoft.AspNetCore.Mvc.FromServices] Listed? marked, Listed listed, Sent thing) => $"{made.Key} {listed.Text} {thing.Name} {marked?.Text}";
    }
}
