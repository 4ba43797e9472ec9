using Litestar.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Litestar.Tests.CommandLine;

/// <summary>Commands that a plugin or a program adds.</summary>
public sealed class AddedCommandTests
{
    [Theory]
    [InlineData("database migrate", "to newest")]
    [InlineData("database migrate 5", "to 5")]
    [InlineData("database migrate --dry-run", "to newest, dry")]
    [InlineData("database migrate 5 --dry-run --journal log.txt", "to 5, dry, log.txt")]
    [InlineData("database migrate --journal=log.txt --dry-run 5", "to 5, dry, log.txt")]
    [InlineData("database migrate --environment Staging --journal log.txt -5", "to -5, log.txt")]
    [InlineData("database migrate --Section:Key value 5", "to 5")]
    [InlineData("database migrate --Section:Key=value 5", "to 5")]
    [InlineData("database migrate --dry-run -- --dry-run", "to --dry-run, dry")]
    [InlineData("database migrate /5", "to /5")]
    [InlineData("database migrate a=b", "to a=b")]
    public async Task Options_and_operands_come_in_any_order(string line, string printed) => Assert.Equal((0, $"{printed}\n", ""), await Run(line));

    [Theory]
    [InlineData("database migrate --dryrun", "'--dryrun' is no option of 'database migrate'.")]
    [InlineData("database migrate --dryrun 5", "'--dryrun' is no option of 'database migrate'.")]
    [InlineData("database migrate --dryrun=5", "'--dryrun' is no option of 'database migrate'.")]
    [InlineData("database migrate -n", "'-n' is no option of 'database migrate'.")]
    [InlineData("database migrate --json", "'--json' is no option of 'database migrate'.")]
    [InlineData("database migrate --journal", "'--journal' has no value.")]
    [InlineData("database migrate --journal --dry-run", "'--journal' has no value.")]
    [InlineData("database migrate --dry-run=yes", "'--dry-run' takes no value.")]
    [InlineData("database migrate 5 6", "'6' is one argument too many.")]
    [InlineData("database copy one", "'TARGET' is missing.")]
    public async Task Arguments_that_do_not_fit_call_nothing(string line, string fault)
    {
        var (code, printed, error) = await Run(line);

        Assert.Equal((2, ""), (code, printed));
        Assert.StartsWith(fault, error);
        Assert.Contains(line.Contains("copy", StringComparison.Ordinal) ? "  database copy SOURCE TARGET [more...] [--json]  copies" : "  database migrate [version] [--dry-run] [--journal FILE]  applies what is missing\n", error);
    }

    [Fact]
    public async Task The_longest_name_is_meant()
    {
        Assert.Equal((0, "database of nothing\n", ""), await Run("database"));
        Assert.Equal((0, "database of migrations\n", ""), await Run("database migrations"));
        Assert.Equal((7, "one two three, json\n", ""), await Run("database copy one two three --json"));
    }

    [Fact]
    public async Task A_word_that_only_begins_names_lists_those()
    {
        var (code, _, error) = await Run("cache");

        Assert.Equal(2, code);
        Assert.Equal("'cache' alone is not a command of this app. These begin with it:\n\n  cache clear  empties it\n", error);
    }

    [Theory]
    [InlineData("database migrate --help")]
    [InlineData("database migrate 5 -h")]
    public async Task Help_after_a_command_shows_its_usage_and_calls_nothing(string line) =>
        Assert.Equal((0, "database migrate [version] [--dry-run] [--journal FILE]  applies what is missing\n", ""), await Run(line));

    [Fact]
    public async Task Help_lists_them_before_those_of_every_app()
    {
        var (_, printed, _) = await Run("--help");

        Assert.Matches(@"(?s)database migrate \[version\].*cache clear +empties it\n  routes \[text\].*--help +prints this", printed);
    }

    [Fact]
    public async Task Nothing_of_the_app_starts_and_its_scope_ends_with_the_command()
    {
        var calls = new List<string>();
        var builder = LitestarApp.CreateBuilder(["show", "--environment", "Development"]);
        builder.Services.AddScoped(_ => new Scoped(calls));
        builder.Services.AddHostedService(_ => new Hosted(calls));
        builder.Options
            .OnStartup(_ => calls.Add("startup"))
            .OnShutdown(_ => calls.Add("shutdown"))
            .Lifespan(_ =>
            {
                calls.Add("lifespan");
                return Task.FromResult(new Scoped(calls));
            });
        builder.Commands.Add("show", "", context =>
        {
            Assert.Same(context.Services.GetRequiredService<Scoped>(), context.Services.GetRequiredService<Scoped>());
            calls.Add(context.App.Environment.EnvironmentName);
            return 0;
        });
        await builder.Build().RunAsync();

        Assert.Equal(["Development", "disposed"], calls);
    }

