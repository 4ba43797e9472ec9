namespace Litestar.CommandLine;

/// <summary>The name of a command and the arguments that it takes.</summary>
internal sealed class CommandUsage
{
    // The host reads these before the app is built; no other setting of the host has a name without a colon.
    private static readonly string[] HostSettings = ["--environment", "--contentRoot", "--applicationName", "--webRoot", "--urls", "--http_ports", "--https_ports", "--AllowedHosts"];

    // Each with the name of its value; null for a flag.
    private readonly Dictionary<string, string?> _options = [];
    private readonly List<string> _required = [];
    private int _optional;

    private CommandUsage(string text) => Text = text;

    /// <summary>The usage as it was written: <c>database migrate [version] [--dry-run]</c>.</summary>
    public string Text { get; }

    /// <summary>The words of the name.</summary>
    public List<string> Name { get; } = [];

    /// <summary>The greatest number of operands.</summary>
    public int MostOperands => _optional is int.MaxValue ? int.MaxValue : _required.Count + _optional;

    /// <summary>True for an option or a flag of this command.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>Reads a usage.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static CommandUsage Parse(string text)
    {
        var usage = new CommandUsage(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["--help"])
        {
            usage.Name.Add(words[0]);
            return usage;
        }

        for (var i = 0; i < words.Length; i++)
        {
            var isPair = words[i].StartsWith("[--", StringComparison.Ordinal) && !words[i].EndsWith(']') && i + 1 < words.Length;
            usage.Add(isPair ? $"{words[i]} {words[++i]}" : words[i]);
        }

        return usage.Name.Count > 0 ? usage : throw usage.Unreadable(text);
    }

    /// <summary>Sorts a command's arguments into operands and options. Returns a sentence if they do not fit, otherwise null.</summary>
    /// <param name="args">The arguments after the name.</param>
    /// <param name="operands">Receives the operands.</param>
    /// <param name="options">Receives the options, with null as the value of a flag.</param>
    /// <param name="isLenient">True to take any setting of the host and to ignore surplus arguments.</param>
    public string? Read(IReadOnlyList<string> args, List<string> operands, Dictionary<string, string?> options, bool isLenient)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--")
            {
                operands.AddRange(args.Skip(i + 1));
                break;
            }

            if (!IsOption(args[i]))
            {
                operands.Add(args[i]);
                continue;
            }

            var (name, value) = args[i].IndexOf('=') is > 0 and var equals ? (args[i][..equals], args[i][(equals + 1)..]) : (args[i], (string?)null);
            var takesValue = _options.TryGetValue(name, out var declaredValue) ? declaredValue is not null : isLenient ? name is not CommandArguments.Json : IsHostSetting(name);
            if (!takesValue && !_options.ContainsKey(name) && !isLenient)
            {
                return $"'{name}' is no option of '{string.Join(' ', Name)}'. A setting of the app has a colon in its name, --Section:Key; give any other as an environment variable.";
            }

            if (takesValue && value is null && i + 1 < args.Count && HasValue(args, i))
            {
                value = args[++i];
            }

            if (Has(name) && takesValue != value is not null)
            {
                return takesValue ? $"'{name}' has no value." : $"'{name}' takes no value.";
            }

            options[name] = value;
        }

        return isLenient ? null
            : operands.Count < _required.Count ? $"'{_required[operands.Count]}' is missing."
            : operands.Count > MostOperands ? $"'{operands[MostOperands]}' is one argument too many."
            : null;
    }

    /// <summary>True if the argument at a place is an option whose value can be the next one.</summary>
    public static bool HasValue(IReadOnlyList<string> args, int at) => at + 1 < args.Count && !args[at + 1].StartsWith("--", StringComparison.Ordinal);

    // '-5' is a number, and '-' the standard input.
    private static bool IsOption(string argument) => argument is ['-', not (>= '0' and <= '9' or '.'), ..];

    private static bool IsHostSetting(string name) => name.Contains(':') || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase);

    private void Add(string word)
    {
        var isInBrackets = word is ['[', .., ']'];
        var inner = isInBrackets ? word[1..^1] : word;
        if (!isInBrackets && IsName(word) && MostOperands is 0 && _options.Count is 0)
        {
            Name.Add(word);
        }
        else if (isInBrackets && inner.StartsWith("--", StringComparison.Ordinal) && inner.Split(' ') is [var option, .. { Length: <= 1 } value] && IsName(option[2..]) && value.All(IsOperand) && _options.TryAdd(option, value is [var of] ? of : null))
        {
        }
        else if (isInBrackets && _optional is not int.MaxValue && IsOperand(inner.EndsWith("...", StringComparison.Ordinal) ? inner[..^3] : inner))
        {
            _optional = inner.EndsWith("...", StringComparison.Ordinal) ? int.MaxValue : _optional + 1;
        }
        else if (!isInBrackets && _optional is 0 && IsOperand(word) && !word.Any(char.IsAsciiLetterLower))
        {
            _required.Add(word);
        }
        else
        {
            throw Unreadable(word);
        }
    }

    private ArgumentException Unreadable(string word) => new(
        $"The usage '{Text}' cannot be read at '{word}'. Write the name in lower-case letters and hyphens, then VERSION for a required operand, [version] for an optional one, [files...] for any number, [--dry-run] for a flag, [--to VERSION] for an option.",
        "usage");

    private static bool IsName(string word) => word.Length > 0 && word[0] is not '-' && word.All(letter => char.IsAsciiLetterLower(letter) || letter is '-');

    private static bool IsOperand(string word) => word.Length > 0 && char.IsAsciiLetter(word[0]) && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
