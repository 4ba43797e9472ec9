using Litestar.Benchmarks.Contestants;
using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Report;

namespace Litestar.Benchmarks.Questions;

/// <summary>What does the framework cost? The same calls to all, who take turns on one core, pipelined and not.</summary>
internal sealed class Cost(IReadOnlyList<Contestant> contestants, IReadOnlyList<Case> cases) : Question
{
    private const int MostWarmUps = 12, QuietTurns = 2, FewMethods = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private static readonly int[] Depths = [Wrk.Pipelined, 1];

    public override string Name => "cost";

    public override async Task Measure(Pace pace)
    {
        for (var launch = 0; launch < pace.Launches; launch++)
        {
            var open = Depths.SelectMany(depth => cases.Select(one => (depth, one))).Where(part => !Findings.Has(PartOf(part.depth, part.one.Name, launch))).ToList();
            if (open.Count > 0)
            {
                await Measure(launch, open, pace);
            }
        }
    }

    public override IEnumerable<string> Tables()
    {
        foreach (var depth in Depths)
        {
            var kind = depth is 1 ? "one request at a time on each of 32 connections" : $"{depth} requests at a time on each of 32 connections";
            var turns = cases.ToDictionary(one => one.Name, one => TurnsOf(depth, one.Name));
            yield return Of($"CPU per request, {kind}: microseconds of the first, then times that", turns, (own, first) => Compare(own, first, turn => turn.Cpu, "0.00"));
            if (depth is 1)
            {
                yield return Of("Latency, median (µs): that of the first, then times that", turns, (own, first) => Compare(own, first, turn => turn.P50, "0"));
                yield return Of("Latency, 99 of 100 (µs): that of the first, then times that", turns, (own, first) => Compare(own, first, turn => turn.P99, "0"));
                continue;
            }

            yield return Of("Bytes allocated per request: those of the first, then what comes on top", turns, (own, first) => own[0].Allocated is 0 ? "" : Markdown.Difference(own.Select(turn => turn.Allocated), first.Select(turn => turn.Allocated), own == first));
            yield return Of("Memory after the case, PSS (MB)", turns, (own, _) => Markdown.Number(Markdown.Median(own.Select(turn => turn.Pss / 1024.0)), "0"));
            yield return Of("Bad answers", turns, (own, _) => $"{own.Sum(turn => turn.Bad)}");
        }
    }

    /// <summary>Requests that one core answers in a second, by contestant; for the chart.</summary>
    public static IEnumerable<(string Name, double Rate)> Rates(string one) =>
        TurnsOf(1, one).Select(turns => (turns.Key, 1e6 / Markdown.Median(turns.Value.Select(turn => turn.Cpu))));

    // All launches of a contestant that were measured.
    private static Dictionary<string, List<Turn>> TurnsOf(int depth, string one) => Enumerable.Range(0, Pace.Full.Launches)
        .SelectMany(launch => Findings.Of<Dictionary<string, List<Turn>>>(PartOf(depth, one, launch)) ?? [])
        .GroupBy(turns => turns.Key, turns => turns.Value)
        .ToDictionary(turns => turns.Key, turns => turns.SelectMany(some => some).ToList());

    private static string PartOf(int depth, string one, int launch) => $"cost/{(depth is 1 ? "single" : "pipelined")}/{one}, launch {launch + 1}";

    private string Of(string title, Dictionary<string, Dictionary<string, List<Turn>>> cases, Func<List<Turn>, List<Turn>, string> cell) => Markdown.Table(
        title,
        "case",
        [.. contestants.Select(contestant => contestant.Name)],
        cases.Where(one => one.Value.Count > 0).Select(one => (one.Key, contestants.Select(contestant => one.Value.TryGetValue(contestant.Name, out var own) ? cell(own, one.Value.Values.First()) : ""))));

    // Turns that were taken one after the other are compared with each other: what disturbs the machine disturbs both.
    private static string Compare(List<Turn> own, List<Turn> first, Func<Turn, double> figure, string format) => own == first
        ? Markdown.Number(Markdown.Median(own.Select(figure)), format)
        : Markdown.Number(Markdown.Median(own.Select(turn => figure(turn) / figure(first.First(other => other.Round == turn.Round)))), "0.00");

    private async Task Measure(int launch, List<(int Depth, Case One)> open, Pace pace)
    {
        var servers = new List<Server>();
        try
        {
            foreach (var contestant in contestants.Where(contestant => (launch is 0 || contestant.IsNear) && Peer.IsThereFor(contestant)))
            {
                var server = await Server.Start(contestant);
                servers.Add(server);
                var asked = cases.Where(one => contestant.Answers(one, depth: 1)).ToList();
                await server.Verify(asked);
                await WarmUp(server, asked);
                await server.Pin();
            }

            foreach (var (depth, one) in open)
            {
                // Not pipelined, most of the time is the kernel's, and the differences are small.
                var turns = await Measure(servers.Where(server => server.Contestant.Answers(one, depth)), one, depth, launch, depth is 1 ? pace.Shorter : pace);
                Findings.Keep(PartOf(depth, one.Name, launch), turns);
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static async Task<Dictionary<string, List<Turn>>> Measure(IEnumerable<Server> servers, Case one, int depth, int launch, Pace pace)
    {
        var asked = servers.ToList();
        var turns = asked.ToDictionary(server => server.Name, _ => new List<Turn>());
        for (var round = 0; round < pace.Near; round++)
        {
            foreach (var server in asked.Where(server => server.Contestant.IsNear || round < pace.Far))
            {
                turns[server.Name].Add(await server.Take(new Wrk(Depth: depth), Pace.Turn, one, (launch * pace.Near) + round));
            }

            Findings.Progress($"{one.Name}, {depth} at a time, {round + 1}/{pace.Near}: {string.Join(", ", turns.Select(own => $"{own.Key} {own.Value[^1].Cpu:0.00}"))}");
        }

        foreach (var server in asked)
        {
            await server.Verify([one]);
        }

        return turns;
    }

    // All cases at once, so that no case finds code that was optimized for another, until the compiler has nothing left to do.
    // It makes code slower, to watch it, before it makes it fast: too short a warm-up would measure the watching.
    private static async Task WarmUp(Server server, IReadOnlyList<Case> cases)
    {
        var wrk = new Wrk(Depth: server.Contestant.Answers(cases[0], Wrk.Pipelined) ? Wrk.Pipelined : 1);
        var compiled = 0L;
        var quiet = 0;
        for (var i = 1; i <= MostWarmUps && quiet < QuietTurns; i++)
        {
            var load = await wrk.Run(server.Address, Pace.Turn, cases);
            if (load.Bad > 0)
            {
                throw new InvalidOperationException($"'{server.Name}' gave {load.Bad} bad answers of {load.Requests}.");
            }

            await Task.Delay(Pause);
            var now = (await server.Count()).Compiled;
            quiet = now - compiled <= FewMethods ? quiet + 1 : 0;
            compiled = now;
            Findings.Progress($"{server.Name}: warming up, turn {i}");
        }
    }
}
