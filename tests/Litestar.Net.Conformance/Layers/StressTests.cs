using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Litestar.Conformance.Layers;

/// <summary>Thousands of requests of every fate at once: what they have begun is ended, and what the client was told is true.</summary>
public sealed partial class StressTests
{
    private const int Rounds = 250;

    // The number of commits that a request stands for, and what the client is told of it; nothing where it leaves.
    private static readonly (string Request, int Commits, string? Told)[] Fates =
    [
        ("GET /stress/ok", 1, "200 FalseFalseFalse"),
        ("POST /stress/body {\"value\":7}", 1, "201 {\"value\":7}"),
        ("POST /stress/body {\"value\":\"x\"}", 0, "400"),
        ("GET /stress/ok?commits=false", 0, "500"),
        ("GET /stress/fails", 0, "500"),
        ("GET /stress/faulty?number=x", 0, "400"),
        ("GET /stress/refused", 0, "401"),
        ("GET /stress/guarded", 1, "200 False"),
        ("GET /stress/stream", 0, "200 [\"FalseFalse\",\"FalseFalse\",\"FalseFalse\",\"FalseFalse\",\"FalseFalse\"]"),
        ("GET /stress/stream/fails", 0, "torn"),
        ("GET /stress/slow", 0, null),
        ("GET /stress/stream/slow", 0, null),
    ];

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task All_that_was_begun_is_ended(Host host)
    {
        await using var app = await Layered.Start(host);
        var before = await Ledger(app);
        var wrong = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, Rounds * Fates.Length), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
        {
            var (request, _, told) = Fates[i % Fates.Length];
            var answer = told is null ? await Leave(app, request) : await Ask(app, request);
            // A stream may fail before System.Text.Json has let anything out of its buffer: then there is nothing to tear.
            if (answer != told && !(told?.Length is 3 && answer?.StartsWith(told, StringComparison.Ordinal) is true) && !(told is "torn" && answer?.StartsWith("500 ", StringComparison.Ordinal) is true))
            {
                wrong.Add($"{request}: {answer}");
            }
        });

        Assert.Empty(wrong);
        var after = await Settled(app, before);
        Assert.Equal(Rounds * Fates.Sum(fate => fate.Commits), after["committed"] - before["committed"]);
        Assert.Equal(after["opened"], after["committed"] + after["rolled back"]);
        Assert.Equal(after["lent"], after["returned"]);
        Assert.Equal(after["made"], after["gone"]);
        Assert.Equal(after["begun"], after["ended"]);
        Assert.True(after["opened"] - before["opened"] >= Rounds * 6);
    }

    // What a client that leaves had begun ends behind its back.
    private static async Task<Dictionary<string, int>> Settled(RunningApp app, Dictionary<string, int> before)
    {
        var ledger = before;
        await Eventually.Until(async () =>
        {
            ledger = await Ledger(app);
            return ledger["begun"] - before["begun"] >= Rounds * (Fates.Length - 2) && ledger["begun"] == ledger["ended"] && ledger["made"] == ledger["gone"]
                && ledger["lent"] == ledger["returned"] && ledger["opened"] == ledger["committed"] + ledger["rolled back"];
        });
        return ledger;
    }

    private static async Task<Dictionary<string, int>> Ledger(RunningApp app) =>
        Entry().Matches((await app.Ask("GET /ledger")).Body).ToDictionary(entry => entry.Groups["name"].Value, entry => int.Parse(entry.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<string?> Ask(RunningApp app, string line)
    {
        try
        {
            var answer = await app.Ask(line);
            return $"{answer.Status} {answer.Body}";
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException)
        {
            return "torn";
        }
    }

    private static async Task<string?> Leave(RunningApp app, string line)
    {
        using var leave = new CancellationTokenSource();
        leave.CancelAfter(Random.Shared.Next(1, 30));
        try
        {
            using var answer = await app.Client.GetAsync(line.Split(' ')[1], leave.Token);
            return $"{(int)answer.StatusCode}";
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?<name>[a-z]+( [a-z]+)?) (?<count>[0-9]+)")]
    private static partial Regex Entry();
}
