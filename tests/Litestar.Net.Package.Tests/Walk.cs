using System.Text;
using System.Text.RegularExpressions;

namespace Litestar.Package.Tests;

/// <summary>Somebody who does what a page of the documentation says, line by line, in an empty folder.</summary>
/// <remarks>
/// A block below the name of a file is written into the folder where he stands. A command of a <c>sh</c> block that says where it listens
/// is left running, and asked what the <c>http</c> blocks after it promise, until the next command. Ports are the system's choice.
/// </remarks>
public sealed partial class Walk(string root) : IAsyncDisposable
{
    private readonly Dictionary<string, string> _environment = new()
    {
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["DOTNET_CLI_HOME"] = Path.Combine(root, ".home"),
        ["NUGET_PACKAGES"] = Feed.Cache,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    private string _folder = root;
    private RunningServer? _app;

    /// <summary>Walks it from top to bottom.</summary>
    public async Task Along(string page)
    {
        foreach (Match step in Steps().Matches(page.ReplaceLineEndings("\n")))
        {
            var body = step.Groups["body"].Value;
            switch (step.Groups["language"].Value)
            {
                case "sh":
                    foreach (var command in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        await Type(AnyPort().Replace(command, "http://127.0.0.1:0"));
                    }

                    break;
                case "http":
                    foreach (var exchange in Requests().Split(body).Where(part => part.Trim().Length > 0))
                    {
                        await Ask(exchange);
                    }

                    break;
                case not "" when step.Groups["file"].Value is { Length: > 0 } file:
                    File.WriteAllText(Path.Combine(_folder, file), AnyPort().Replace(body, "http://127.0.0.1:0"));
                    break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.DisposeAsync();
        }
    }

    private async Task Type(string command)
    {
        await DisposeAsync();
        if (command.StartsWith("cd ", StringComparison.Ordinal))
        {
            _folder = Path.Combine(_folder, command[3..]);
            return;
        }

        var typed = CommandProcess.Start(_folder, "bash", ["-c", command], _environment);
        _app = await RunningServer.Of(typed);
        if (_app is null)
        {
            Assert.True(await typed.Exit is 0, $"$ {command}\n{typed.Printed}");
            Assert.DoesNotMatch(Warning(), typed.Printed);
            await typed.DisposeAsync();
        }
    }

    // An ellipsis stands for anything; layout says nothing.
    private async Task Ask(string exchange)
    {
        var parts = Answers().Split(exchange, 2);
        var asked = parts[0].Trim().Split("\n\n", 2);
        var lines = asked[0].Split('\n');
        var target = lines[0].Split(' ', 2);
        using var request = new HttpRequestMessage(new(target[0]), target[1]);
        if (asked.Length > 1)
        {
            request.Content = new StringContent(asked[1], Encoding.UTF8, lines.Single(line => line.StartsWith("Content-Type: ", StringComparison.Ordinal))["Content-Type: ".Length..]);
        }

        Assert.True(_app is not null, $"Nothing runs that could be asked:\n{exchange}");
        using var answer = await _app.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var expected = parts[1].Trim().Split("\n\n", 2);
        Assert.StartsWith($"{(int)answer.StatusCode} ", expected[0]);
        Assert.Matches($"(?s)^{string.Join(".*", Space().Replace(expected[1], "").Split('…').Select(Regex.Escape))}$", Space().Replace(body, ""));
    }

    [GeneratedRegex(@"(^`(?<file>[\w./]+)`\n\n)?^```(?<language>\w*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^(?=[A-Z]+ /)", RegexOptions.Multiline)]
    private static partial Regex Requests();

    [GeneratedRegex(@"^(?=[1-5]\d\d [A-Z])", RegexOptions.Multiline)]
    private static partial Regex Answers();

    [GeneratedRegex(@"http://localhost:\d+")]
    private static partial Regex AnyPort();

    [GeneratedRegex(@"\bwarning [A-Z]+\d+|\bIL[23]\d{3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
