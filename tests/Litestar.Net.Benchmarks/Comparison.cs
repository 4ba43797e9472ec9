using Litestar.Benchmarks.Load;
using Litestar.Benchmarks.Report;

namespace Litestar.Benchmarks;

/// <summary>Runs contestants in turns, round after round, on one machine in one session.</summary>
/// <param name="Rounds">How often each takes its turn in each case.</param>
/// <param name="Waits">In how many further rounds requests are sent one at a time, to see how long they wait.</param>
internal sealed record Comparison(int Rounds, int Waits)
{
    private const int MostWarmups = 20, QuietTurns = 3, FewMethods = 50;

    // As short as wrk can: the shorter a turn, the more alike is what disturbs two that follow each other.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    public static readonly Comparison Full = new(Rounds: 31, Waits: 5);
    public static readonly Comparison Quick = new(Rounds: 7, Waits: 1);

    public async Task<List<Outcome>> Run(IReadOnlyList<string> names, IReadOnlyList<Case> cases)
    {
        var servers = new List<Server>();
        try
        {
            foreach (var name in names)
            {
                servers.Add(await Server.Start(name));
                await Verify(servers[^1], cases);
                await WarmUp(servers[^1], cases);
                await servers[^1].Pin();
            }

            var outcomes = new List<Outcome>();
            foreach (var one in cases)
            {
                outcomes.Add(await Run(one, servers));
            }

            return outcomes;
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private async Task<Outcome> Run(Case one, List<Server> servers)
    {
        var outcome = new Outcome(one.Name, servers.ToDictionary(server => server.Name, _ => new Result([], [])));
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var server in servers)
            {
                outcome.Results[server.Name].Rounds.Add(await Take(server, one));
            }

            Progress($"{one.Name} {i + 1}/{Rounds}: {string.Join(", ", outcome.Results.Select(result => $"{result.Key} {result.Value.Rounds[^1].Cpu:0.00} µs"))}");
        }

        for (var i = 0; i < Waits; i++)
        {
            foreach (var server in servers)
            {
                var totals = await Wrk.Run(server.Address, depth: 1, Turn, one);
                outcome.Results[server.Name].Waits.Add(new Wait(totals.P50, totals.P99));
            }
        }

        foreach (var server in servers)
        {
            await Verify(server, [one]);
        }

        return outcome;
    }

    private async Task<Round> Take(Server server, Case one)
    {
        var (bytes, _) = await server.Count();
        var cpu = server.CpuSeconds();
        var load = await Wrk.Run(server.Address, Wrk.Pipelined, Turn, one);
        cpu = server.CpuSeconds() - cpu;
        bytes = (await server.Count()).Allocated - bytes;
        return new Round(cpu * 1e6 / load.Requests, (double)bytes / load.Requests, load.Bad, server.PssKilobytes());
    }

    private static async Task Verify(Server server, IReadOnlyList<Case> cases)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var one in cases)
        {
            if (await one.Verify(client) is { } wrong)
            {
                throw new InvalidOperationException($"'{server.Name}': {wrong}.");
            }
        }
    }

    // All cases at once, so that no case finds code that was optimized for another, until the compiler has nothing left to do.
    // It makes code slower, to watch it, before it makes it fast: too short a warm-up would measure the watching.
    private static async Task WarmUp(Server server, IReadOnlyList<Case> cases)
    {
        var compiled = 0L;
        var quiet = 0;
        for (var i = 1; i <= MostWarmups; i++)
        {
            var load = await Wrk.Run(server.Address, Wrk.Pipelined, Turn, cases);
            if (load.Bad > 0)
            {
                throw new InvalidOperationException($"'{server.Name}' gave {load.Bad} bad answers of {load.Requests}.");
            }

            await Task.Delay(Pause);
            var now = (await server.Count()).Compiled;
            quiet = now - compiled <= FewMethods ? quiet + 1 : 0;
            compiled = now;
            if (quiet == QuietTurns)
            {
                Progress($"{server.Name}: warm after {i} turns");
                return;
            }
        }

        Progress($"{server.Name}: still compiling after {MostWarmups} turns");
    }

    private static void Progress(string text) => Console.Error.WriteLine(text);
}
