using System.Reflection;

namespace Litestar.CommandLine;

/// <summary>The command <c>--help</c>: lists the commands.</summary>
internal static class HelpCommand
{
    private static readonly StyledText[][] Commands =
    [
        [StyledText.Kind("routes [text]"), "prints every route, or those whose path or handler holds the text"],
        [StyledText.Kind("explain VERB PATH"), "prints the one route that would answer, with all that a request passes on its way"],
        [StyledText.Kind("info"), "prints what this app is and runs on"],
        [StyledText.Kind("--help"), "prints this"],
    ];

    public static int Run(Terminal output)
    {
        output.Line(StyledText.Bold($"{Assembly.GetEntryAssembly()?.GetName().Name ?? "This app"} is a web app made with Litestar.Net."));
        output.Line();
        output.Line("Without a command it runs until it is told to stop (Ctrl-C). With one it answers, and serves nothing:");
        output.Line();
        output.Table(Commands, "  ");
        output.Line();
        output.Line("Behind a command:");
        output.Line();
        output.Table([[StyledText.Kind("--json"), "for machines"], [StyledText.Kind("--environment Development"), "and every other argument of the host's, as without a command"]], "  ");
        output.Line();
        output.Line("Of the host's arguments, for the app itself:");
        output.Line();
        output.Table(
        [
            [StyledText.Kind("--urls http://localhost:8080"), "where to listen"],
            [StyledText.Kind("--environment Development"), "the environment's name"],
            [StyledText.Kind("--Section:Key value"), "any setting of the configuration"],
        ], "  ");
        return CommandRunner.Done;
    }

    public static int Reject(string word, Terminal error)
    {
        error.Line(StyledText.Warning($"'{word}' is no command of this app."));
        error.Line();
        error.Table(Commands, "  ");
        error.Line();
        error.Line("If the word is your program's own, give the app the host's arguments only: LitestarApp.CreateBuilder(args[1..]).");
        return CommandRunner.Misused;
    }
}
