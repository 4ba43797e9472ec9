using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Conformance.Conventions;

/// <summary>The same functions as handlers and as ordinary endpoints.</summary>
public static class Handlers
{
    public static void Map(IEndpointRouteBuilder app, string? only)
    {
        Map("/ok", () => app.MapGet("/ok", Ok));
        Map("/number", () => app.MapGet("/number", Number));
        Map("/secret", () => app.MapGet("/secret", Secret));
        Map("/taken", () => app.MapGet("/taken", () => TypedResults.Conflict()));
        Map("/broken", () => app.MapGet("/broken", Broken));
        Map("/slow", () => app.MapGet("/slow", Slow));
        Map("/echo", () => app.MapPost("/echo", Echo));
        Map("/form", () => app.MapPost("/form", Form));
        Map("/person", () => app.MapPost("/person", Register));
        Map("/large", () => app.MapGet("/large", Large));

        void Map(string path, Action map)
        {
            if (only is null || only == path)
            {
                map();
            }
        }
    }

    public static HandlerList List(string? only) => only is null ? [typeof(Handlers)] : [Ok];

    [Get("/ok")]
    public static string Ok() => "ok";

    [Get("/number")]
    public static string Number([Range(1, 100)] int n) => $"number {n}";

    [Get("/secret"), Authorize]
    public static string Secret() => "secret";

    [Get("/taken")]
    public static string Taken() => throw new ConflictException("Taken.");

    [Get("/broken")]
    public static string Broken() => throw new InvalidOperationException("Broken.");

    [Get("/slow")]
    public static async Task<string> Slow(CancellationToken cancelled)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(800), cancelled);
        return "slow";
    }

    [Post("/echo", Status = 200)]
    public static async Task<string> Echo(HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync();

    [Post("/form", Status = 200)]
    public static string Form([FromForm] string name) => $"form {name}";

    [Post("/person", Status = 200)]
    public static string Register([FromForm] Person person) => $"person {person.Name}";

    [Get("/large")]
    public static string Large() => new('a', 5000);

    public sealed class Person
    {
        public string Name { get; set; } = "";
    }
}
