using Litestar.CommandLine;

namespace Litestar;

/// <summary>A call of a command: its arguments, the app's services, and the output.</summary>
public sealed class CommandContext
{
    private readonly CommandUsage _usage;
    private readonly Dictionary<string, string?> _options;

    internal CommandContext(LitestarApp app, IServiceProvider services, CommandUsage usage, IReadOnlyList<string> operands, Dictionary<string, string?> options)
    {
        (App, Services, _usage, Operands, _options) = (app, services, usage, operands, options);
    }

    /// <summary>The app. It is built, and not started.</summary>
    public LitestarApp App { get; }

    /// <summary>The services of a scope that is disposed after the command.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The arguments that are no options, in their order. Their number fits the usage.</summary>
    public IReadOnlyList<string> Operands { get; }

    /// <summary>The standard output, for results.</summary>
    public TextWriter Output => Terminal.Writer;

    /// <summary>The standard error output, for faults and progress.</summary>
    public TextWriter Error => ErrorTerminal.Writer;

    /// <summary>A token that is cancelled by Ctrl-C (SIGINT) and by SIGTERM. A second signal ends the process at once.</summary>
    public CancellationToken CancellationToken { get; internal init; }

    /// <summary>Returns the value of an option, or null if it is not given.</summary>
    /// <param name="name">The option's name as in the usage, such as <c>--to</c>.</param>
    /// <exception cref="ArgumentException">The usage of the command has no such option.</exception>
    public string? Option(string name) => _options.GetValueOrDefault(Declared(name));

    /// <summary>Returns true if an option or a flag is given.</summary>
    /// <param name="name">The option's name as in the usage, such as <c>--dry-run</c>.</param>
    /// <exception cref="ArgumentException">The usage of the command has no such option.</exception>
    public bool Has(string name) => _options.ContainsKey(Declared(name));

    /// <summary>The standard output, with colours.</summary>
    internal Terminal Terminal { get; init; } = Terminal.Output;

    /// <summary>The standard error output, with colours.</summary>
    internal Terminal ErrorTerminal { get; init; } = Terminal.Error;

    /// <summary>The standard output as bytes.</summary>
    internal Stream Json { get; init; } = Stream.Null;

    /// <summary>True if a command of every app is to print JSON.</summary>
    internal bool IsJson => _options.ContainsKey(CommandArguments.Json);

    /// <summary>True if the arguments are those of the process.</summary>
    internal bool IsOfProcess { get; init; }

    private string Declared(string name) =>
        _usage.Has(name) ? name : throw new ArgumentException($"The usage '{_usage.Text}' has no option '{name}'. Add [{name}] or [{name} VALUE] to it.", nameof(name));
}
