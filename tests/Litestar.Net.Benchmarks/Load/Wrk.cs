using System.Diagnostics;

namespace Litestar.Benchmarks.Load;

/// <summary>What one run of wrk counted; latencies in microseconds, and only true where nothing was pipelined.</summary>
internal readonly record struct Totals(long Requests, long Bad, double P50, double P99);

/// <summary>Runs wrk, pinned to the core that the servers do not use.</summary>
internal static class Wrk
{
    /// <summary>How many requests a connection sends before it waits for answers.</summary>
    public const int Pipelined = 16;

    private const int Core = 1, Connections = 32;

    public static async Task<Totals> Run(Uri address, int depth, TimeSpan duration, params IEnumerable<Case> cases)
    {
        string[] arguments =
        [
            "-c", $"{Core}", "wrk", "-t1", $"-c{Connections}", $"-d{(int)duration.TotalSeconds}s", "-s", Path.Combine(AppContext.BaseDirectory, "Load", "pipeline.lua"), $"{address}",
            "--", $"{depth}", .. cases.SelectMany(one => new[] { one.Method, one.Path, one.Body }),
        ];
        using var wrk = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var totals = output.Split('\n').FirstOrDefault(line => line.StartsWith("totals ", StringComparison.Ordinal))?.Split(' ')
            ?? throw new InvalidOperationException($"wrk printed no totals:\n{output}");
        var (requests, failed, refused) = (long.Parse(totals[1]), long.Parse(totals[2]), long.Parse(totals[3]));
        // Which of mixed cases was refused is not told; each is asked alone later.
        var wrong = cases.All(one => one.IsRefused) ? requests - refused : cases.Any(one => one.IsRefused) ? 0 : refused;
        return new Totals(requests, failed + wrong, long.Parse(totals[4]), long.Parse(totals[5]));
    }
}
