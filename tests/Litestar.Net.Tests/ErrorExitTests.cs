using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Tests;

/// <summary>One exit: also for what middleware and ordinary endpoints of the app throw.</summary>
public sealed class ErrorExitTests
{
    [Theory]
    [InlineData("/middleware", 409, "Taken.")]
    [InlineData("/ordinary", 404, "Not here.")]
    [InlineData("/ordinary/broken", 500, "The server failed to answer this request.")]
    [InlineData("/unwritable", 500, "The server failed to answer this request.")]
    [InlineData("/doubled", 400, "The one detail.")]
    public async Task Whatever_is_thrown_is_one_problem(string path, int status, string detail)
    {
        await using var app = Build();
        await app.StartAsync();

        var answer = await app.GetTestClient().GetAsync(path);
        var body = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

        Assert.Equal((status, "application/problem+json", detail), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), (string)body["detail"]!));
    }

    [Fact]
    public async Task A_named_function_at_two_paths_is_linked_to_the_first()
    {
        await using var app = Build();
        await app.StartAsync();

        Assert.Equal("/first/7", app.Services.GetRequiredService<LinkGenerator>().GetPathByName("twice", new { id = 7 }));
        Assert.Equal("7", await app.GetTestClient().GetStringAsync("/second/7"));
    }

    private static LitestarApp Build()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Handlers.Add([Unwritable, Doubled, Twice]);
        var app = builder.Build();
        app.Use(next => context => context.Request.Path == "/middleware" ? throw new ConflictException("Taken.") : next(context));
        app.MapGet("/ordinary", string () => throw new NotFoundException("Not here."));
        app.MapGet("/ordinary/broken", string () => throw new InvalidOperationException("the secret"));
        return app;
    }

    [Get("/unwritable")]
    internal static string Unwritable() => throw new NotFoundException("x") { Extensions = new Dictionary<string, object?> { ["n"] = double.NaN } };

    [Get("/doubled")]
    internal static string Doubled() => throw new BadRequestException("The one detail.") { Extensions = new Dictionary<string, object?> { ["detail"] = "another" } };

    [Get("/first/{id:int}", "/second/{id:int}", Name = "twice")]
    internal static string Twice(int id) => $"{id}";
}
