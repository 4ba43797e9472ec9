using System.Text.Json;

namespace Litestar.Package.Tests;

/// <summary>What the templates make: built, tested by its own tests, run and asked.</summary>
public sealed class TemplateTests(Feed feed)
{
    [Fact]
    public async Task An_api_passes_its_own_tests_and_answers_and_so_does_a_module_that_is_added()
    {
        var folder = feed.Folder();
        var hive = await Install(folder);
        await CommandProcess.Run(folder, "dotnet", "new", "litestar", "-n", "my-shop", "--debug:custom-hive", hive);
        var shop = Path.Combine(folder, "my-shop");
        var project = Path.Combine(shop, "src", "my-shop");
        Assert.DoesNotContain(Texts(shop), text => text.Contains("acme", StringComparison.OrdinalIgnoreCase) || text.Contains("#if") || text.Contains("LITESTAR_VERSION"));

        await CommandProcess.Run(project, "dotnet", "new", "litestar-module", "-n", "Categories", "--debug:custom-hive", hive);
        await CommandProcess.Run(project, "dotnet", "new", "litestar-module", "-n", "People", "--item", "Person", "--debug:custom-hive", hive);
        Assert.StartsWith("namespace my_shop;", File.ReadAllText(Path.Combine(project, "People.cs")).Split("\n\n")[1]);
        var program = Path.Combine(project, "Program.cs");
        File.WriteAllText(program, File.ReadAllText(program)
            .Replace("[typeof(Todos)]", "[typeof(Todos), typeof(Categories), typeof(People)]")
            .Replace("AddSingleton<TodoStore>();", "AddSingleton<TodoStore>().AddSingleton<CategoryStore>().AddSingleton<PersonStore>();"));

        var tested = await CommandProcess.Run(shop, "dotnet", "test");
        Assert.Contains("succeeded: 9", tested);
        Assert.DoesNotContain("warning", tested, StringComparison.OrdinalIgnoreCase);

        // By the launch settings: a port of its own, in Development, where the key is known.
        await using var app = await RunningServer.Start(shop, "dotnet", "run", "--no-build", "--project", "src/my-shop");
        Assert.Equal(LaunchUrl(Path.Combine(project, "Properties", "launchSettings.json")), app.Client.BaseAddress);
        Assert.Equal("200 text/plain Healthy", await app.Ask("/health"));
        Assert.StartsWith("401 application/problem+json", await app.Post("/todos", """{"title":"Tea"}"""));
        app.Client.DefaultRequestHeaders.Add("X-Api-Key", "development");
        Assert.StartsWith("400 application/problem+json", await app.Post("/todos", """{"title":" "}"""));
        Assert.Equal("""201 application/json; charset=utf-8 {"id":1,"title":"Tea","due":null,"isDone":false}""", await app.Post("/todos", """{"title":"Tea"}"""));
        Assert.Equal("""201 application/json; charset=utf-8 {"id":1,"name":"Tea"}""", await app.Post("/categories", """{"name":"Tea"}"""));
        Assert.Contains("There is no category 2.", await app.Ask("/categories/2"));
        Assert.Equal("""201 application/json; charset=utf-8 {"id":1,"name":"Ann"}""", await app.Post("/people", """{"name":"Ann"}"""));
        Assert.Equal("""200 application/json; charset=utf-8 [{"id":1,"name":"Ann"}]""", await app.Ask("/people"));
    }

    [Fact]
    public async Task An_api_without_tests_is_published_as_a_native_binary_and_knows_its_container()
    {
        Native.SkipWithoutToolchain();
        var folder = feed.Folder();
        var hive = await Install(folder);
        await CommandProcess.Run(folder, "dotnet", "new", "litestar", "-n", "Acme.Store", "--no-tests", "--aot", "--no-restore", "--debug:custom-hive", hive);
        var shop = Path.Combine(folder, "Acme.Store");
        Assert.False(Directory.Exists(Path.Combine(shop, "tests")));

        var published = await CommandProcess.Run(shop, "dotnet", "publish", "src/Acme.Store", "-o", "out");
        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        await using (var app = await RunningServer.Start(Path.Combine(shop, "out"), Path.Combine(shop, "out", "Acme.Store"), "--urls", "http://127.0.0.1:0", "--ApiKey=secret"))
        {
            app.Client.DefaultRequestHeaders.Add("X-Api-Key", "secret");
            Assert.Equal("200 text/plain Healthy", await app.Ask("/health"));
            Assert.Equal("""201 application/json; charset=utf-8 {"id":1,"title":"Tea","due":"2030-06-01","isDone":true}""", await app.Post("/todos", """{"title":"Tea","due":"2030-06-01","isDone":true}"""));
            Assert.StartsWith("400 application/problem+json", await app.Post("/todos", """{"title":""}"""));
        }

        // What becomes of an image is asked of the page on containers; here, that the template names it and its base.
        var container = await CommandProcess.Run(Path.Combine(shop, "src", "Acme.Store"), "dotnet", "build", "-c", "Release", "-t:ComputeContainerConfig", "-getProperty:ContainerRepository,ContainerBaseImage,ContainerImageTag");
        var said = JsonDocument.Parse(container[container.IndexOf('{')..]).RootElement.GetProperty("Properties");
        Assert.Equal("acme-store", said.GetProperty("ContainerRepository").GetString());
        Assert.Contains("noble-chiseled", said.GetProperty("ContainerBaseImage").GetString());
    }

    [Fact]
    public async Task A_script_runs_as_it_was_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows runs no file by its first line.");
        var folder = feed.Folder();
        var hive = await Install(folder);
        await CommandProcess.Run(folder, "dotnet", "new", "litestar-script", "-n", "hello", "--debug:custom-hive", hive);

        await using var app = await RunningServer.Start(folder, "setsid", "env", "--default-signal=INT", "./hello.cs");

        Assert.Equal(LaunchUrl(Path.Combine(folder, "hello.run.json")), app.Client.BaseAddress);
        Assert.DoesNotContain("warning", await app.Prints("Hosting environment: Development"));
        Assert.Equal("200 text/plain; charset=utf-8 Hi, Bob!", await app.Ask("/greet?name=Bob"));
        Assert.StartsWith("400 application/problem+json", await app.Post("/guests", """{"name":""}"""));
        Assert.Equal("""201 application/json; charset=utf-8 {"name":"Ann","from":null}""", await app.Post("/guests", """{"name":"Ann"}"""));
        Assert.Equal("""200 application/json; charset=utf-8 [{"name":"Ann","from":null}]""", await app.Ask("/guests"));
        Assert.Equal(0, await app.Interrupt());
    }

    // In a hive of its own: the machine's list of templates stays as it was.
    private async Task<string> Install(string folder)
    {
        var hive = Path.Combine(folder, ".hive");
        await CommandProcess.Run(folder, "dotnet", "new", "install", Path.Combine(feed.Packages, $"Litestar.Net.Templates.{feed.Version}.nupkg"), "--debug:custom-hive", hive);
        return hive;
    }

    private static IEnumerable<string> Texts(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/") && !path.Contains("\\obj\\"))
        .Select(path => path[folder.Length..] + "\n" + File.ReadAllText(path));

    private static Uri LaunchUrl(string settings) =>
        new(JsonDocument.Parse(File.ReadAllText(settings)).RootElement.GetProperty("profiles").GetProperty("http").GetProperty("applicationUrl").GetString()!);
}
