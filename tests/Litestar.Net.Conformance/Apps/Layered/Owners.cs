using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>Values that can be disposed, and whose they are.</summary>
[Path("/owners"), AfterResponse(nameof(End))]
[Provide(nameof(UsedHere)), Provide(nameof(FinallyHere)), Provide(nameof(LeftToLayer)), Provide(nameof(Derived)), Provide(nameof(OfContainer)), Provide(nameof(OfContext)), Provide(nameof(Fresh)), Provide(nameof(AsInterface)), Provide(nameof(Struct))]
public static class Owners
{
    [Get("/using")] public static string Using(Used thing) => thing.GetType().Name;
    [Get("/using/fails")] public static string UsingFails(Used thing) => throw new InvalidOperationException(thing.GetType().Name);
    [Get("/finally")] public static string Finally(Ended thing) => thing.GetType().Name;
    [Get("/left")] public static string Left(LeftAlone thing) => thing.GetType().Name;
    [Get("/derived")] public static string OfUnsealed(Vessel vessel) => vessel.GetType().Name;
    [Get("/given")] public static string Given(ILent lent) => lent.GetType().Name;
    [Get("/taken")] public static string Taken(SharedThing shared) => shared.GetType().Name;
    [Get("/fresh")] public static string FreshOne(ScopedThing scoped) => scoped.GetType().Name;
    [Get("/interface")] public static string Interface(IThing thing) => thing.GetType().Name;
    [Get("/both")] public static string Both(IThing thing, Used used, LeftAlone left) => thing.GetType().Name + used.GetType().Name + left.GetType().Name;
    [Get("/struct")] public static string OfStruct(Ticket ticket) => ticket.GetType().Name;

    private static async IAsyncEnumerable<Used> UsedHere(HttpContext context, Journal journal)
    {
        await using var thing = new Used(context, journal);
        yield return thing;
        journal.Write(context, "used-commit");
    }

    private static async IAsyncEnumerable<Ended> FinallyHere(HttpContext context, Journal journal)
    {
        var thing = new Ended(context, journal);
        try
        {
            await Task.Yield();
            yield return thing;
        }
        finally
        {
            await thing.DisposeAsync();
        }
    }

    private static async IAsyncEnumerable<LeftAlone> LeftToLayer(HttpContext context, Journal journal)
    {
        await using var other = new Used(context, journal);
        yield return new LeftAlone(context, journal);
        journal.Write(context, "left-commit");
    }

    private static Vessel Derived(HttpContext context, Journal journal) => new Ship(context, journal);
    private static ILent OfContainer(SharedThing shared) => shared;
    private static SharedThing OfContext(HttpContext context) => (SharedThing)context.RequestServices.GetService(typeof(SharedThing))!;
    private static ScopedThing Fresh(HttpContext context, Journal journal) => new() { Context = context, Journal = journal };
    private static IThing AsInterface(LeftAlone left) => left;
    private static Ticket Struct(HttpContext context, Journal journal) => new(context, journal);
    private static void End(HttpContext context, Journal journal) => journal.Write(context, "end");
}

public interface ILent;

public interface IThing;

public abstract class Noted(HttpContext context, Journal journal) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        journal.Write(context, $"{GetType().Name}-gone");
        return default;
    }
}

public sealed class Used(HttpContext context, Journal journal) : Noted(context, journal);

public sealed class Ended(HttpContext context, Journal journal) : Noted(context, journal);

public sealed class LeftAlone(HttpContext context, Journal journal) : Noted(context, journal), IThing;

public class Vessel;

public sealed class Ship(HttpContext context, Journal journal) : Vessel, IDisposable
{
    public void Dispose() => journal.Write(context, "Ship-gone");
}

/// <summary>One for the whole app, which must outlive every request.</summary>
public sealed class SharedThing : ILent, IDisposable
{
    private bool _isGone;

    public override string ToString() => _isGone ? "gone" : "there";

    public new Type GetType() => _isGone ? throw new ObjectDisposedException(nameof(SharedThing)) : base.GetType();

    public void Dispose() => _isGone = true;
}

/// <summary>Registered, and made by a provider all the same.</summary>
public sealed class ScopedThing : IDisposable
{
    public HttpContext? Context { get; init; }

    public Journal? Journal { get; init; }

    public void Dispose() => Journal?.Write(Context!, "scoped-gone");
}

public readonly struct Ticket(HttpContext context, Journal journal) : IDisposable
{
    public void Dispose() => journal.Write(context, "ticket-gone");
}
