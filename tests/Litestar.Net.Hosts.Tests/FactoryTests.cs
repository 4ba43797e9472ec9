using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Hosts.Tests;

/// <summary><c>WebApplicationFactory</c> starts a program of Litestar's as it starts any other.</summary>
public sealed class FactoryTests
{
    private static readonly string Project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../Program"));

    public static TheoryData<string> Kinds => ["list", "builder", "mapped"];

    public static TheoryData<string> Built => ["builder", "mapped"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_program_runs_in_development_with_its_own_content_root(string kind)
    {
        await using var factory = Of(kind);
        var client = factory.CreateClient();

        Assert.Equal("Hello, Ann!", await client.GetStringAsync("/hello/Ann"));
        Assert.Equal(new Told("Development", Project, "appsettings.json"), Trimmed(await client.GetFromJsonAsync<Told>("/facts")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/nowhere")).StatusCode);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Environment_settings_and_content_root_are_the_tests(string kind)
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        await using var factory = Of(kind, web => web.UseEnvironment("Staging").UseSetting("Setting", "the test's").UseContentRoot(root));

        Assert.Equal(new Told("Staging", root, "the test's"), Trimmed(await factory.CreateClient().GetFromJsonAsync<Told>("/facts")));
        Directory.Delete(root);
    }

    [Theory, MemberData(nameof(Built))]
    public async Task Services_are_replaced(string kind)
    {
        await using var early = Of(kind, web => web.ConfigureServices(services => services.AddSingleton<Greeter, Polite>()));
        await using var late = Of(kind, web => web.ConfigureTestServices(services => services.AddSingleton<Greeter, Polite>()));
        await using var none = Of(kind);

        Assert.Equal("Good morning.", await early.CreateClient().GetStringAsync("/greetings"));
        Assert.Equal("Good morning.", await late.CreateClient().GetStringAsync("/greetings"));
        Assert.Equal("Hi.", await none.CreateClient().GetStringAsync("/greetings"));
        Assert.IsType<Polite>(late.Services.GetRequiredService<Greeter>());
        Assert.IsType<Polite>(late.Server.Services.GetRequiredService<Greeter>());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Kestrel_is_the_server_where_the_test_wants_one(string kind)
    {
        await using var factory = Of(kind);
        factory.UseKestrel(0);
        factory.StartServer();
        using var client = new HttpClient { BaseAddress = factory.ClientOptions.BaseAddress };

        Assert.NotEqual(80, client.BaseAddress.Port);
        Assert.Equal("Hello, Ann!", await client.GetStringAsync("/hello/Ann"));
        Assert.Equal("Hello, Ann!", await factory.CreateClient().GetStringAsync("/hello/Ann"));
    }

    [Fact]
    public async Task Without_the_arguments_services_reach_the_app()
    {
        await using var factory = Of("bare", web => web.ConfigureServices(services => services.AddSingleton<Greeter, Polite>()));

        Assert.Equal("Hello, Ann!", await factory.CreateClient().GetStringAsync("/hello/Ann"));
        Assert.IsType<Polite>(factory.Services.GetRequiredService<Greeter>());
    }

    [Fact]
    public async Task A_service_that_is_not_valid_in_development_keeps_the_program_from_starting()
    {
        await using var factory = Of("builder", web => web.ConfigureServices(services => services.AddScoped<Greeter>().AddSingleton<Keeping>()));

        Assert.Contains("Cannot consume scoped service", Assert.ThrowsAny<Exception>(factory.CreateClient).ToString());
    }

    [Fact]
    public async Task An_application_that_the_builder_underneath_has_built_does_not_start()
    {
        await using var factory = Of("underneath");

        Assert.Contains("Call Build() on the LitestarBuilder itself.", Assert.ThrowsAny<Exception>(factory.CreateClient).ToString());
    }

    [Fact]
    public async Task An_app_whose_application_underneath_is_run_answers_as_well()
    {
        await using var factory = Of("run underneath");

        Assert.Equal("Hello, Ann!", await factory.CreateClient().GetStringAsync("/hello/Ann"));
    }

    private static WebApplicationFactory<Program> Of(string kind, Action<IWebHostBuilder>? configure = null) => new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
    {
        web.UseSetting("kind", kind);
        configure?.Invoke(web);
    });

    private static Told? Trimmed(Told? told) => told is null ? null : told with { ContentRoot = Path.TrimEndingDirectorySeparator(told.ContentRoot) };

    private sealed class Polite : Greeter
    {
        public override string Greet() => "Good morning.";
    }

    private sealed class Keeping(Greeter greeter)
    {
        public override string ToString() => greeter.Greet();
    }
}
