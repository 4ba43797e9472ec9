using System.Reflection;

namespace Litestar.CommandLine;

/// <summary>The command <c>--help</c>: lists the commands.</summary>
internal static class HelpCommand
{
    public static int Run(CommandContext context) => Print(context.App.Commands, context.Terminal);

    /// <summary>Returns a command's row in the list.</summary>
    public static StyledText[] Row(Command command) => [StyledText.Kind(command.Usage.Text), command.Description];

    public static int Print(CommandList commands, Terminal output)
    {
        output.Line(StyledText.Bold($"{Assembly.GetEntryAssembly()?.GetName().Name ?? "This app"} is a web app made with Litestar.Net."));
        output.Line();
        output.Line("Without a command it runs until it is stopped (Ctrl-C). With one it prints the result, without starting the server:");
        output.Line();
        output.Table([.. commands.All.Select(Row)], "  ");
        output.Line();
        output.Line("Options:");
        output.Line();
        output.Table([[StyledText.Kind("--json"), "for machines"], [StyledText.Kind("--environment Development"), "and every other argument of the host"]], "  ");
        output.Line();
        output.Line("Arguments of the host, for the app itself:");
        output.Line();
        output.Table(
        [
            [StyledText.Kind("--urls http://localhost:8080"), "the addresses to listen on"],
            [StyledText.Kind("--environment Development"), "the environment's name"],
            [StyledText.Kind("--Section:Key value"), "any setting of the configuration"],
        ], "  ");
        return CommandRunner.Done;
    }

    /// <summary>Rejects arguments that name no command. If their first word is the first word of others, only those are listed.</summary>
    public static int Reject(string[] args, CommandList commands, Terminal error)
    {
        var begun = commands.All.Where(command => command.Usage.Name.Count > 1 && command.Usage.Name[0] == args[0]).ToList();
        error.Line(StyledText.Warning(begun.Count > 0 ? $"'{args[0]}' alone is not a command of this app. These begin with it:" : $"'{args[0]}' is not a command of this app."));
        error.Line();
        error.Table([.. (begun.Count > 0 ? begun : commands.All).Select(Row)], "  ");
        if (begun.Count is 0)
        {
            error.Line();
            error.Line("If the word is your program's own, give the app the host's arguments only: LitestarApp.CreateBuilder(args[1..]).");
        }

        return CommandRunner.Misused;
    }
}
