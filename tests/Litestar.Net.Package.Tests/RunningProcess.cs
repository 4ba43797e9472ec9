using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Litestar.Package.Tests;

/// <summary>An app as a process of its own, and a client for the port it printed.</summary>
public sealed partial class RunningProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _printed;

    private RunningProcess(Process process, StringBuilder printed, HttpClient client)
    {
        _process = process;
        _printed = printed;
        Client = client;
    }

    /// <summary>What it has printed, once that holds the text; what it prints comes a little later than what it answers.</summary>
    public async Task<string> Says(string text)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            lock (_printed)
            {
                var printed = _printed.ToString();
                if (printed.Contains(text) || waited.Elapsed > TimeSpan.FromSeconds(30))
                {
                    Assert.Contains(text, printed);
                    return printed;
                }
            }
        }
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
                // A certificate of the tests' own has nobody to vouch for it.
                return new(process, printed, new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = static (_, _, _, _) => true }) { BaseAddress = new(address) });
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

    public async Task<string> Post(string path, string json)
    {
        using var answer = await Client.PostAsync(path, new StringContent(json, null, "application/json"));
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}";
    }

    /// <summary>Presses Ctrl-C, which reaches the process and all that it started; its exit code.</summary>
    /// <remarks>
    /// It must have been started with <c>setsid env --default-signal=INT</c>: as the head of a group of its own, and hearing the key also
    /// where the tests run in the background of a shell, which has its children ignore it.
    /// </remarks>
    public async Task<int> Interrupt(TimeSpan patience)
    {
        await Command.Run(Path.GetTempPath(), "kill", "-INT", "--", $"-{_process.Id}");
        using var end = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(end.Token);
        return _process.ExitCode;
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
            return Listening().Match(printed.ToString()) is { Success: true } match ? match.Groups[1].Value.Replace("[::]", "127.0.0.1") : null;
        }
    }

    [GeneratedRegex(@"Now listening on: (https?://\S+)")]
    private static partial Regex Listening();
}
