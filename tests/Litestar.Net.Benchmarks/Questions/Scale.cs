using System.Diagnostics;
using Litestar.Benchmarks.Contestants;
using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Loop;
using Litestar.Benchmarks.Report;

namespace Litestar.Benchmarks.Questions;

/// <summary>What becomes of it as an app grows: more routes, larger bodies, longer lists.</summary>
internal sealed class Scale : Question
{
    private static readonly int[] Routes = [10, 100, 1_000, 10_000];

    private static readonly (string Name, int Bytes)[] Bodies = [("1 KB", 1_000), ("10 KB", 10_000), ("100 KB", 100_000), ("1 MB", 1_000_000), ("10 MB", 10_000_000)];

    private static readonly int[] Items = [1, 100, 10_000, 100_000];

    private static readonly string[] Columns = ["raw", "litestar", "minimal"], Mapped = ["litestar", "minimal"];

    /// <param name="Match">Nanoseconds to find a route, of litestar's table alone.</param>
    /// <param name="Request">Nanoseconds of a whole request inside one process, the kernel left out.</param>
    /// <param name="Start">Milliseconds from the start of the process until it listens.</param>
    /// <param name="First">Milliseconds from the start of the process to its first answer: there are apps that only then look at their routes.</param>
    /// <param name="Pss">Kilobytes of memory after that.</param>
    private sealed record Size(double Match, double Request, double Start, double First, long Pss);

    public override string Name => "scale";

    public override async Task Measure(Pace pace)
    {
        foreach (var name in Mapped)
        {
            foreach (var routes in Routes)
            {
                await Findings.Once($"scale/routes/{name}-{routes}", () => Measure(name, routes, pace));
            }
        }

        var open = Columns.Where(name => !Findings.Has($"scale/sizes/{name}")).ToList();
        foreach (var name in open)
        {
            Findings.Keep($"scale/sizes/{name}", await Measure(name, pace));
        }
    }

    public override IEnumerable<string> Tables()
    {
        var sizes = Routes.Select(routes => (routes, Of: Mapped.Select(name => Findings.Of<Size>($"scale/routes/{name}-{routes}")).ToList())).Where(size => size.Of.All(one => one is not null)).ToList();
        if (sizes.Count > 0)
        {
            yield return Markdown.Table("Routes", "routes",
                ["litestar: its table alone (ns)", "litestar: a request (ns)", "minimal: a request (ns)", "litestar: until it listens, and answers (ms)", "minimal: until it listens, and answers (ms)", "litestar: PSS (MB)", "minimal: PSS (MB)"],
                sizes.Select(size => (size.routes.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), (IEnumerable<string>)
                [
                    Markdown.Number(size.Of[0]!.Match, "0"), Markdown.Number(size.Of[0]!.Request, "0"), Markdown.Number(size.Of[1]!.Request, "0"),
                    Times(size.Of[0]!), Times(size.Of[1]!), Markdown.Number(size.Of[0]!.Pss / 1024.0, "0"), Markdown.Number(size.Of[1]!.Pss / 1024.0, "0"),
                ])));
        }

        var turns = Columns.Select(name => Findings.Of<Dictionary<string, Turn>>($"scale/sizes/{name}") ?? []).ToList();
        if (turns[0].Count > 0)
        {
            yield return Markdown.Table("Sizes: CPU per request (µs); bytes allocated; PSS (MB)", "what", Columns, turns[1].Keys.Select(what => (what, turns.Select(own =>
                own.TryGetValue(what, out var turn) ? $"{Markdown.Number(turn.Cpu, "0.0")}; {Markdown.Number(turn.Allocated, "0")}; {turn.Pss / 1024}{(turn.Bad > 0 ? $"; {turn.Bad} bad" : "")}" : ""))));
        }
    }

    private static string Times(Size size) => $"{Markdown.Number(size.Start, "0")}, {Markdown.Number(size.First, "0")}";

    private static async Task<Size> Measure(string name, int routes, Pace pace)
    {
        var starts = new List<(double Listens, double Answers, long Pss)>();
        for (var i = 0; i < (pace.IsQuick ? 3 : 7); i++)
        {
            starts.Add(await Start(name, routes));
        }

        var (listens, answers, pss) = (Markdown.Median(starts.Select(start => start.Listens)), Markdown.Median(starts.Select(start => start.Answers)), (long)Markdown.Median(starts.Select(start => (double)start.Pss)));
        // In a process of its own, for a table of ten thousand routes leaves its traces.
        using var inside = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["inside", name, "--routes", $"{routes}", "--samples", pace.IsQuick ? "100" : "400"]) { RedirectStandardOutput = true })!;
        var figures = (await inside.StandardOutput.ReadToEndAsync()).Split(' ').Select(double.Parse).ToArray();
        Findings.Progress($"{name}, {routes} routes: {figures[0]:0} ns to find one, {figures[1]:0} ns a request, {listens:0} ms to start, {answers:0} ms to answer, PSS {pss / 1024} MB");
        return new(figures[0], figures[1], listens, answers, pss);
    }

    private static async Task<(double Listens, double Answers, long Pss)> Start(string name, int routes)
    {
        var start = Stopwatch.GetTimestamp();
        await using var server = await Server.Start(Contestant.Find(name), isAlone: false, "--routes", $"{routes}");
        var listens = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await FirstAnswer.TryGet(server.Address.Port, ManyRoutes.Cases(routes)[0].Path);
        return (listens, Stopwatch.GetElapsedTime(start).TotalMilliseconds, server.PssKilobytes());
    }

    /// <summary>The side of the process that is asked for itself: nanoseconds to find a route, and of a request.</summary>
    public static async Task Inside(string name, int routes, int samples)
    {
        var match = name is "litestar" ? ManyRoutes.TimeOfMatch(routes, samples) : double.NaN;
        Console.WriteLine(FormattableString.Invariant($"{match} {await QuietComparison.TimeOf(services => ManyRoutes.Build(name, routes, ["--urls", "http://127.0.0.1:1"], services), ManyRoutes.Cases(routes), samples)}"));
    }

    private static async Task<Dictionary<string, Turn>> Measure(string name, Pace pace)
    {
        await using var server = await Server.Start(Contestant.Find(name));
        await server.Pin();
        var turns = new Dictionary<string, Turn>();
        foreach (var (size, bytes) in Bodies)
        {
            await Take($"a body of {size}", new("body", "POST", "/bodies", $"@{bytes}", 200, "application/json", ""), connections: bytes > 500_000 ? 2 : 16);
        }

        foreach (var count in Items)
        {
            await Take($"a list of {count:N0}", new("list", "GET", $"/lists/{count}", "", 200, "application/json", ""), connections: count > 5_000 ? 2 : 16);
            if (name is not "raw")
            {
                await Take($"a stream of {count:N0}", new("stream", "GET", $"/streams/{count}", "", 200, "application/json", ""), connections: count > 5_000 ? 2 : 16);
            }
        }

        return turns;

        async Task Take(string what, Case one, int connections)
        {
            var wrk = new Wrk(connections);
            await wrk.Run(server.Address, Pace.Turn, one);
            turns[what] = await server.Take(wrk, Pace.Turn, one, round: 0);
            Findings.Progress($"{name}, {what}: {turns[what].Cpu:0.0} µs, {turns[what].Allocated:0} B, {turns[what].Bad} bad");
        }
    }
}
