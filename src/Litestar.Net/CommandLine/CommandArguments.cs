namespace Litestar.CommandLine;

/// <summary>The arguments of an app that is to run a command.</summary>
/// <param name="All">The arguments, of which the first is a word of the command's name.</param>
/// <param name="IsOfProcess">True if they are those of the process itself, whose exit code the command then decides.</param>
internal sealed record CommandArguments(string[] All, bool IsOfProcess)
{
    /// <summary>The option of all commands that can print JSON.</summary>
    public const string Json = "--json";

    /// <summary>
    /// Cuts a command off the arguments and returns it with the host's arguments. Returns null if the first argument is
    /// no word: <c>--urls</c>, <c>key=value</c>, <c>/key</c>, a file, a number.
    /// </summary>
    /// <remarks>
    /// Plugins add their commands later. All words up to the first option can therefore be the command's, and an option
    /// can be the command's or the host's.
    /// </remarks>
    /// <param name="args">The arguments.</param>
    /// <param name="commands">The commands that are known so far.</param>
    public static (CommandArguments? Command, string[] Others) Cut(string[] args, CommandList commands)
    {
        var known = commands.Find(args);
        if (args is not [var word, ..] || (known is null && !IsWord(word)))
        {
            return (null, args);
        }

        // Of its own words none may reach the host, which would take '/orders/5' for a key and what follows for its value.
        var name = known?.Usage.Name.Count ?? 1;
        var most = known?.Usage.MostOperands ?? int.MaxValue;
        var operands = args.Skip(name).TakeWhile((argument, at) => at < most && !argument.StartsWith('-')).Count();
        return (new(args, IsOwn(args)), [.. OfHost([.. args.Skip(name + operands).TakeWhile(argument => argument is not "--")])]);
    }

    // A flag is never the host's, which would take the next option for its value.
    private static IEnumerable<string> OfHost(string[] rest) =>
        rest.Where((argument, at) => argument is not Json && (!argument.StartsWith('-') || argument.Contains('=') || CommandUsage.HasValue(rest, at)));

    private static bool IsWord(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetter(letter) || letter is '-') && word[0] is not '-';

    private static bool IsOwn(string[] args) => Environment.GetCommandLineArgs().Skip(1).SequenceEqual(args);
}
