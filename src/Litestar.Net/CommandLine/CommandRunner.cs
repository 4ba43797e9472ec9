namespace Litestar.CommandLine;

/// <summary>Carries a command out: its answer is printed, and the server stays where it is.</summary>
/// <param name="app">The app.</param>
/// <param name="output">Takes the answer for people.</param>
/// <param name="error">Takes what is wrong.</param>
/// <param name="json">Takes the answer for machines.</param>
internal sealed class CommandRunner(LitestarApp app, Terminal output, Terminal error, Stream json)
{
    public const int Done = 0, NotFound = 1, Failed = 1, Misused = 2;

    /// <summary>The exit code: 0, 1 where nothing was found, 2 where the command cannot be understood.</summary>
    public int Run(Command command) => command.Kind switch
    {
        CommandKind.Routes => new RoutesCommand(app, output, error).Run(command, json),
        CommandKind.Explain => new ExplainCommand(app, output, error).Run(command, json),
        CommandKind.Info => new InfoCommand(app, output, error).Run(command, json),
        CommandKind.Help => HelpCommand.Run(output),
        _ => HelpCommand.Reject(command.Word, error),
    };

    /// <summary>Ends the process of a command whose app cannot even be built.</summary>
    public static void Fail(Command command, Exception exception)
    {
        Environment.Exit(command.Kind switch
        {
            CommandKind.Help => HelpCommand.Run(Terminal.Output),
            CommandKind.Unknown => HelpCommand.Reject(command.Word, Terminal.Error),
            _ => StartupErrorReport.Tell(exception, Terminal.Error),
        });
    }
}
