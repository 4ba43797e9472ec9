using System.Globalization;

namespace Litestar.Benchmarks.Report;

/// <summary>Prints one Markdown table per question: a row for each case, a column for each contestant, the first one in absolute figures.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Outcome> outcomes)
    {
        Ratios("CPU per request (µs)", outcomes, result => result.Rounds, round => round.Cpu, "0.00");
        Differences("Allocated per request (bytes)", outcomes, round => round.Allocated);
        Ratios("Latency, not pipelined, p50 (µs)", outcomes, result => result.Waits, wait => wait.P50, "0");
        Ratios("Latency, not pipelined, p99 (µs)", outcomes, result => result.Waits, wait => wait.P99, "0");
        Ratios("Memory after the case, PSS (MB)", outcomes, result => result.Rounds, round => round.Pss / 1024.0, "0.0");
        Write("Bad answers", outcomes, (result, _) => $"{result.Rounds.Sum(round => round.Bad)}");
    }

    // Turns that were taken one after the other are compared with each other: what disturbs the machine disturbs both.
    private static void Ratios<T>(string title, IReadOnlyList<Outcome> outcomes, Func<Result, List<T>> turns, Func<T, double> figure, string format) =>
        Write($"{title}: ratio to the first column", outcomes, (result, first) =>
        {
            var absolute = Format(Median(turns(result).Select(figure)), format);
            return result == first ? absolute : $"**{Format(Median(turns(result).Zip(turns(first), (own, other) => figure(own) / figure(other))), "0.00")}** ({absolute})";
        });

    private static void Differences(string title, IReadOnlyList<Outcome> outcomes, Func<Round, double> figure) =>
        Write($"{title}: difference to the first column", outcomes, (result, first) =>
        {
            var absolute = Median(result.Rounds.Select(figure));
            return result == first ? Format(absolute, "0") : $"**{Format(absolute - Median(first.Rounds.Select(figure)), "+0;-0;0")}** ({Format(absolute, "0")})";
        });

    private static void Write(string title, IReadOnlyList<Outcome> outcomes, Func<Result, Result, string> cell)
    {
        var names = outcomes[0].Results.Keys.ToArray();
        Console.WriteLine($"\n{title}\n");
        Console.WriteLine($"| case | {string.Join(" | ", names)} |");
        Console.WriteLine($"|---|{string.Concat(names.Select(_ => "---:|"))}");
        foreach (var outcome in outcomes)
        {
            var first = outcome.Results[names[0]];
            Console.WriteLine($"| {outcome.Case} | {string.Join(" | ", names.Select(name => cell(outcome.Results[name], first)))} |");
        }
    }

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Format(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
