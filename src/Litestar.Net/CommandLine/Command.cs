namespace Litestar.CommandLine;

/// <summary>What the first argument asks of an app in place of running it.</summary>
/// <param name="Kind">Which command.</param>
/// <param name="Word">The argument itself.</param>
/// <param name="Operands">What follows it, up to the first argument of the host's.</param>
/// <param name="IsJson">Whether a machine reads the answer.</param>
/// <param name="IsOfProcess">Whether it was said to the process itself, whose exit code it then decides.</param>
internal sealed record Command(CommandKind Kind, string Word, string[] Operands, bool IsJson, bool IsOfProcess)
{
    private const string Json = "--json";

    /// <summary>Cuts a command off the arguments; the rest is the host's. None where the first argument is no word: <c>--urls</c>, <c>key=value</c>, <c>/key</c>, a file, a number.</summary>
    public static (Command? Command, string[] Others) Cut(string[] args)
    {
        if (args is not [var word, ..] || KindOf(word) is not { } kind)
        {
            return (null, args);
        }

        // Of its own words none may reach the host, which would take '/orders/5' for a key and what follows for its value.
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

/// <summary>The commands that every app answers.</summary>
internal enum CommandKind
{
    /// <summary>All routes as a table.</summary>
    Routes,

    /// <summary>One route with all that a request passes.</summary>
    Explain,

    /// <summary>The app itself.</summary>
    Info,

    /// <summary>What there is.</summary>
    Help,

    /// <summary>A word that is none of these.</summary>
    Unknown,
}