    [Fact]
    public async Task A_plugin_that_another_adds_has_commands_as_well()
    {
        var builder = LitestarApp.CreateBuilder(["show"]);
        var shown = 0;
        builder.Add(new Outer(() => shown++));
        await builder.Build().RunAsync();

        Assert.Equal(1, shown);
    }

    [Fact]
    public async Task What_a_command_throws_reaches_a_caller_who_has_his_own_arguments()
    {
        var builder = LitestarApp.CreateBuilder(["show"]);
        builder.Commands.Add("show", "", (Func<CommandContext, Task>)(_ => throw new TimeoutException("Too slow.")));

        Assert.Equal("Too slow.", (await Assert.ThrowsAsync<TimeoutException>(() => builder.Build().RunAsync())).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[version]")]
    [InlineData("VERSION")]
    [InlineData("Migrate")]
    [InlineData("migrate <version>")]
    [InlineData("migrate 5")]
    [InlineData("migrate --dry-run")]
    [InlineData("migrate -n")]
    [InlineData("migrate [-n]")]
    [InlineData("migrate [--dry-run] [--dry-run]")]
    [InlineData("migrate [version] VERSION")]
    [InlineData("migrate [files...] [more]")]
    [InlineData("migrate [version] now")]
    [InlineData("migrate [--to VERSION")]
    [InlineData("-migrate")]
    public void A_usage_that_cannot_be_read_is_rejected(string usage) => Assert.ThrowsAny<ArgumentException>(() => new CommandList().Add(usage, "", _ => 0));

    [Theory]
    [InlineData("routes")]
    [InlineData("explain [path]")]
    [InlineData("help")]
    [InlineData("database migrate [--now]")]
    public void A_name_has_one_command(string usage)
    {
        var error = Assert.Throws<ArgumentException>(() => new CommandList().Add("database migrate", "", _ => 0).Add(usage, "", _ => 0));

        Assert.StartsWith($"There are two commands '{usage.Split(" [")[0]}'. Choose another name for one of them.", error.Message);
    }

    [Fact]
    public async Task An_option_that_the_usage_does_not_have_is_named()
    {
        var builder = LitestarApp.CreateBuilder(["show"]);
        builder.Commands.Add("show [--all]", "", context => context.Has("--al") ? 1 : 0);

        Assert.StartsWith("The usage 'show [--all]' has no option '--al'. Add [--al] or [--al VALUE] to it.", (await Assert.ThrowsAsync<ArgumentException>(() => builder.Build().RunAsync())).Message);
    }

    private static async Task<(int Code, string Printed, string Error)> Run(string line)
    {
        var args = line.Split(' ');
        var builder = LitestarApp.CreateBuilder(args);
        builder.Add(new Database());
        builder.Commands.Add("cache clear", "empties it", _ => 0);
        await using var app = builder.Build();
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await new CommandRunner(app, new(output, false), new(error, false), Stream.Null).Run(CommandArguments.Cut(args, new()).Command!);
        Assert.Equal(line.Contains("Staging", StringComparison.Ordinal) ? "Staging" : "Production", app.Environment.EnvironmentName);
        Assert.Equal(line.Contains("Section", StringComparison.Ordinal) ? "value" : null, app.Configuration["Section:Key"]);
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Database : ILitestarPlugin
    {
        public void Configure(LitestarBuilder builder) => builder.Commands
            .Add("database [name]", "shows it", context => Print(context, $"database of {context.Operands.FirstOrDefault() ?? "nothing"}"))
            .Add("database migrate [version] [--dry-run] [--journal FILE]", "applies what is missing", async context =>
            {
                await Task.Yield();
                Print(context, $"to {context.Operands.FirstOrDefault() ?? "newest"}{(context.Has("--dry-run") ? ", dry" : "")}{(context.Option("--journal") is { } journal ? $", {journal}" : "")}");
            })
            .Add("database copy SOURCE TARGET [more...] [--json]", "copies", async context =>
            {
                await Task.Yield();
                Print(context, $"{string.Join(' ', context.Operands)}{(context.Has("--json") ? ", json" : "")}");
                return 7;
            });

        private static int Print(CommandContext context, string text)
        {
            context.Output.WriteLine(text);
            return 0;
        }
    }

    private sealed class Outer(Action show) : ILitestarPlugin
    {
        public void Configure(LitestarBuilder builder) => builder.Add(new Inner(show));
    }

    private sealed class Inner(Action show) : ILitestarPlugin
    {
        public void Configure(LitestarBuilder builder) => builder.Commands.Add("show", "", _ =>
        {
            show();
            return 0;
        });
    }

    private sealed class Scoped(List<string> calls) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            calls.Add("disposed");
            return default;
        }
    }

    private sealed class Hosted(List<string> calls) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            calls.Add("hosted");
            return Task.CompletedTask;
        }
    }
}
