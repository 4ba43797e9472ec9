using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Testing.Tests;

public sealed class TestAppTests
{
    [Fact]
    public async Task A_list_is_asked_in_one_call()
    {
        await using var app = TestApp.Create([Handlers.Greet]);

        var answer = await app.Get("/greet?name=Bob");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Hi, Bob!", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_builder_is_asked_as_the_program_made_it()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(Handlers.Greet);
        builder.Options.Path = "/api";
        await using var app = TestApp.Create(builder);

        Assert.Equal("Hi, Bob!", await app.Client.GetStringAsync("/api/greet?name=Bob"));
    }

    [Fact]
    public async Task A_service_registered_by_the_test_replaces_the_programs()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(typeof(Handlers));
        builder.Services.AddSingleton<IClock>(new Clock("the real one"));
        await using var app = TestApp.Create(builder, test => test.Services.AddSingleton<IClock>(new Clock("noon")));

        Assert.Equal("noon", await app.Client.GetStringAsync("/time"));
    }

    [Fact]
    public async Task Configuration_and_environment_can_be_set_by_the_test()
    {
        await using var app = TestApp.Create([Handlers.Setting], test => test.Configuration["Colour"] = "green", environment: "Development");

        Assert.Equal("Development green", await app.Client.GetStringAsync("/setting"));
    }

    [Fact]
    public async Task The_environment_is_Production_unless_said_otherwise()
    {
        await using var app = TestApp.Create([Handlers.Setting]);

        Assert.Equal("Production ", await app.Client.GetStringAsync("/setting"));
    }

    [Fact]
    public async Task Json_goes_in_and_out_as_the_app_is_configured()
    {
        await using var app = TestApp.Create([typeof(Handlers)], test =>
        {
            test.Services.AddSingleton<IClock>(new Clock("noon"));
            test.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter<Size>()));
        });

        var answer = await app.Post("/boxes", new { name = "crate", size = "Large" });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("""{"name":"crate","size":"Large"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(new Box("crate", Size.Large), await answer.Content.ReadFromJsonAsync<Box>(app.Json));
        Assert.Equal(new Box("default", Size.Small), await app.Get<Box>("/boxes/default"));
        Assert.Equal(HttpStatusCode.OK, (await app.Put("/boxes/crate", new Box("crate", Size.Small))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Patch("/boxes/crate", new Box("crate", Size.Small))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await app.Delete("/boxes/crate")).StatusCode);
    }

    [Fact]
    public async Task A_value_that_is_refused_instead_is_an_exception_with_the_answer_in_it()
    {
        await using var app = TestApp.Create([Handlers.DefaultBox]);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => app.Get<Box>("/nowhere"));

        Assert.Equal(HttpStatusCode.NotFound, thrown.StatusCode);
        Assert.StartsWith("GET /nowhere was answered 404: {\"type\":", thrown.Message);
    }

    [Fact]
    public async Task Cookies_are_kept_by_each_client_for_itself()
    {
        await using var app = TestApp.Create([Handlers.SignIn, Handlers.WhoAmI]);

        await app.Get("/sign-in?name=Bob");

        Assert.Equal("Bob", await app.Client.GetStringAsync("/who-am-i"));
        Assert.Equal("Bob", app.Cookies.GetCookies(app.Client.BaseAddress!)["user"]?.Value);
        using var other = app.NewClient();
        Assert.Equal("nobody", await other.GetStringAsync("/who-am-i"));
    }

    [Fact]
    public async Task A_cookie_written_by_hand_goes_along_with_those_that_were_kept()
    {
        await using var app = TestApp.Create([Handlers.SignIn, Handlers.AllCookies]);
        await app.Get("/sign-in?name=Bob");

        var answer = await app.Send(new(HttpMethod.Get, "/cookies") { Headers = { { "Cookie", "theme=dark" } } });

        Assert.Equal("theme=dark, user=Bob", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Escapes_in_a_path_arrive_as_a_server_would_hand_them_over()
    {
        await using var app = TestApp.Create([Handlers.Echo]);

        Assert.Equal("a%2Fb c", await app.Client.GetStringAsync("/echo/a%2Fb%20c"));
    }

    [Fact]
    public async Task Redirects_are_answers_like_any_other()
    {
        await using var app = TestApp.Create([Handlers.Old, Handlers.Greet]);

        var answer = await app.Get("/old");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/greet?name=Bob", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_exception_behind_a_500_is_in_the_log()
    {
        await using var app = TestApp.Create([Handlers.Fail]);

        var answer = await app.Get("/fail");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var entry = Assert.Single(app.Log, entry => entry.Level is LogLevel.Error);
        Assert.Equal("Litestar", entry.Category);
        Assert.Equal("out of order", Assert.IsType<InvalidTimeZoneException>(entry.Exception).Message);
    }

    [Fact]
    public void An_app_that_cannot_be_built_says_why()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => TestApp.Create([Handlers.Time]));

        Assert.Contains(nameof(IClock), thrown.Message);
    }

    [Fact]
    public void An_app_that_cannot_start_says_why_and_leaves_nothing_behind()
    {
        var clock = new Clock("noon");

        var thrown = Assert.Throws<InvalidTimeZoneException>(() => TestApp.Create([Handlers.Time], test =>
        {
            test.Services.AddSingleton<IClock>(_ => clock);
            test.Services.AddHostedService<Broken>();
        }));

        Assert.Equal("no noon today", thrown.Message);
        Assert.Equal(1, clock.Disposed);
    }

    [Fact]
    public void Another_server_is_refused()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => TestApp.Create([Handlers.Greet], test => test.WebHost.UseKestrel()));

        Assert.Contains("UseKestrel", thrown.Message);
    }

    [Fact]
    public async Task Disposing_twice_stops_the_app_once()
    {
        var clock = new Clock("noon");
        var app = TestApp.Create([Handlers.Time], test => test.Services.AddSingleton<IClock>(_ => clock));
        await app.Get("/time");

        await app.DisposeAsync();
        await app.DisposeAsync();
        app.Dispose();

        Assert.Equal(1, clock.Disposed);
    }

    [Fact]
    public async Task Apps_in_one_process_do_not_see_each_other()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await using var app = TestApp.Create([Handlers.Time], test => test.Services.AddSingleton<IClock>(new Clock($"{i} o'clock")));
            return await app.Client.GetStringAsync("/time");
        })));

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"{i} o'clock"), answers);
    }

    private sealed class Broken(IClock clock) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidTimeZoneException($"no {clock.Time} today");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
