namespace Litestar.CommandLine;

/// <summary>Runs a command and prints its output, without starting the server.</summary>
/// <param name="app">The app.</param>
/// <param name="output">Receives output for people.</param>
/// <param name="error">Receives errors.</param>
/// <param name="json">Receives output as JSON.</param>
internal sealed class CommandRunner(LitestarApp app, Terminal output, Terminal error, Stream json)
{
    public const int Done = 0, NotFound = 1, Failed = 1, Misused = 2;

    /// <summary>Runs the command and returns the exit code: 0, 1 if nothing was found, 2 if the command is not valid.</summary>
    public int Run(Command command) => command.Kind switch
    {
        CommandKind.Routes => new RoutesCommand(app, output, error).Run(command, json),
        CommandKind.Explain => new ExplainCommand(app, output, error).Run(command, json),
        CommandKind.Info => new InfoCommand(app, output, error).Run(command, json),
        CommandKind.Help => HelpCommand.Run(output),
        _ => HelpCommand.Reject(command.Word, error),
    };

    /// <summary>Ends the process of a command whose app cannot be built.</summary>
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
