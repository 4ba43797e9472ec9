using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>Doors at which a client may leave while the request waits there.</summary>
[Path("/leaving"), Provide(nameof(Begin)), Provide(nameof(Slow)), AfterResponse(nameof(End))]
public static class Leaving
{
    [Get("/handler")] public static async Task<string> Handler(Seat seat, HttpContext context, Journal journal, CancellationToken gone) => await journal.Wait(context, "handler", seat.Name, gone);
    [Get("/provider")] public static string Provider(SlowSeat seat) => seat.Name;
    [Get("/commit")] public static string Commit(Seat seat) => seat.Name;
    [Get("/guard"), Guard(nameof(Door))] public static string Guard() => "in";
    [Get("/after"), After(nameof(Late))] public static string After(Seat seat) => seat.Name;

    private static async IAsyncEnumerable<Seat> Begin(HttpContext context, Journal journal, [EnumeratorCancellation] CancellationToken gone, bool slow = false)
    {
        journal.Write(context, "open");
        try
        {
            yield return new("seat");
            await (slow ? journal.Wait(context, "committing", "", gone) : Task.CompletedTask);
            journal.Write(context, "commit");
        }
        finally
        {
            journal.Write(context, "close");
        }
    }

    private static async Task<SlowSeat> Slow(Seat seat, HttpContext context, Journal journal, CancellationToken gone) => new(await journal.Wait(context, "provider", seat.Name, gone));
    private static async Task<bool> Door(Seat seat, HttpContext context, Journal journal, CancellationToken gone) => await journal.Wait(context, "guard", seat.Name, gone) is "";
    private static async Task Late(Seat seat, HttpContext context, Journal journal, CancellationToken gone) => await journal.Wait(context, "after", seat.Name, gone);
    private static void End(HttpContext context, Journal journal) => journal.Write(context, "end");

    // The line tells the client when to leave.
    private static async Task<string> Wait(this Journal journal, HttpContext context, string line, string result, CancellationToken gone)
    {
        journal.Write(context, line);
        await Task.Delay(TimeSpan.FromMinutes(1), gone);
        return result;
    }
}

public sealed record Seat(string Name);

public sealed record SlowSeat(string Name);
