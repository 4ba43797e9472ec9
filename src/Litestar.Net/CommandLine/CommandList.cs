using Litestar.CommandLine;

namespace Litestar;

/// <summary>The commands of an app's command line, such as <c>dotnet run -- database migrate</c>.</summary>
/// <remarks>
/// Every app has <c>routes</c>, <c>explain</c>, <c>info</c> and <c>help</c>. Plugins and programs add more through
/// <see cref="LitestarBuilder.Commands"/>.
/// </remarks>
public sealed class CommandList
{
    private readonly List<Command> _commands = [];

    internal CommandList()
    {
        BuiltIn("routes [text]", "prints every route, or those with the text in their path or handler", RoutesCommand.Run);
        BuiltIn("explain VERB PATH", "prints the route that would answer, with all its steps", ExplainCommand.Run);
        BuiltIn("info", "prints facts about this app and its environment", InfoCommand.Run);
        BuiltIn("--help", "prints this", HelpCommand.Run);
    }

    /// <summary>Adds a command.</summary>
    /// <remarks>
    /// The app is built, and not started: no server, no hosted service, and no function of
    /// <see cref="LitestarOptions.OnStartup(Func{IServiceProvider, Task})"/>
    /// or <see cref="LitestarOptions.Lifespan{T}(Func{IServiceProvider, Task{T}})"/> runs. An exception of the function
    /// ends the process with exit code 1.
    /// </remarks>
    /// <param name="usage">
    /// The command's name and the arguments that it takes: <c>database migrate [version] [--dry-run]</c>. The words of
    /// the name are lower-case letters
    /// and hyphens. After them: <c>VERSION</c> is a required operand, <c>[version]</c> an optional one,
    /// <c>[files...]</c> any number of them,
    /// <c>[--dry-run]</c> a flag, <c>[--to VERSION]</c> an option with a value.
    /// </param>
    /// <param name="description">
    /// The description in the list of <c>--help</c>, such as <c>applies the migrations that are missing</c>.
    /// </param>
    /// <param name="run">The function. It returns the exit code of the process; a task without a value is 0.</param>
    /// <exception cref="ArgumentException">The usage cannot be read, or another command has the same name.</exception>
    public CommandList Add(string usage, string description, Func<CommandContext, Task<int>> run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(usage);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(run);
        var parsed = CommandUsage.Parse(usage);
        if (parsed.Name is ["help"] || _commands.Exists(command => command.Usage.Name.SequenceEqual(parsed.Name)))
        {
            throw new ArgumentException($"There are two commands '{string.Join(' ', parsed.Name)}'. Choose another name for one of them.", nameof(usage));
        }

        // The commands of every app stay last, '--help' at the very end.
        _commands.Insert(_commands.FindIndex(command => command.IsBuiltIn), new(parsed, description, run));
        return this;
    }

    /// <inheritdoc cref="Add(string, string, Func{CommandContext, Task{int}})"/>
    public CommandList Add(string usage, string description, Func<CommandContext, Task> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Add(usage, description, async context =>
        {
            await run(context);
            return CommandRunner.Done;
        });
    }

    /// <inheritdoc cref="Add(string, string, Func{CommandContext, Task{int}})"/>
    public CommandList Add(string usage, string description, Func<CommandContext, int> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Add(usage, description, context => Task.FromResult(run(context)));
    }

    /// <summary>All commands, in the order of <c>--help</c>.</summary>
    internal IReadOnlyList<Command> All => _commands;

    /// <summary>
    /// Finds the command whose name the arguments begin with; of several the one with the longest name. Returns null if
    /// there is none.
    /// </summary>
    /// <param name="args">The arguments.</param>
    internal Command? Find(IReadOnlyList<string> args)
    {
        Command? found = null;
        foreach (var command in _commands)
        {
            if (command.IsNamedBy(args) && command.Usage.Name.Count > (found?.Usage.Name.Count ?? 0))
            {
                found = command;
            }
        }

        return found;
    }

    private void BuiltIn(string usage, string description, Func<CommandContext, int> run) =>
        _commands.Add(new(CommandUsage.Parse(usage), description, context => Task.FromResult(run(context)), isBuiltIn: true));
}
