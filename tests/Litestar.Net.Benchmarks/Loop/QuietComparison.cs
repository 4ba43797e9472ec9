using System.Diagnostics;
using Litestar.Benchmarks.Contestants;
using Litestar.Benchmarks.Load;
using Microsoft.AspNetCore.Connections;

namespace Litestar.Benchmarks.Loop;

/// <summary>
/// Compares contestants inside one process, Kestrel included and the kernel left out: for finding out what a change of a few
/// nanoseconds does on a machine that is never quiet. The ratios are larger than those of a whole server.
/// </summary>
internal static class QuietComparison
{
    private const int WarmUps = 6, Batches = 50;

    /// <param name="names">The contestants, the first of which the others are compared with.</param>
    /// <param name="cases">The calls.</param>
    /// <param name="samples">How often each is timed; more for a profiler to look at.</param>
    public static async Task Run(IReadOnlyList<string> names, IReadOnlyList<Case> cases, int samples)
    {
        var wires = new List<Wire>();
        foreach (var name in names)
        {
            wires.Add(new Wire());
            await Contestant.Find(name).Build(["--urls", "http://127.0.0.1:1"], services => services.AddSingleton<IConnectionListenerFactory>(wires[^1])).StartAsync();
        }

        for (var i = 0; i < WarmUps * 3000; i++)
        {
            foreach (var (wire, one) in wires.SelectMany(wire => cases.Select(one => (wire, one))))
            {
                wire.Send(one);
            }

            if (i % 3000 == 0)
            {
                Thread.Sleep(300);
            }
        }

        Console.WriteLine($"User space per request: lowest tenth of {samples} samples, median, bytes\n\n| case | {string.Join(" | ", names)} |\n|---|{string.Concat(names.Select(_ => "---:|"))}");
        foreach (var one in cases)
        {
            Console.WriteLine($"| {one.Name} | {string.Join(" | ", Take(wires, one, samples))} |");
        }
    }

    /// <summary>Nanoseconds of a request to one app, over all cases: the lowest tenth of the samples.</summary>
    public static async Task<double> TimeOf(Func<Action<IServiceCollection>, IHost> build, IReadOnlyList<Case> cases, int samples)
    {
        var wire = new Wire(depth: 1);
        await build(services => services.AddSingleton<IConnectionListenerFactory>(wire)).StartAsync();
        var times = new double[samples];
        for (var sample = -2 * samples; sample < samples; sample++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 4; i++)
            {
                foreach (var one in cases)
                {
                    wire.Send(one);
                }
            }

            times[Math.Max(sample, 0)] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (4 * cases.Count);
            if (sample < 0 && -sample % (samples / 4) == 0)
            {
                Thread.Sleep(300);
            }
        }

        Array.Sort(times);
        return times[samples / 10];
    }

    private static IEnumerable<string> Take(List<Wire> wires, Case one, int samples)
    {
        var times = wires.Select(_ => new double[samples]).ToArray();
        var bytes = new double[wires.Count];
        for (var sample = 0; sample < samples; sample++)
        {
            for (var i = 0; i < wires.Count; i++)
            {
                wires[i].Send(one);
                var (allocated, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                for (var batch = 0; batch < Batches; batch++)
                {
                    wires[i].Send(one);
                }

                times[i][sample] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (Batches * Wrk.Pipelined);
                bytes[i] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(Batches * Wrk.Pipelined);
            }
        }

        foreach (var series in times)
        {
            Array.Sort(series);
        }

        return times.Select((series, i) => $"**{series[samples / 10] / times[0][samples / 10]:0.00}** {series[samples / 10]:0} ns, {series[samples / 2]:0} ns, {bytes[i]:0} B");
    }
}
