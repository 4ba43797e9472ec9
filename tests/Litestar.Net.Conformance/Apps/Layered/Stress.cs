using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>What was begun and what was ended, over all requests.</summary>
public sealed class Ledger
{
    public int Begun;
    public int Ended;
    public int Opened;
    public int Committed;
    public int RolledBack;
    public int Lent;
    public int Returned;
    public int Made;
    public int Gone;

    public static void Note(ref int count) => Interlocked.Increment(ref count);

    public override string ToString() => $"begun {Begun} ended {Ended} opened {Opened} committed {Committed} rolled back {RolledBack} lent {Lent} returned {Returned} made {Made} gone {Gone}";
}

/// <summary>Requests of every fate, all of whose providers keep the ledger.</summary>
[Path("/stress"), Middleware(nameof(Count)), AfterResponse(nameof(End)), Provide(nameof(Begin)), Provide(nameof(Lend)), Provide(nameof(Make))]
public static class Stress
{
    [Get("/ok")] public static string Ok(Money money, Lease lease, Good good) => $"{money.IsOver}{lease.IsOver}{good.IsOver}";
    [Post("/body")] public static async Task<Coin> Body(Money money, Coin data, Good good) { await Task.Yield(); return money.IsOver || good.IsOver ? new(0) : data; }
    [Get("/fails")] public static string Fails(Money money, Lease lease, Good good) => throw new InvalidOperationException($"{money}{lease}{good}");
    [Get("/faulty")] public static string Faulty(Money money, Lease lease, Good good, int number) => $"{money}{lease}{good}{number}";
    [Get("/refused"), Guard(nameof(Closed))] public static string Rejected(Money money) => $"{money}";
    [Get("/guarded"), Guard(nameof(Open))] public static string Guarded(Good good) => $"{good.IsOver}";
    [Get("/slow")] public static async Task<string> Slow(Money money, Lease lease, Good good, CancellationToken gone) { await Task.Delay(Timeout.Infinite, gone); return $"{money}{lease}{good}"; }

    [Get("/stream")]
    public static async IAsyncEnumerable<string> Stream(Lease lease, Good good)
    {
        for (var i = 0; i < 5; i++)
        {
            await Task.Yield();
            yield return $"{lease.IsOver}{good.IsOver}";
        }
    }

    [Get("/stream/fails")]
    public static async IAsyncEnumerable<string> StreamFails(Lease lease, Good good)
    {
        yield return new string('.', 50_000);
        await Task.Yield();
        throw new InvalidOperationException($"{lease}{good}");
    }

    [Get("/stream/slow")]
    public static async IAsyncEnumerable<string> StreamSlow(Lease lease, Good good, [EnumeratorCancellation] CancellationToken gone)
    {
        yield return new string('.', 50_000);
        await Task.Delay(Timeout.Infinite, gone);
        yield return $"{lease}{good}";
    }

    private static async IAsyncEnumerable<Money> Begin(Ledger ledger, Good good, bool commits = true)
    {
        Ledger.Note(ref ledger.Opened);
        await using var money = new Money(ledger);
        yield return money;
        await Task.Yield();
        money.Commit(commits && !good.IsOver);
    }

    private static async IAsyncEnumerable<Lease> Lend(Ledger ledger)
    {
        Ledger.Note(ref ledger.Lent);
        var lease = new Lease();
        try
        {
            await Task.Yield();
            yield return lease;
        }
        finally
        {
            lease.IsOver = true;
            Ledger.Note(ref ledger.Returned);
        }
    }

    private static async Task<Good> Make(Ledger ledger)
    {
        await Task.Yield();
        Ledger.Note(ref ledger.Made);
        return new(ledger);
    }

    private static bool Closed(Money money) => money.IsOver;
    private static bool Open(Money money, Good good) => !money.IsOver && !good.IsOver;
    private static void End(Ledger ledger) => Ledger.Note(ref ledger.Ended);

    private static Task Count(HttpContext context, RequestDelegate next)
    {
        Ledger.Note(ref ((Ledger)context.RequestServices.GetService(typeof(Ledger))!).Begun);
        return next(context);
    }
}

/// <summary>Reads the ledger from outside.</summary>
public static class Ledgers
{
    [Get("/ledger")] public static string Read(Ledger ledger) => ledger.ToString();
}

public sealed record Coin(int Value);

/// <summary>A transaction that its provider disposes.</summary>
public sealed class Money(Ledger ledger) : IAsyncDisposable
{
    private bool _isCommitted;

    public bool IsOver { get; private set; }

    public void Commit(bool commits)
    {
        _isCommitted = commits ? true : throw new InvalidOperationException("The commit has failed.");
        Ledger.Note(ref ledger.Committed);
    }

    public ValueTask DisposeAsync()
    {
        IsOver = true;
        if (!_isCommitted)
        {
            Ledger.Note(ref ledger.RolledBack);
        }

        return default;
    }
}

/// <summary>What a <c>finally</c> ends.</summary>
public sealed record Lease
{
    public bool IsOver { get; set; }
}

/// <summary>What the layer disposes.</summary>
public sealed class Good(Ledger ledger) : IDisposable
{
    public bool IsOver { get; private set; }

    public void Dispose()
    {
        IsOver = true;
        Ledger.Note(ref ledger.Gone);
    }
}
