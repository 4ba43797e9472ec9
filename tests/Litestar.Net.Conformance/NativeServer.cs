using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Litestar.Conformance.NativeServer))]

namespace Litestar.Conformance;

/// <summary>The native binary: published once, started once for each configuration that a test asks for.</summary>
public sealed class NativeServer : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Binary = new(Publish);
    private static readonly Lazy<DirectoryInfo> Folder = new(() => Directory.CreateTempSubdirectory("litestar-native-"));
    private static readonly ConcurrentDictionary<string, Lazy<Task<RunningServer>>> Running = new();

    /// <summary>Whether the platform's C toolchain is there, which publishing needs.</summary>
    public static bool IsPossible { get; } = Environment.GetEnvironmentVariable("LITESTAR_NATIVE") is not "0" && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(path => File.Exists(Path.Combine(path, "clang")) || File.Exists(Path.Combine(path, "link.exe")));

    public static async Task<Uri> Address(params string[] arguments) =>
        (await Running.GetOrAdd(string.Join(' ', arguments), _ => new(() => Start(arguments))).Value).Client.BaseAddress!;

    /// <summary>Runs the binary to its end.</summary>
    public static async Task<(int Code, string Printed)> Run(params string[] arguments)
    {
        await using var command = CommandProcess.Start(AppContext.BaseDirectory, await Binary.Value, arguments);
        return (await command.Exit, command.Output);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var started in Running.Values)
        {
            await (await started.Value).DisposeAsync();
        }

        if (Folder.IsValueCreated)
        {
            Folder.Value.Delete(recursive: true);
        }
    }

    private static async Task<RunningServer> Start(string[] arguments) =>
        await RunningServer.Start(AppContext.BaseDirectory, await Binary.Value, ["--urls", "http://127.0.0.1:0", .. arguments]);

    private static async Task<string> Publish()
    {
        var project = Path.Combine(AppContext.BaseDirectory, "../../../Native");
        var output = Path.Combine(Folder.Value.FullName, "out");
        // Apart from the tree, where other tests build the same projects at the same time.
        var printed = await CommandProcess.Run(AppContext.BaseDirectory, "dotnet", "publish", project, "-c", "Release", "-o", output, "-p:TreatWarningsAsErrors=false", "--artifacts-path", Path.Combine(Folder.Value.FullName, "build"));
        // .NET marks the constructors of some validation attributes: they warn where a user writes them. Nothing else may.
        var warnings = printed.Split('\n')
            .Where(line => line.Contains("warning ") && !(line.Contains("IL2026: Litestar.Conformance.Apps.") && line.Contains("System.ComponentModel.DataAnnotations.")))
            .ToList();
        Assert.Empty(warnings);
        return Path.Combine(output, "Native");
    }
}

public sealed class NativeServerTests
{
    [Fact]
    public void The_suite_runs_against_a_native_binary() =>
        Assert.SkipUnless(NativeServer.IsPossible, "NOT TESTED: the conformance suite against Native AOT. It needs clang and zlib's headers (Debian: apt-get install clang zlib1g-dev).");
}
