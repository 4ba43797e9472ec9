using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Litestar.Shared;

/// <summary>A command that a test has started, and its output. Tests start processes in no other way.</summary>
internal sealed class CommandProcess : IAsyncDisposable
{
    // Ends a command that hangs. No test waits for it: a busy machine may need half an hour for what a quiet one does in a minute.
    private static readonly TimeSpan HangLimit = TimeSpan.FromHours(1);

    // The build that runs the tests sets these. The builds that the tests start must not see them.
    private static readonly string[] OfTheRunner = ["CI", "DOTNET_CLI_TEST_COMMAND_WORKING_DIRECTORY"];

    private readonly Process _process;
    private readonly string _line;
    private readonly Lock _lock = new();
    private readonly StringBuilder _printed = new(), _output = new(), _errors = new();
    private TaskCompletionSource _changed = NewChange();
    private bool _hasEnded;

    private CommandProcess(Process process, string line)
    {
        _process = process;
        _line = line;
    }

    /// <summary>The id of the process.</summary>
    public int Id { get; private set; }

    /// <summary>The exit code, after the process has ended and all its output is read.</summary>
    public Task<int> Exit { get; private set; } = Task.FromResult(0);

    /// <summary>The output so far, standard output and errors together, in the order of arrival.</summary>
    public string Printed => Read(_printed);

    /// <summary>The standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>The standard error output so far.</summary>
    public string Errors => Read(_errors);

    /// <summary>Runs a command to its end and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The exit code is not 0.</exception>
    public static async Task<string> Run(string folder, string file, params string[] arguments)
    {
        await using var command = Start(folder, file, arguments);
        return await command.Exit is 0
            ? command.Printed
            : throw new InvalidOperationException($"{command} exited with {await command.Exit}:\n{command.Printed}");
    }

    /// <summary>Starts a command.</summary>
    /// <param name="folder">The folder in which it starts.</param>
    /// <param name="file">The program: a path, or a name on the PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to add to the environment.</param>
    public static CommandProcess Start(string folder, string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || OfTheRunner.Contains(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        // A test that ends a process ends everything that the process started. A build node that outlived its build could serve another test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var command = new CommandProcess(new() { StartInfo = start }, $"{file} {string.Join(' ', start.ArgumentList)}");
        command.Start();
        return command;
    }

    /// <summary>Waits until the output has the text, and returns the output.</summary>
    /// <exception cref="InvalidOperationException">The command ended without it.</exception>
    public async Task<string> Prints(string text) =>
        await Find(new(Regex.Escape(text))) is null ? throw new InvalidOperationException($"{this} ended and did not print '{text}':\n{Printed}") : Printed;

    /// <summary>Waits until the output matches, and returns the match. Returns null if the command ends without one.</summary>
    public async Task<Match?> Find(Regex pattern)
    {
        while (true)
        {
            string printed;
            Task changed;
            bool hasEnded;
            lock (_lock)
            {
                (printed, changed, hasEnded) = (_printed.ToString(), _changed.Task, _hasEnded);
            }

            if (pattern.Match(printed) is { Success: true } match)
            {
                return match;
            }

            if (hasEnded)
            {
                return null;
            }

            await changed;
        }
    }

    /// <summary>Ends the process and everything that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Exit.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
            await Exit;
        }

        _process.Dispose();
    }

    public override string ToString() => _line;

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Start()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data, _output);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data, _errors);
        _process.Start();
        Id = _process.Id;
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exit = WaitForExit();
    }

    private async Task<int> WaitForExit()
    {
        using var limit = new CancellationTokenSource(HangLimit);
        await using (limit.Token.Register(() => _process.Kill(entireProcessTree: true)))
        {
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        Change(() => _hasEnded = true);
        return _process.ExitCode;
    }

    // A null line is the end of the stream.
    private void Keep(string? line, StringBuilder stream)
    {
        if (line is not null)
        {
            Change(() =>
            {
                stream.AppendLine(line);
                _printed.AppendLine(line);
            });
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            (changed, _changed) = (_changed, NewChange());
        }

        changed.SetResult();
    }

    private string Read(StringBuilder text)
    {
        lock (_lock)
        {
            return text.ToString();
        }
    }
}
