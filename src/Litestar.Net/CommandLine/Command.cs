namespace Litestar.CommandLine;

/// <summary>A command of an app.</summary>
/// <param name="usage">The name and the arguments that it takes.</param>
/// <param name="description">The description in the list of <c>--help</c>.</param>
/// <param name="run">The function, which returns the exit code.</param>
/// <param name="isBuiltIn">True for a command of every app. It only prints, so it takes any setting of the host and ignores surplus arguments.</param>
internal sealed class Command(CommandUsage usage, string description, Func<CommandContext, Task<int>> run, bool isBuiltIn = false)
{
    private static readonly string[] Help = ["--help", "-h", "-?", "help"];

    /// <summary>The name and the arguments that it takes.</summary>
    public CommandUsage Usage => usage;

    /// <summary>The description in the list of <c>--help</c>.</summary>
    public string Description => description;

    /// <summary>True for a command of every app.</summary>
    public bool IsBuiltIn => isBuiltIn;

    /// <summary>Runs the command and returns the exit code.</summary>
    public Task<int> Run(CommandContext context) => run(context);

    /// <summary>True if the arguments begin with the command's name.</summary>
    public bool IsNamedBy(IReadOnlyList<string> args) =>
        Usage.Name is ["--help"] ? args.Count > 0 && Help.Contains(args[0]) : args.Take(Usage.Name.Count).SequenceEqual(Usage.Name);

    /// <summary>True if an argument requests the usage of a command.</summary>
    public static bool IsHelp(string argument) => argument is "--help" or "-h" or "-?";
}
