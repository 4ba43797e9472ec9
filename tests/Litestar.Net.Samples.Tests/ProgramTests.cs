using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
}
