using System.Text.RegularExpressions;

namespace Litestar.Shared;

/// <summary>An app in a process of its own, and a client for the address that it printed.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private readonly CommandProcess _command;

    private RunningServer(CommandProcess command, Uri address)
    {
        _command = command;

        // The certificates of the tests are signed by nobody. A request ends at the latest with the process that it is sent to.
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = static (_, _, _, _) => true };
        Client = new(handler) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A client whose base address is that of the app.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts an app and waits until it prints its address.</summary>
    public static async Task<RunningServer> Start(string folder, string file, params string[] arguments)
    {
        var command = CommandProcess.Start(folder, file, arguments);
        return await Of(command) ?? throw new InvalidOperationException($"{command} did not start to listen:\n{command.Printed}");
    }

    /// <summary>Waits until a command prints the address where it listens. Returns null if it ends without one.</summary>
    public static async Task<RunningServer?> Of(CommandProcess command) =>
        await command.Find(Listening()) is { } match ? new(command, new(match.Groups["address"].Value.Replace("[::]", "127.0.0.1"))) : null;

    /// <summary>Waits until the app has printed the text, and returns its output. An app may print a line after it has answered.</summary>
    public Task<string> Prints(string text) => _command.Prints(text);

    /// <summary>Sends a GET request. Returns status, media type and body of the response.</summary>
    public async Task<string> Ask(string path)
    {
        using var answer = await Client.GetAsync(path);
        return await Summary(answer);
    }

    /// <summary>Sends a POST request with a JSON body. Returns status, media type and body of the response.</summary>
    public async Task<string> Post(string path, string json)
    {
        using var answer = await Client.PostAsync(path, new StringContent(json, null, "application/json"));
        return await Summary(answer);
    }

    /// <summary>Presses Ctrl-C, which reaches the process and everything that it started. Returns the exit code.</summary>
    /// <remarks>
    /// The app must have been started with <c>setsid env --default-signal=INT</c>. <c>setsid</c> gives it a process group of its own;
    /// <c>env</c> lets it receive the signal, which a shell has its background processes ignore.
    /// </remarks>
    public async Task<int> Interrupt()
    {
        await CommandProcess.Run(Path.GetTempPath(), "kill", "-INT", "--", $"-{_command.Id}");
        return await _command.Exit;
    }

    /// <summary>Ends the app.</summary>
    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return _command.DisposeAsync();
    }

    private static async Task<string> Summary(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}";

    [GeneratedRegex(@"Now listening on: (?<address>https?://\S+)")]
    private static partial Regex Listening();
}
