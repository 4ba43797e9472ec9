using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Report;

namespace Litestar.Benchmarks.Questions;

/// <summary>How soon does it answer, and how much does it weigh? The same app here and on minimal APIs, published in three ways.</summary>
internal sealed class StartUp : Question
{
    // Each as it comes, which of a native app is without HTTPS, and with it.
    private static readonly (string Name, string Title, string Folder)[] Apps =
        [("Minimal", "minimal", "Minimal"), ("Litestar", "litestar", "Litestar"), ("MinimalHttps", "minimal, with HTTPS", "Minimal"), ("LitestarHttps", "litestar, with HTTPS", "Litestar")];

    private static readonly (string Name, string Title)[] Modes = [("jit", "JIT"), ("ready", "ReadyToRun"), ("native", "Native AOT")];

    /// <param name="First">Milliseconds from the start of the process to its first answer, of each start.</param>
    /// <param name="Pss">Kilobytes of memory after that.</param>
    /// <param name="Bytes">What is published: the program and its libraries.</param>
    private sealed record Weight(List<double> First, List<long> Pss, long Bytes);

    public override string Name => "startup";

    public override async Task Measure(Pace pace)
    {
        foreach (var (mode, _) in Modes.Where(mode => !Findings.Has(PartOf(mode.Name))))
        {
            foreach (var (app, _, folder) in Apps)
            {
                await Publish(app, folder, mode);
            }

            await Findings.Once(PartOf(mode), () => Measure(mode, pace.IsQuick ? 5 : 20));
        }
    }

    public override IEnumerable<string> Tables()
    {
        var modes = Modes.Select(mode => (mode.Title, Weights: Findings.Of<Dictionary<string, Weight>>(PartOf(mode.Name)))).Where(mode => mode.Weights is not null).ToList();
        if (modes.Count > 0)
        {
            yield return Of("From the start of the process to its first answer (ms): median, then the quickest", modes, weight => $"{Markdown.Number(Markdown.Median(weight.First), "0.0")}, {Markdown.Number(weight.First.Min(), "0.0")}");
            yield return Of("Memory after the first answer, PSS (MB)", modes, weight => Markdown.Number(Markdown.Median(weight.Pss.Select(pss => pss / 1024.0)), "0.0"));
            yield return Of("What is published (MB)", modes, weight => Markdown.Number(weight.Bytes / 1e6, "0.00"));
        }
    }

    private static string Of(string title, List<(string Title, Dictionary<string, Weight>? Weights)> modes, Func<Weight, string> cell) =>
        Markdown.Table(title, "published as", [.. Apps.Select(app => app.Title)], modes.Select(mode => (mode.Title, Apps.Select(app => cell(mode.Weights![app.Name])))));

    private static string PartOf(string mode) => $"startup/{mode}";

    private static string FolderOf(string app, string mode) => Path.Combine(Repository.Artifacts, "apps", $"{app}-{mode}");

    // Native code takes minutes to make: what was published of these sources is not published again.
    private static async Task Publish(string app, string folder, string mode)
    {
        var published = Path.Combine(FolderOf(app, mode), "App");
        var project = Path.Combine(Repository.Benchmarks, "StartUp", folder);
        string[] sources = folder is "Litestar" ? [project, Path.Combine(Repository.Root, "src")] : [project];
        var newest = sources
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/"))
            .Max(File.GetLastWriteTimeUtc);
        if (File.Exists(published) && File.GetLastWriteTimeUtc(published) > newest)
        {
            return;
        }

        Findings.Progress($"publishing {app} as {mode}");
        string[] arguments = ["publish", project, "-c", "Release", $"-p:Mode={mode}", $"-p:Https={(app.EndsWith("Https", StringComparison.Ordinal) ? "true" : "")}", "-o", FolderOf(app, mode), "--artifacts-path", Path.Combine(Repository.Artifacts, "build", $"{app}-{mode}"), "-v", "quiet"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode is not 0)
        {
            throw new InvalidOperationException($"'{app}' could not be published as {mode}:\n{output}");
        }

        File.SetLastWriteTimeUtc(published, DateTime.UtcNow);
    }

    private static async Task<Dictionary<string, Weight>> Measure(string mode, int starts)
    {
        var weights = Apps.Select(app => app.Name).ToDictionary(app => app, app => new Weight([], [], Directory.EnumerateFiles(FolderOf(app, mode))
            .Where(file => Path.GetExtension(file) is "" or ".dll")
            .Sum(file => new FileInfo(file).Length)));
        for (var i = -1; i < starts; i++)
        {
            foreach (var (app, _, _) in Apps)
            {
                var (first, pss) = await Start(Path.Combine(FolderOf(app, mode), "App"));
                // The first start of all fills the disk's cache.
                if (i >= 0)
                {
                    weights[app].First.Add(first);
                    weights[app].Pss.Add(pss);
                }
            }
        }

        Findings.Progress($"{mode}: {string.Join(", ", weights.Select(weight => $"{weight.Key} {Markdown.Median(weight.Value.First):0.0} ms"))}");
        return weights;
    }

    private static async Task<(double First, long Pss)> Start(string app)
    {
        var port = Port();
        var start = new ProcessStartInfo(app, ["--urls", $"http://127.0.0.1:{port}", "--Logging:LogLevel:Default", "Warning"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(app) };
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            while (!await FirstAnswer.TryGet(port, "/greet?name=Bob"))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(clock).TotalSeconds > 30)
                {
                    throw new InvalidOperationException($"'{app}' did not start.");
                }

                await Task.Delay(1);
            }

            return (Stopwatch.GetElapsedTime(clock).TotalMilliseconds, ProcessTree.PssKilobytes(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int Port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
