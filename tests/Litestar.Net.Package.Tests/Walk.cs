using System.Diagnostics;
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
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    private string _folder = root;
    private Process? _app;
    private HttpClient? _client;

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
        _client?.Dispose();
        if (_app is { } app)
        {
            _app = null;
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync();
            app.Dispose();
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

        var process = Command.Start(_folder, "bash", ["-c", command], out var printed, _environment);
        for (var waited = Stopwatch.StartNew(); !process.HasExited; await Task.Delay(50))
        {
            if (Address(printed) is { } address)
            {
                (_app, _client) = (process, new() { BaseAddress = new(address) });
                return;
            }

            if (waited.Elapsed > TimeSpan.FromMinutes(10))
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.WaitForExit();
        Assert.True(process.ExitCode is 0, $"$ {command}\n{printed}");
        Assert.DoesNotMatch(Warning(), printed.ToString());
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

        Assert.True(_client is not null, $"Nothing runs that could be asked:\n{exchange}");
        using var answer = await _client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var expected = parts[1].Trim().Split("\n\n", 2);
        Assert.StartsWith($"{(int)answer.StatusCode} ", expected[0]);
        Assert.Matches($"(?s)^{string.Join(".*", Space().Replace(expected[1], "").Split('…').Select(Regex.Escape))}$", Space().Replace(body, ""));
    }

    private static string? Address(StringBuilder printed)
    {
        lock (printed)
        {
            return Listening().Match(printed.ToString()) is { Success: true } match ? match.Groups[1].Value : null;
        }
    }

    [GeneratedRegex(@"(^`(?<file>[\w./]+)`\n\n)?^```(?<language>\w*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^(?=[A-Z]+ /)", RegexOptions.Multiline)]
    private static partial Regex Requests();

    [GeneratedRegex(@"^(?=[1-5]\d\d [A-Z])", RegexOptions.Multiline)]
    private static partial Regex Answers();

    [GeneratedRegex(@"http://localhost:\d+")]
    private static partial Regex AnyPort();

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"\bwarning [A-Z]+\d+|\bIL[23]\d{3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
