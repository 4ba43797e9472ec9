using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(Litestar.Conformance.NativeServer))]

namespace Litestar.Conformance;

/// <summary>The native binary: published once, started once for each configuration that a test asks for.</summary>
public sealed partial class NativeServer : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Binary = new(Publish);
    private static readonly ConcurrentDictionary<string, Lazy<Task<(Process Process, string Address)>>> Running = new();

    /// <summary>Whether the platform's C toolchain is there, which publishing needs.</summary>
    public static bool IsPossible { get; } = Environment.GetEnvironmentVariable("LITESTAR_NATIVE") is not "0" && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(path => File.Exists(Path.Combine(path, "clang")) || File.Exists(Path.Combine(path, "link.exe")));

    public static async Task<string> Address(params string[] arguments) =>
        (await Running.GetOrAdd(string.Join(' ', arguments), _ => new(() => Start(arguments))).Value).Address;

    /// <summary>Runs the binary to its end.</summary>
    public static async Task<(int Code, string Printed)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(await Binary.Value, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, printed);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var started in Running.Values)
        {
            var (process, _) = await started.Value;
            process.Kill();
            process.Dispose();
        }
    }

    private static async Task<string> Publish()
    {
        var project = Path.Combine(AppContext.BaseDirectory, "../../../Native");
        var output = Directory.CreateTempSubdirectory("litestar-native-").FullName;
        // Apart from the tree, where other tests build the same projects at the same time.
        var (process, printed) = Launch("dotnet", ["publish", project, "-c", "Release", "-o", output, "-p:TreatWarningsAsErrors=false", "--artifacts-path", output + "-build"]);
        await process.WaitForExitAsync();
        // .NET marks the constructors of some validation attributes: they warn where a user writes them. Nothing else may.
        var warnings = printed.ToString().Split('\n')
            .Where(line => line.Contains("warning ") && !(line.Contains("IL2026: Litestar.Conformance.Apps.") && line.Contains("System.ComponentModel.DataAnnotations.")))
            .ToList();
        Assert.Empty(warnings);
        return process.ExitCode is 0 ? Path.Combine(output, "Native") : throw new InvalidOperationException($"The native app could not be published:\n{printed}");
    }

    private static async Task<(Process Process, string Address)> Start(string[] arguments)
    {
        var (process, printed) = Launch(await Binary.Value, ["--urls", "http://127.0.0.1:0", .. arguments]);
        while (!process.HasExited)
        {
            lock (printed)
            {
                if (Listening().Match(printed.ToString()) is { Success: true } match)
                {
                    return (process, match.Groups[1].Value);
                }
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"The native app did not start:\n{printed}");
    }

    private static (Process Process, StringBuilder Printed) Launch(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        var printed = new StringBuilder();
        var process = new Process { StartInfo = start };
        void Keep(object _, DataReceivedEventArgs line)
        {
            lock (printed)
            {
                printed.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, printed);
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}

public sealed class NativeServerTests
{
    [Fact]
    public void The_suite_runs_against_a_native_binary() =>
        Assert.SkipUnless(NativeServer.IsPossible, "NOT TESTED: the conformance suite against Native AOT. It needs clang and zlib's headers (Debian: apt-get install clang zlib1g-dev).");
}
