using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Litestar.Package.Tests;

/// <summary>An app as a process of its own, and a client for the port it printed.</summary>
public sealed partial class RunningProcess : IAsyncDisposable
{
    private readonly Process _process;

    private RunningProcess(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    public HttpClient Client { get; }

    /// <summary>Starts it and waits until it says where it listens.</summary>
    public static async Task<RunningProcess> Start(string folder, string file, params string[] arguments)
    {
        var process = Command.Start(folder, file, arguments, out var printed);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(10); await Task.Delay(50))
        {
            if (Address(printed) is { } address)
            {
                return new(process, new HttpClient { BaseAddress = new(address) });
            }

            if (process.HasExited)
            {
                break;
            }
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} did not start to listen:\n{printed}");
    }

    public async Task<string> Ask(string path)
    {
        using var answer = await Client.GetAsync(path);
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string? Address(StringBuilder printed)
    {
        lock (printed)
        {
            return Listening().Match(printed.ToString()) is { Success: true } match ? match.Groups[1].Value : null;
        }
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
