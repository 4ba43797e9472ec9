using Litestar.CommandLine;

namespace Litestar.Tests.CommandLine;

/// <summary>Which arguments are a command, and which are left to the host.</summary>
public sealed class CutTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--urls http://localhost:1")]
    [InlineData("--environment Development routes")]
    [InlineData("urls=http://localhost:1")]
    [InlineData("/urls http://localhost:1")]
    [InlineData("--contentRoot=routes")]
    [InlineData("8080")]
    [InlineData("app.json")]
    public void The_hosts_own_arguments_are_no_command(string line)
    {
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (command, others) = CommandArguments.Cut(args, new());

        Assert.Null(command);
        Assert.Equal(args, others);
    }

    [Theory]
    [InlineData("routes", "")]
    [InlineData("routes --environment Development", "--environment Development")]
    [InlineData("routes teas --json --environment Development", "--environment Development")]
    [InlineData("explain GET /orders/5 --Key=value", "--Key=value")]
    [InlineData("explain /orders/5 --json", "")]
    [InlineData("info --urls http://localhost:1", "--urls http://localhost:1")]
    [InlineData("info urls=http://localhost:1", "urls=http://localhost:1")]
    [InlineData("--help --urls http://localhost:1", "--urls http://localhost:1")]
    [InlineData("serve --urls http://localhost:1", "--urls http://localhost:1")]
    [InlineData("database migrate /5 --dry-run --environment Development", "--environment Development")]
    [InlineData("database migrate --to 5 --environment Development --dry-run", "--to 5 --environment Development")]
    [InlineData("database migrate --environment Development -- --urls http://localhost:1", "--environment Development")]
    public void A_command_takes_its_own_words_and_leaves_the_rest(string line, string rest)
    {
        var (command, others) = CommandArguments.Cut(line.Split(' '), new());

        Assert.Equal((line, rest), (string.Join(' ', command!.All), string.Join(' ', others)));
        Assert.False(command.IsOfProcess);
    }

    [Fact]
    public void The_host_reads_what_is_left_to_it()
    {
        var builder = LitestarApp.CreateBuilder(["explain", "GET", "/orders/5", "--json", "--environment", "Staging", "--Answer=42"]);

        Assert.Equal(("Staging", "42", null), (builder.Environment.EnvironmentName, builder.Configuration["Answer"], builder.Configuration["orders/5"]));
    }

    [Fact]
    public async Task An_app_that_is_started_by_hand_starts()
    {
        var builder = LitestarApp.CreateBuilder(["routes", "--urls", "http://127.0.0.1:0"]);
        builder.Handlers.Add([Greet]);
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient();
        Assert.Equal("Hi!", await client.GetStringAsync($"{app.Urls.Single()}/greet", TestContext.Current.CancellationToken));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void What_keeps_an_app_from_being_built_is_thrown_on_where_the_arguments_are_not_the_process_s()
    {
        var builder = LitestarApp.CreateBuilder(["routes"]);
        builder.Handlers.Add([Greet, Greet]);

        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public void Failures_are_told_in_sentences()
    {
        var written = new StringWriter { NewLine = "\n" };

        Assert.Equal(1, StartupErrorReport.Tell(new AggregateException(new InvalidOperationException("One."), new InvalidOperationException("Two."), new InvalidOperationException("One.")), new(written, false)));
        Assert.Equal("The app could not start.\n\nOne.\n\nTwo.\n", written.ToString());
    }

    [Get("/greet")]
    private static string Greet() => "Hi!";
}
