using Litestar.Benchmarks.Contestants;
using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Report;

namespace Litestar.Benchmarks.Questions;

/// <summary>
/// What can one process do? An endpoint that answers at once and one that waits 10 ms, written as asynchronous and as blocking
/// code, under more and more connections; all may use all cores, which the load generator uses too.
/// </summary>
internal sealed class Waiting : Question
{
    private const string Hello = """{"text":"Hello, World!","number":42}""";

    // Connections / 10 ms.
    private const double CeilingPerConnection = 100;

    private static readonly int[] Connections = [64, 128, 256, 512];

    private static readonly Case[] Cases =
    [
        new("at once", "GET", "/json", "", 200, "application/json", Hello),
        new("10 ms, async", "GET", "/wait", "", 200, "application/json", Hello),
        new("10 ms, blocking", "GET", "/block", "", 200, "application/json", Hello),
    ];

    private static readonly Contestant[] Asked =
    [
        Contestant.Find("litestar"),
        Contestant.Find("minimal"),
        .. new[] { 1, 2 }.Select(workers => Contestant.Of($"fastapi, {workers} process{(workers > 1 ? "es" : "")}", Peer.FastApi(workers))),
        .. new[] { 1, 2 }.Select(workers => Contestant.Of($"flask, {workers} process{(workers > 1 ? "es" : "")}", Peer.Flask(workers, threads: 512 / workers))),
    ];

    public override string Name => "waiting";

    public override async Task Measure(Pace pace)
    {
        var duration = TimeSpan.FromSeconds(pace.IsQuick ? 1 : 2);
        await Findings.Once(PartOf(Cases[1]), () => Alone(Waiters.Async, duration));
        await Findings.Once(PartOf(Cases[2]), () => Alone(Waiters.Blocking, duration));
        foreach (var contestant in Asked.Where(Peer.IsThereFor))
        {
            var cases = Cases.Where(one => Answers(contestant, one)).ToList();
            if (cases.All(one => Findings.Has(PartOf(contestant, one))))
            {
                continue;
            }

            await using var server = await Server.Start(contestant, isAlone: false);
            await server.Verify(cases);
            foreach (var one in cases)
            {
                await Findings.Once(PartOf(contestant, one), () => Measure(server, one, duration));
            }
        }
    }

    public override IEnumerable<string> Tables()
    {
        foreach (var one in Cases)
        {
            var columns = Asked.Where(contestant => Answers(contestant, one) && Findings.Has(PartOf(contestant, one))).ToList();
            if (columns.Count is 0)
            {
                continue;
            }

            yield return RatesOf(one, columns);
            yield return Of(one, columns, "latency, median and 99 of 100 (ms)", (turn, _) => $"{Markdown.Number(turn.P50 / 1000, "0.0")}, {Markdown.Number(turn.P99 / 1000, "0.0")}");
            yield return Of(one, columns, "memory of all its processes, PSS (MB), and bad answers", (turn, _) => $"{Markdown.Number(turn.Pss / 1024.0, "0")}, {turn.Bad}");
        }
    }

    private static string RatesOf(Case one, List<Contestant> columns)
    {
        if (one == Cases[0] || Findings.Of<List<double>>(PartOf(one)) is not { } alone)
        {
            return Of(one, columns, "requests per second", (turn, _) => Markdown.Number(turn.Rate, "0"));
        }

        return Markdown.Table(
            $"{one.Name}: requests per second, and how much that is of connections / 10 ms",
            "connections",
            ["no server: waiting alone", .. columns.Select(contestant => contestant.Name)],
            Connections.Select((connections, i) => ($"{connections}", columns
                .Select(contestant => Findings.Of<List<Turn>>(PartOf(contestant, one)) is { } turns ? turns[i].Rate : double.NaN)
                .Prepend(alone[i])
                .Select(rate => double.IsNaN(rate) ? "" : $"{Markdown.Number(rate, "0")} ({Markdown.Number(rate / (connections * CeilingPerConnection), "0 %")})"))));
    }

    private static string Of(Case one, List<Contestant> columns, string figure, Func<Turn, int, string> cell) => Markdown.Table(
        $"{one.Name}: {figure}",
        "connections",
        [.. columns.Select(contestant => contestant.Name)],
        Connections.Select((connections, i) => ($"{connections}", columns.Select(contestant => Findings.Of<List<Turn>>(PartOf(contestant, one)) is { } turns ? cell(turns[i], connections) : ""))));

    // Flask has no asynchronous functions to speak of: each takes a thread all the same.
    private static bool Answers(Contestant contestant, Case one) => contestant.Peer?.Folder is not "flask" || one != Cases[1];

    private static string PartOf(Contestant contestant, Case one) => $"waiting/{contestant.Name}/{one.Name}";

    private static string PartOf(Case one) => $"waiting/alone/{one.Name}";

    private static async Task<List<double>> Alone(Func<int, TimeSpan, Task<double>> wait, TimeSpan duration)
    {
        var rates = new List<double>();
        foreach (var connections in Connections)
        {
            await wait(connections, TimeSpan.FromMilliseconds(300));
            rates.Add(await wait(connections, duration));
        }

        return rates;
    }

    private static async Task<List<Turn>> Measure(Server server, Case one, TimeSpan duration)
    {
        var turns = new List<Turn>();
        await new Wrk(Connections[0], IsPinned: false).Run(server.Address, Pace.Turn, one);
        foreach (var connections in Connections)
        {
            var wrk = new Wrk(connections, IsPinned: false);
            // Threads are made when they are first needed.
            await wrk.Run(server.Address, Pace.Turn, one);
            turns.Add(await server.Take(wrk, duration, one, round: 0));
            Findings.Progress($"{server.Name}, {one.Name}, {connections} connections: {turns[^1].Rate:0} per second, PSS {turns[^1].Pss / 1024} MB, {turns[^1].Bad} bad");
        }

        return turns;
    }
}
