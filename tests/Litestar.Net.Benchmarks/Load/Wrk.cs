using System.Diagnostics;

namespace Litestar.Benchmarks.Load;

/// <summary>What one run of wrk counted; latencies in microseconds, and only true where nothing was pipelined.</summary>
internal readonly record struct Totals(long Requests, double Seconds, long Bad, double P50, double P99);

/// <summary>Runs wrk.</summary>
/// <param name="Connections">How many connections it keeps open.</param>
/// <param name="Depth">How many requests each sends before it waits for answers.</param>
/// <param name="IsPinned">Whether it keeps to the core that the servers do not use.</param>
internal sealed record Wrk(int Connections = 32, int Depth = 1, bool IsPinned = true)
{
    public const int Pipelined = 16;

    private const string Core = "1";

    public async Task<Totals> Run(Uri address, TimeSpan duration, params IEnumerable<Case> cases)
    {
        string[] arguments =
        [
            "-c", IsPinned ? Core : $"0-{Environment.ProcessorCount - 1}",
            "wrk", "-t1", $"-c{Connections}", $"-d{(int)duration.TotalSeconds}s", "--timeout", "10s", "-s", Path.Combine(AppContext.BaseDirectory, "Load", "requests.lua"), $"{address}",
            "--", $"{Depth}", .. cases.SelectMany(one => one.Arguments),
        ];
        using var wrk = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var totals = output.Split('\n').FirstOrDefault(line => line.StartsWith("totals ", StringComparison.Ordinal))?.Split(' ')
            ?? throw new InvalidOperationException($"wrk printed no totals:\n{output}");
        var (requests, failed, refused) = (long.Parse(totals[1]), long.Parse(totals[3]), long.Parse(totals[4]));
        // Which of mixed cases was refused is not told; each is asked alone later.
        var wrong = cases.All(one => one.IsRejected) ? requests - refused : cases.Any(one => one.IsRejected) ? 0 : refused;
        return new Totals(requests, long.Parse(totals[2]) / 1e6, failed + wrong, long.Parse(totals[5]), long.Parse(totals[6]));
    }
}
