using System.Text.RegularExpressions;

namespace Litestar.Samples.Tests.Docs;

/// <summary>A command that is typed, and what a page says it prints. An ellipsis there stands for anything.</summary>
/// <param name="Arguments">The program's arguments.</param>
/// <param name="Expected">What is printed.</param>
internal sealed partial record Session(string[] Arguments, string Expected)
{
    public static IEnumerable<Session> Parse(string block) => Commands().Split(block).Where(part => part.Length > 0).Select(part =>
    {
        var lines = part.Split('\n', 2);
        return new Session(lines[0].Split(" -- ", 2)[1].Split(' '), lines[1]);
    });

    /// <summary>What differs from the promise; none where it is kept.</summary>
    /// <param name="program">The program, in a file beside its libraries.</param>
    public async Task<string?> Differs(string program)
    {
        string[] exec = ["exec", "--runtimeconfig", BesideTests("runtimeconfig.json"), "--depsfile", BesideTests("deps.json"), program, .. Arguments];
        await using var command = CommandProcess.Start(AppContext.BaseDirectory, "dotnet", exec);
        await command.Exit;
        var printed = command.Output + command.Errors;
        return Regex.IsMatch(printed.Trim(), $"^{string.Join(".*", Expected.Trim().Split('…').Select(Regex.Escape))}$", RegexOptions.Singleline)
            ? null
            : $"{string.Join(' ', Arguments)}\npromised:\n{Expected}\nprinted:\n{printed}";
    }

    private static string BesideTests(string what) => Path.Combine(AppContext.BaseDirectory, $"{typeof(Session).Assembly.GetName().Name}.{what}");

    [GeneratedRegex(@"^\$ (?=dotnet run )", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
