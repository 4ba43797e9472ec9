namespace Litestar.Samples.Tests;

/// <summary>Commands as they are typed, to a script and to a project.</summary>
[Collection(nameof(SourceTree))]
public sealed class CommandLineTests
{
    [Fact]
    public async Task A_script_prints_its_routes()
    {
        Assert.Equal(
            (0, "VERB  PATH    HANDLER  ANSWERS     ON THE WAY\nGET   /greet  Greet    200 string\n\n1 route\n", ""),
            await Type("run", "samples/greet.cs", "--", "routes"));

        var (code, printed, error) = await Type("run", "samples/greet.cs", "--", "rout");
        Assert.Equal((2, ""), (code, printed));
        Assert.StartsWith("'rout' is not a command of this app.\n", error);
    }

    [Fact]
    public async Task A_project_explains_a_request()
    {
        var (code, printed, _) = await Type("run", "--project", "samples/notes", "--", "explain", "PUT", "/notes/7", "--environment", "Development");
        Assert.Equal(0, code);
        Assert.Contains("route    PUT /notes/{id:int}", printed);
        Assert.Contains("body, JSON", printed);

        (code, printed, _) = await Type("run", "--project", "samples/notes", "--no-build", "--", "explain", "PUT", "/notes/seven");
        Assert.Equal(1, code);
        Assert.Contains("'seven' does not match '{id:int}'", printed);
    }

    [Fact]
    public async Task What_keeps_an_app_from_starting_is_told_in_a_sentence()
    {
        var exec = await Program("unstartable", """
            LitestarApp.Create([Ask]).Run();

            [Get("/ask")]
            static string Ask(Oracle oracle) => oracle.Answer;

            class Oracle { public string Answer => "42"; }
            """);
        try
        {
            var (code, printed, error) = await Type([.. exec, "routes"]);
            Assert.Equal((1, ""), (code, printed));
            Assert.StartsWith("The app could not start.\n\nAsk (GET /ask) takes Oracle 'oracle', which is not registered in the container.", error);
            Assert.DoesNotContain("   at ", error);

            (code, printed, _) = await Type([.. exec, "--help"]);
            Assert.Equal(0, code);
            Assert.Contains("explain VERB PATH", printed);
        }
        finally
        {
            File.Delete(exec[^1]);
        }
    }

    [Fact]
    public async Task A_command_of_a_plugin_decides_the_exit_code_and_ends_by_a_signal()
    {
        var exec = await Program("commanded", """
            var builder = LitestarApp.CreateBuilder();
            builder.Options.OnStartup(_ => Console.WriteLine("started"));
            builder.Add(new Database());
            builder.Build().Run();

            class Database : ILitestarPlugin
            {
                public void Configure(LitestarBuilder builder) => builder.Commands
                    .Add("database migrate [version]", "applies what is missing", command => command.Operands is ["9"] ? throw new TimeoutException("Too slow.") : 3)
                    .Add("database watch", "waits", async command =>
                    {
                        command.Output.WriteLine("waiting");
                        await Task.Delay(Timeout.Infinite, command.CancellationToken);
                    });
            }
            """);
        try
        {
            Assert.Equal((3, "", ""), await Type([.. exec, "database", "migrate", "--environment", "Development"]));

            var (code, printed, error) = await Type([.. exec, "database", "migrate", "9"]);
            Assert.Equal((1, ""), (code, printed));
            Assert.StartsWith("System.TimeoutException: Too slow.\n   at Database.", error);

            (code, printed, error) = await Type([.. exec, "database"]);
            Assert.Equal((2, ""), (code, printed));
            Assert.StartsWith("'database' alone is not a command of this app.", error);

            if (!OperatingSystem.IsWindows())
            {
                await using var watch = CommandProcess.Start(Repository.Root, "dotnet", [.. exec, "database", "watch"]);
                await watch.Prints("waiting");
                await CommandProcess.Run(Repository.Root, "kill", "-TERM", $"{watch.Id}");
                Assert.Equal((143, "waiting\n", ""), (await watch.Exit, watch.Output, watch.Errors));
            }
        }
        finally
        {
            File.Delete(exec[^1]);
        }
    }

    // A program as a file beside its libraries, and what starts it.
    private static async Task<string[]> Program(string name, string source)
    {
        var program = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        await using (var image = SourceProgram.Image(name, source))
        {
            await File.WriteAllBytesAsync(program, image.ToArray(), TestContext.Current.CancellationToken);
        }

        return ["exec", "--runtimeconfig", Beside("runtimeconfig.json"), "--depsfile", Beside("deps.json"), program];

        static string Beside(string what) => Path.Combine(AppContext.BaseDirectory, $"{typeof(CommandLineTests).Assembly.GetName().Name}.{what}");
    }

    private static async Task<(int Code, string Printed, string Error)> Type(params string[] arguments)
    {
        await using var command = CommandProcess.Start(Repository.Root, "dotnet", arguments);
        return (await command.Exit, command.Output.ReplaceLineEndings("\n"), command.Errors.ReplaceLineEndings("\n"));
    }
}
