namespace Litestar.CommandLine;

/// <summary>A command in the first argument of an app, which replaces the run.</summary>
/// <param name="Kind">The kind of command.</param>
/// <param name="Word">The argument itself.</param>
/// <param name="Operands">The arguments after it, up to the first one for the host.</param>
/// <param name="IsJson">True for output as JSON.</param>
/// <param name="IsOfProcess">True if the command came on the process's own command line. Then it decides the exit code.</param>
internal sealed record Command(CommandKind Kind, string Word, string[] Operands, bool IsJson, bool IsOfProcess)
{
    private const string Json = "--json";

    /// <summary>
    /// Splits a command from the arguments; the rest is for the host. Null if the first argument is not a word:
    /// <c>--urls</c>, <c>key=value</c>, <c>/key</c>, a file, a number.
    /// </summary>
    public static (Command? Command, string[] Others) Cut(string[] args)
    {
        if (args is not [var word, ..] || KindOf(word) is not { } kind)
        {
            return (null, args);
        }

        // The host must not see the command's operands: it would take '/orders/5' for a key and the next argument for its value.
        var operands = args.Skip(1).TakeWhile((argument, at) => at < MostOf(kind) && !argument.StartsWith('-')).ToArray();
        var rest = args.Skip(1 + operands.Length).ToArray();
        return (new(kind, word, operands, rest.Contains(Json), IsOwn(args)), [.. rest.Where(argument => argument != Json)]);
    }

    private static CommandKind? KindOf(string word) => word switch
    {
        "routes" => CommandKind.Routes,
        "explain" => CommandKind.Explain,
        "info" => CommandKind.Info,
        "help" or "--help" or "-h" or "-?" => CommandKind.Help,
        _ => word.Length > 0 && word.All(letter => char.IsAsciiLetter(letter) || letter is '-') && word[0] is not '-' ? CommandKind.Unknown : null,
    };

    private static int MostOf(CommandKind kind) => kind switch
    {
        CommandKind.Explain => 2,
        CommandKind.Routes => 1,
        _ => 0,
    };

    private static bool IsOwn(string[] args) => Environment.GetCommandLineArgs().Skip(1).SequenceEqual(args);
}

/// <summary>The commands of every app.</summary>
internal enum CommandKind
{
    /// <summary>Lists all routes as a table.</summary>
    Routes,

    /// <summary>Prints one route with all its steps.</summary>
    Explain,

    /// <summary>Describes the app itself.</summary>
    Info,

    /// <summary>Lists the commands.</summary>
    Help,

    /// <summary>A word that is not a command.</summary>
    Unknown,
}
