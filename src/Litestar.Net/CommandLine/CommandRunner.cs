using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.CommandLine;

/// <summary>Runs a command in place of the server.</summary>
/// <param name="app">The app.</param>
/// <param name="output">Takes text for people.</param>
/// <param name="error">Takes what is wrong.</param>
/// <param name="json">Takes JSON of the commands of every app.</param>
internal sealed class CommandRunner(LitestarApp app, Terminal output, Terminal error, Stream json)
{
    public const int Done = 0, NotFound = 1, Failed = 1, Misused = 2;

    // As shells report a process that a signal has ended.
    private const int Signalled = 128, Interrupt = 2, Terminate = 15;

    /// <summary>
    /// Runs the command that the arguments name. Returns the exit code: that of the command; 2 if the command is
    /// unknown or its arguments do not fit; 128 plus the signal's number if a signal has cancelled it.
    /// </summary>
    public async Task<int> Run(CommandArguments arguments)
    {
        if (app.Commands.Find(arguments.All) is not { } command)
        {
            return HelpCommand.Reject(arguments.All, app.Commands, error);
        }

        var (usage, operands, options) = (command.Usage, new List<string>(), new Dictionary<string, string?>());
        string[] own = [.. arguments.All.Skip(usage.Name.Count)];
        if (!command.IsBuiltIn && own.TakeWhile(argument => argument is not "--").Any(Command.IsHelp))
        {
            output.Table([HelpCommand.Row(command)]);
            return Done;
        }

        if (usage.Read(own, operands, options, command.IsBuiltIn) is { } fault)
        {
            error.Line(StyledText.Warning(fault));
            error.Line();
            error.Table([HelpCommand.Row(command)], "  ");
            return Misused;
        }

        using var cancellation = new CancellationTokenSource();
        var signal = 0;
        using var interrupt = Cancelling(PosixSignal.SIGINT, Interrupt);
        using var terminate = Cancelling(PosixSignal.SIGTERM, Terminate);
        await using var scope = app.Services.CreateAsyncScope();
        var context = new CommandContext(app, scope.ServiceProvider, usage, operands, options)
        {
            CancellationToken = cancellation.Token,
            Terminal = output,
            ErrorTerminal = error,
            Json = json,
            IsOfProcess = arguments.IsOfProcess,
        };
        try
        {
            return await command.Run(context);
        }
        catch (OperationCanceledException) when (signal > 0)
        {
            return Signalled + signal;
        }
        catch (Exception exception) when (arguments.IsOfProcess && !command.IsBuiltIn)
        {
            error.Line(StyledText.Warning(exception.ToString()));
            return Failed;
        }

        // Only the process's own arguments make its signals the command's: a test's process has others. A second signal
        // has its usual effect.
        PosixSignalRegistration? Cancelling(PosixSignal kind, int number) => !arguments.IsOfProcess ? null : PosixSignalRegistration.Create(kind, received =>
        {
            received.Cancel = Interlocked.CompareExchange(ref signal, number, 0) is 0;
            cancellation.Cancel();
        });
    }

    /// <summary>Ends the process of a command whose app cannot even be built.</summary>
    public static void Fail(CommandArguments arguments, CommandList commands, Exception exception)
    {
        var command = commands.Find(arguments.All);
        Environment.Exit(command switch
        {
            null => HelpCommand.Reject(arguments.All, commands, Terminal.Error),
            { Usage.Name: ["--help"] } => HelpCommand.Print(commands, Terminal.Output),
            _ => StartupErrorReport.Tell(exception, Terminal.Error),
        });
    }
}
