using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar.Conformance.Apps;

/// <summary>Answers within a transaction, of every kind and size, that can be written or cannot.</summary>
[Path("/endings"), Provide(nameof(Begin))]
public static class Endings
{
    private const int Under = 9_000, Over = 100_000;

    [Get("/fine")] public static double[] Fine(Unit unit) => [unit.Number, 1];
    [Get("/fine/large")] public static IEnumerable<double> FineLarge(Unit unit) => Enumerable.Repeat((double)unit.Number, Over * 2);
    [Get("/fine/large/list")] public static double[] FineList(Unit unit) => [.. Enumerable.Repeat((double)unit.Number, Over * 2)];
    [Get("/fine/result")] public static Ok<double[]> FineResult(Unit unit) => TypedResults.Ok<double[]>([unit.Number, 1]);
    [Get("/fine/result/large")] public static Ok<double[]> FineLargeResult(Unit unit) => TypedResults.Ok<double[]>([.. Enumerable.Repeat((double)unit.Number, Over * 2)]);
    [Get("/fine/redirect")] public static IResult FineRedirect(Unit unit) => TypedResults.Redirect($"/to/{unit.Number}");
    [Get("/fine/text")] public static string FineText(Unit unit) => new((char)('a' + unit.Number), 300_000);
    [Get("/fine/bytes")] public static byte[] FineBytes(Unit unit) => [.. Enumerable.Repeat((byte)('a' + unit.Number), 300_000)];
    [Get("/fine/stream")] public static Stream FineStream(Unit unit) => new MemoryStream(FineBytes(unit));
    [Get("/fine/results/stream")] public static IResult FineResultsStream(Unit unit) => TypedResults.Stream(FineStream(unit), "text/plain");
    [Get("/fine/204")] public static NoContent FineNothing(Unit unit) { _ = unit; return TypedResults.NoContent(); }
    [Get("/fine/sequence")] public static async IAsyncEnumerable<int> FineSequence(Unit unit) { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return unit.Number; } }

    [Get("/nan")] public static double[] NotANumber(Unit unit) => [unit.Number, double.NaN];
    [Get("/nan/under")] public static IEnumerable<double> NanUnder(Unit unit) => Enumerable.Repeat((double)unit.Number, Under).Append(double.NaN);
    [Get("/nan/under/list")] public static double[] NanUnderList(Unit unit) => [.. NanUnder(unit)];
    [Get("/nan/result")] public static Ok<double[]> NanResult(Unit unit) => TypedResults.Ok(NotANumber(unit));
    [Get("/nan/result/under")] public static Results<Ok<double[]>, NotFound> NanResultUnder(Unit unit) => TypedResults.Ok(NanUnderList(unit));
    [Get("/getter")] public static Getter Throwing(Unit unit) { _ = unit; return new(); }
    [Get("/loop")] public static Loop Looping(Unit unit) { _ = unit; var loop = new Loop(); loop.Self = loop; return loop; }
    [Get("/redirect")] public static IResult Redirected(Unit unit) { _ = unit; return TypedResults.Redirect("a\nb"); }
    [Get("/result")] public static IResult Broken(Unit unit) { _ = unit; return new BrokenResult(); }
    [Get("/stream")] public static Stream Streamed(Unit unit) { _ = unit; return new BrokenStream(); }
    [Get("/results/stream")] public static IResult ResultsStreamed(Unit unit) { _ = unit; return TypedResults.Stream(new BrokenStream(), "text/plain"); }
    [Get("/missing")] public static IResult Missing(Unit unit) { _ = unit; return TypedResults.PhysicalFile("/no/such/file"); }
    [Get("/header")] public static Response<string> Header(Unit unit) => new($"{unit.Number}") { Headers = { ["X-Wrong"] = "a\nb" } };
    [Get("/commit")] public static double[] Commit(Unit unit) { unit.Fails = true; return [1]; }
    [Get("/commit/result")] public static Ok<double[]> CommitResult(Unit unit) { unit.Fails = true; return TypedResults.Ok<double[]>([1]); }
    [Get("/commit/large")] public static double[] CommitLarge(Unit unit) { unit.Fails = true; return [.. Enumerable.Repeat(1d, Over * 2)]; }

    private static async IAsyncEnumerable<Unit> Begin(Units units, [Microsoft.AspNetCore.Mvc.FromHeader(Name = "X-Run")] string run = "")
    {
        var unit = new Unit(1);
        yield return unit;
        await Task.Yield();
        units.Commits.AddOrUpdate(run, 1, (_, count) => count + 1);
        if (unit.Fails)
        {
            throw new InvalidOperationException("The commit has failed.");
        }
    }

    private sealed class BrokenResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("render");
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("read");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("read");
    }
}

/// <summary>Tells how often something was committed for a run.</summary>
public static class EndingsRead
{
    [Get("/commits/{run}")] public static string Read(Units units, string run) => $"{units.Commits.GetValueOrDefault(run)}";
}

public sealed class Unit(int number)
{
    public int Number => number;

    public bool Fails { get; set; }
}

public sealed class Units
{
    public ConcurrentDictionary<string, int> Commits { get; } = new();
}

public sealed class Getter
{
    public string First => "fine";

    public string Second => throw new InvalidOperationException("the secret");
}
