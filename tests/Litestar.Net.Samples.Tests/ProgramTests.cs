using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Notebook;

namespace Litestar.Samples.Tests;

/// <summary>Programs run in memory as they stand.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task A_program_is_asked_from_its_first_line_on()
    {
        await using var app = TestApp.FromProgram<Note>();

        Assert.Equal(HttpStatusCode.Created, (await app.Post("/notes", new NoteDraft("Tea"))).StatusCode);
        Assert.Equal("Tea", (await app.Get<Note>("/notes/1")).Title);
    }

    [Fact]
    public async Task The_test_replaces_services_and_gives_arguments()
    {
        var store = new MemoryNoteStore(TimeProvider.System);
        store.Add(new("Coffee"));
        await using var app = TestApp.FromProgram<Note>(host => host.ConfigureServices(services => services.AddSingleton<INoteStore>(store)), "--environment=Staging");

        Assert.Equal("Coffee", (await app.Get<Note>("/notes/1")).Title);
        Assert.Equal("Staging", app.Services.GetRequiredService<IHostEnvironment>().EnvironmentName);
    }

    [Fact]
    public async Task The_same_program_runs_many_times_at_once()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var app = TestApp.FromProgram<Note>();
            return (await app.Post("/notes", new NoteDraft("Tea"))).Headers.Location?.ToString();
        })));

        Assert.All(ids, id => Assert.Equal("/notes/1", id));
    }

    [Fact]
    public async Task An_address_of_its_own_is_no_hindrance()
    {
        await using var app = TestApp.FromProgram(SourceProgram.Compile("addressed", """
            LitestarApp.Create([Greet]).Run("http://127.0.0.1:1");

            [Get("/greet")]
            static async Task<string> Greet() { await Task.Yield(); return "Hi!"; }
            """));

        Assert.Equal("Hi!", await app.Client.GetStringAsync("/greet"));
    }

    [Fact]
    public void What_a_program_throws_is_thrown_on()
    {
        var program = SourceProgram.Compile("throwing", """
            LitestarApp.Create([Ask]).Run();

            [Get("/ask")]
            static string Ask(Oracle oracle) => oracle.Answer;

            class Oracle { public string Answer => "42"; }
            """);

        Assert.Contains("Oracle", Assert.Throws<InvalidOperationException>(() => TestApp.FromProgram(program)).Message);
    }

    [Fact]
    public void A_program_without_an_app_says_so()
    {
        var program = SourceProgram.Compile("idle", "System.Console.Write(\"\");");

        Assert.Contains("idle ended without having started an app", Assert.Throws<InvalidOperationException>(() => TestApp.FromProgram(program)).Message);
    }

    [Fact]
    public void A_library_is_no_program()
    {
        Assert.Contains("has no entry point", Assert.Throws<InvalidOperationException>(() => TestApp.FromProgram<TestApp>()).Message);
    }

    [Fact]
    public async Task A_visitor_is_signed_in_to_a_program_that_maps_its_handlers()
    {
        await using var app = TestApp.FromProgram(SourceProgram.Compile("mapping", """
            using System.Security.Claims;
            using Microsoft.AspNetCore.Authorization;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthentication().AddCookie("one").AddCookie("two");
            builder.Services.AddAuthorization(options => options.AddPolicy("admin", policy => policy.AddAuthenticationSchemes("one", "two").RequireRole("admin")));
            var app = builder.Build();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGet("/ordinary", (ClaimsPrincipal user) => user.Identity?.Name).RequireAuthorization("admin");
            app.MapGet("/open", (ClaimsPrincipal user) => user.Identity?.Name);
            app.MapGroup("/group").MapLitestar([Me]).RequireAuthorization("admin");
            app.Run();

            [Get("/me")]
            static string? Me(ClaimsPrincipal user) => user.Identity?.Name;
            """));
        var ann = app.As(new(new ClaimsIdentity([new(ClaimTypes.Name, "ann"), new(ClaimTypes.Role, "admin")], "test")));
        var bob = app.As(new(new ClaimsIdentity([new(ClaimTypes.Name, "bob")], "test")));

        Assert.Equal(("ann", "ann", "ann"), (await ann.Client.GetStringAsync("/ordinary"), await ann.Client.GetStringAsync("/open"), await ann.Client.GetStringAsync("/group/me")));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), ((await app.Get("/group/me")).StatusCode, (await bob.Get("/group/me")).StatusCode));
    }
}
