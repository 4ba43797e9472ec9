using System.Diagnostics;
using System.Text;

namespace Litestar.Package.Tests;

/// <summary>A command as a person would type it.</summary>
public static class Command
{
    /// <summary>Runs it to its end; what it printed, if it succeeded.</summary>
    public static async Task<string> Run(string folder, string file, params string[] arguments)
    {
        using var process = Start(folder, file, arguments, out var printed);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return process.ExitCode is 0
            ? printed.ToString()
            : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{printed}");
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Process Start(string folder, string file, string[] arguments, out StringBuilder printed, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // The test runner's own build must not colour the builds it starts.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_CLI_TEST_COMMAND_WORKING_DIRECTORY" or "CI").ToList())
        {
            start.Environment.Remove(name);
        }

        // Whoever ends a process ends all that it started: a build's nodes are its own, and serve no other test's meanwhile.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var text = printed = new StringBuilder();
        var process = new Process { StartInfo = start };
        void Keep(object _, DataReceivedEventArgs line)
        {
            lock (text)
            {
                text.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
