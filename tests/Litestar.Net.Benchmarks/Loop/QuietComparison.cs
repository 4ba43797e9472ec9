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
    private const int WarmUps = 6, Samples = 400, Batches = 50;

    public static async Task Run(IReadOnlyList<string> names, IReadOnlyList<Case> cases)
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

        Console.WriteLine($"User space per request: lowest tenth of {Samples} samples, median, bytes\n\n| case | {string.Join(" | ", names)} |\n|---|{string.Concat(names.Select(_ => "---:|"))}");
        foreach (var one in cases)
        {
            Console.WriteLine($"| {one.Name} | {string.Join(" | ", Take(wires, one))} |");
        }
    }

    private static IEnumerable<string> Take(List<Wire> wires, Case one)
    {
        var times = wires.Select(_ => new double[Samples]).ToArray();
        var bytes = new double[wires.Count];
        for (var sample = 0; sample < Samples; sample++)
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

        return times.Select((series, i) => $"**{series[Samples / 10] / times[0][Samples / 10]:0.00}** {series[Samples / 10]:0} ns, {series[Samples / 2]:0} ns, {bytes[i]:0} B");
    }
}
