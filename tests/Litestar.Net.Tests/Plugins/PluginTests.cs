using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Plugins;

/// <summary>An integration that is added with one line.</summary>
public sealed class PluginTests
{
    [Fact]
    public async Task It_adds_services_handlers_layers_and_endpoints()
    {
        await using var app = TestApp.Create([Ping], builder => builder.Add(new Health("up")));

        var ping = await app.Get("/ping");
        Assert.Equal("pong up", await ping.Content.ReadAsStringAsync());
        Assert.Equal("up", ping.Headers.GetValues("X-Health").Single());
        Assert.Equal("up, of a handler", await app.Client.GetStringAsync("/health/handler"));
        Assert.Equal("up, of an endpoint", await app.Client.GetStringAsync("/health/endpoint"));
    }

    [Fact]
    public async Task Builders_are_configured_where_they_are_added_and_apps_in_the_same_order()
    {
        var journal = new List<string>();
        await using var app = TestApp.Create([Ping], builder =>
        {
            builder.Add(new Health("down")).Add(new Outer(journal));
            journal.Add("next line");
            builder.Add(new Noted(journal, "last"));
            builder.Services.AddSingleton(new Word("said otherwise"));
        });

        Assert.Equal("builder inner, builder outer, next line, builder last, app inner, app outer, app last", string.Join(", ", journal));
        Assert.Equal("pong said otherwise", await app.Client.GetStringAsync("/ping"));
    }

    [Fact]
    public void Either_function_may_be_left_out() => TestApp.Create([Ping], builder => builder.Add(new Nothing()).Services.AddSingleton(new Word(""))).Dispose();

    [Fact]
    public void What_a_plugin_throws_is_thrown_by_build() =>
        Assert.Equal("no", Assert.Throws<TimeoutException>(() => TestApp.Create([Ping], builder => builder.Add(new Broken()).Services.AddSingleton(new Word("")))).Message);

    [Get("/ping")]
    internal static string Ping(Word word) => $"pong {word.Text}";

    [Get("/health/handler")]
    internal static string OfHandler(Word word) => $"{word.Text}, of a handler";

    internal sealed record Word(string Text);

    private sealed class Health(string word) : ILitestarPlugin
    {
        public void Configure(LitestarBuilder builder)
        {
            builder.Services.AddSingleton(new Word(word));
            builder.Handlers.Add(OfHandler);
            builder.Options.ResponseHeader("X-Health", word);
        }

        public void Configure(LitestarApp app) => app.MapGet("/health/endpoint", context => context.Response.WriteAsync($"{word}, of an endpoint"));
    }

    private class Noted(List<string> journal, string name) : ILitestarPlugin
    {
        public virtual void Configure(LitestarBuilder builder) => journal.Add($"builder {name}");

        public void Configure(LitestarApp app) => journal.Add($"app {name}");
    }

    private sealed class Outer(List<string> journal) : Noted(journal, "outer")
    {
        private readonly List<string> _journal = journal;

        public override void Configure(LitestarBuilder builder)
        {
            builder.Add(new Noted(_journal, "inner"));
            base.Configure(builder);
        }
    }

    private sealed class Nothing : ILitestarPlugin;

    private sealed class Broken : ILitestarPlugin
    {
        public void Configure(LitestarApp app) => throw new TimeoutException("no");
    }
}
