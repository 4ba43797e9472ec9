namespace Litestar.CommandLine;

/// <summary>A command of an app.</summary>
/// <param name="Usage">The name and the arguments that it takes.</param>
/// <param name="Description">The description in the list of <c>--help</c>.</param>
/// <param name="Run">The function, which returns the exit code.</param>
/// <param name="IsBuiltIn">
/// True for a command of every app. It only prints, so it takes any setting of the host and ignores surplus arguments.
/// </param>
internal sealed record Command(CommandUsage Usage, string Description, Func<CommandContext, Task<int>> Run, bool IsBuiltIn = false)
{
    private static readonly string[] Help = ["--help", "-h", "-?", "help"];

    /// <summary>True if the arguments begin with the command's name.</summary>
    public bool IsNamedBy(IReadOnlyList<string> args) =>
        Usage.Name is ["--help"] ? args.Count > 0 && Help.Contains(args[0]) : args.Take(Usage.Name.Count).SequenceEqual(Usage.Name);

    /// <summary>True if an argument requests the usage of a command.</summary>
    public static bool IsHelp(string argument) => argument is "--help" or "-h" or "-?";
}
