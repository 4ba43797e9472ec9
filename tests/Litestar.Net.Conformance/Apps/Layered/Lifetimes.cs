using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>Providers that live as long as a request.</summary>
[Path("/lifetimes"), Provide(nameof(Outer)), Provide(nameof(Inner)), Provide(nameof(Disposable)), Provide(nameof(Borrowed), Disposes = false), Provide(nameof(Greeting)), Provide(nameof(LimitAsync)), Provide(nameof(Lent)), Provide(nameof(Committed))]
[AfterResponse(nameof(End))]
public static class Lifetimes
{
    [Get("/both")] public static string Both(OuterScope outer, InnerScope inner, HttpContext context, Journal journal) => journal.Note(context, "handler", $"{outer.Name} {inner.Name}");
    [Get("/fails")] public static string Fails(InnerScope inner, HttpContext context, Journal journal) => throw new InvalidOperationException(journal.Note(context, "handler", inner.Name));
    [Get("/result")] public static IResult Result(OuterScope outer) => TypedResults.Text(outer.Name, statusCode: 209);
    [Get("/disposed")] public static string Disposed(DisposedThing thing, BorrowedThing borrowed, HttpContext context, Journal journal) => journal.Note(context, "handler", $"{thing.GetType().Name} {borrowed.GetType().Name}");
    [Get("/text")] public static string Text(string greeting, int limit, string other) => $"{greeting} {limit} {other}";
    [Get("/lent")] public static string Lend(LentThing thing, HttpContext context, Journal journal) => journal.Note(context, "handler", thing.Name);
    [Get("/committed")] public static IResult Commit(CommittedThing thing, LentThing lent, HttpContext context, Journal journal) => TypedResults.Text(journal.Note(context, "handler", lent.Name + (thing is null)));

    [Get("/committed/stream")]
    public static async IAsyncEnumerable<string> CommitStream(CommittedThing thing, LentThing lent, HttpContext context, Journal journal)
    {
        await Task.Yield();
        journal.Write(context, $"item-{thing.IsGone}");
        yield return lent.Name;
    }

    [Get("/faulty")] public static string Faulty(OuterScope outer, int page, int size) => $"{outer.Name} {page} {size}";

    [Get("/stream")]
    public static async IAsyncEnumerable<string> Stream(OuterScope outer, HttpContext context, Journal journal)
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Yield();
            journal.Write(context, $"item{i}");
            yield return outer.Name;
        }
    }

    [Get("/background")]
    public static Response<string> Background(OuterScope outer, LentThing lent, bool? first, HttpContext context, Journal journal) => new(journal.Note(context, "handler", outer.Name))
    {
        Background =
        {
            () => journal.Note(context, "first", first is false ? throw new InvalidOperationException("the work has failed") : ""),
            async () =>
            {
                await Task.Yield();
                journal.Write(context, $"second-{context.Response.HasStarted}");
            },
        },
    };

    [Get("/background/stream")]
    public static Response<IAsyncEnumerable<string>> BackgroundStream(OuterScope outer, HttpContext context, Journal journal) => new(Stream(outer, context, journal))
    {
        Background = { () => journal.Write(context, "work") },
    };

    [Get("/background/torn")]
    public static Response<IAsyncEnumerable<string>> BackgroundTorn(HttpContext context, Journal journal) => new(Torn())
    {
        Background = { () => journal.Write(context, "work") },
    };

    private static async IAsyncEnumerable<string> Torn()
    {
        await Task.Yield();
        yield return "before it is torn";
        throw new InvalidOperationException("torn");
    }

    [Get("/endless")]
    public static async IAsyncEnumerable<string> Endless(OuterScope outer, HttpContext context, Journal journal, [EnumeratorCancellation] CancellationToken stop)
    {
        journal.Write(context, "begun");
        while (true)
        {
            yield return outer.Name + new string('.', 10_000);
            await Task.Delay(5, stop);
        }
    }

    private static async IAsyncEnumerable<OuterScope> Outer(HttpContext context, Journal journal, string? commit)
    {
        journal.Write(context, "outer-open");
        try
        {
            yield return new("outer");
            if (commit is "fails")
            {
                throw new InvalidOperationException("the commit has failed");
            }

            journal.Write(context, $"outer-commit-{(context.Response.HasStarted ? "late" : "early")}");
        }
        finally
        {
            await Task.Yield();
            journal.Write(context, "outer-close");
        }
    }

    private static async IAsyncEnumerable<InnerScope> Inner(OuterScope outer, HttpContext context, Journal journal)
    {
        journal.Write(context, "inner-open");
        try
        {
            yield return new($"inner of {outer.Name}");
            await Task.Yield();
            journal.Write(context, "inner-commit");
        }
        finally
        {
            journal.Write(context, "inner-close");
        }
    }

    private static DisposedThing Disposable(HttpContext context, Journal journal) => new(() => journal.Write(context, "disposed"));
    private static BorrowedThing Borrowed(HttpContext context, Journal journal) => new(() => journal.Write(context, "borrowed disposed"));
    private static async IAsyncEnumerable<LentThing> Lent(HttpContext context, Journal journal)
    {
        try
        {
            await Task.Yield();
            yield return new("lent");
        }
        finally
        {
            journal.Write(context, "returned");
        }
    }

    private static async IAsyncEnumerable<CommittedThing> Committed(HttpContext context, Journal journal)
    {
        var thing = new CommittedThing(() => journal.Write(context, "gone"));
        yield return thing;
        await Task.Yield();
        journal.Write(context, $"commit-{thing.IsGone}");
    }

    private static string Greeting(string name = "you") => $"Hi, {name}!";
    private static async Task<int> LimitAsync() { await Task.Yield(); return 7; }
    private static void End(HttpContext context, Journal journal) => journal.Write(context, "end");
}

public sealed record OuterScope(string Name);

public sealed record InnerScope(string Name);

public sealed record LentThing(string Name);

public sealed class CommittedThing(Action gone) : IAsyncDisposable
{
    public bool IsGone { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        IsGone = true;
        gone();
    }
}

public sealed class DisposedThing(Action gone) : IDisposable
{
    public void Dispose() => gone();
}

public sealed class BorrowedThing(Action gone) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        gone();
        return default;
    }
}
