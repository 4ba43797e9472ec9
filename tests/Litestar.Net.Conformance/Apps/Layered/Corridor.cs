using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>Every kind of function on three layers, each of which notes that it ran.</summary>
[Path("/corridor")]
[Guard(nameof(Steps.OuterGuard)), Before(nameof(Steps.OuterBefore)), After(nameof(Steps.OuterAfter)), AfterResponse(nameof(Steps.OuterEnd))]
[Provide(nameof(Steps.OuterThing)), Provide(nameof(Steps.Part)), Middleware(nameof(Steps.OuterMiddleware)), OnError(nameof(Steps.OuterError))]
[ResponseHeader("X-Layer", "outer"), ResponseHeader("X-Outer", "yes")]
public static class Corridor
{
    [Get("/plain")] public static string Plain(Thing thing, HttpContext context, Journal journal) => journal.Note(context, "handler", thing.Name);

    [Get("/unused")] public static string Unused(HttpContext context, Journal journal) => journal.Note(context, "handler", "unused");

    [Get("/fails")] public static string Fails(HttpContext context, Journal journal) => throw new InvalidOperationException(journal.Note(context, "handler", "fails"));

    [Get("/refused/{id:int}")] public static string Rejected(int id, int page, Thing thing) => $"{id} {page} {thing.Name}";

    /// <summary>A layer within.</summary>
    [Path("/inner")]
    [Guard(nameof(Steps.InnerGuard)), Before(nameof(Steps.InnerBefore)), After(nameof(Steps.InnerAfter)), AfterResponse(nameof(Steps.InnerEnd))]
    [Provide(nameof(Steps.InnerThing)), Middleware(nameof(Steps.InnerMiddleware)), OnError(nameof(Steps.InnerError), Status = 422), ResponseHeader("x-layer", "inner")]
    public static class Inner
    {
        [Get("/plain")] public static string Plain(Thing thing, HttpContext context, Journal journal) => journal.Note(context, "handler", thing.Name);

        [Guard(nameof(Steps.OwnGuard)), After(nameof(Steps.OwnAfter)), ResponseHeader("X-Layer", "own"), Middleware(nameof(Steps.OwnMiddleware))]
        [Post("/own", Status = 202)] public static string Own(Thing thing, HttpContext context, Journal journal) => journal.Note(context, "handler", thing.Name);

        [Get("/fails")] public static string Fails(bool derived, HttpContext context, Journal journal) =>
            throw (derived ? new ObjectDisposedException(journal.Note(context, "handler", "fails")) : new InvalidOperationException(journal.Note(context, "handler", "fails")));

        [Get("/fails/else")] public static string FailsElse() => throw new NotSupportedException("nobody answers this");
    }
}

/// <summary>What a provider makes.</summary>
public sealed record Thing(string Name);

/// <summary>What a provider asks of another.</summary>
public sealed record Part(int Number);

internal static class Notes
{
    public static string Note(this Journal journal, HttpContext context, string line, string result)
    {
        journal.Write(context, line);
        return result;
    }
}

/// <summary>The functions.</summary>
public static class Steps
{
    public static bool OuterGuard(HttpContext context, Journal journal) => journal.Note(context, "outer-guard", "") is "";
    public static async Task<bool> InnerGuard(HttpContext context, Journal journal) { await Task.Yield(); return journal.Note(context, "inner-guard", "") is ""; }
    public static ValueTask<IResult?> OwnGuard(HttpContext context, Journal journal, Part part) => new(journal.Note(context, $"own-guard-{part.Number}", "") is "" ? null : TypedResults.NoContent());
    public static void OuterBefore(HttpContext context, Journal journal) => journal.Write(context, "outer-before");
    public static IResult? InnerBefore(HttpContext context, Journal journal, string? shortcut)
    {
        journal.Write(context, "inner-before");
        return shortcut is null ? null : TypedResults.Text(shortcut, statusCode: 203);
    }

    public static void OuterAfter(HttpContext context, Journal journal) => journal.Write(context, $"outer-after-{context.Response.StatusCode}");
    public static Task InnerAfter(HttpContext context, Journal journal) { journal.Write(context, $"inner-after-{context.Response.StatusCode}"); return Task.CompletedTask; }
    public static void OwnAfter(HttpResponse response, Journal journal, Thing thing)
    {
        journal.Write(response.HttpContext, $"own-after-{response.StatusCode}");
        response.StatusCode = 299;
        response.Headers["X-Thing"] = thing.Name;
    }

    public static void OuterEnd(HttpContext context, Journal journal) => journal.Write(context, "outer-end");
    public static async Task InnerEnd(HttpContext context, Journal journal, Part part) { await Task.Yield(); journal.Write(context, $"inner-end-{part.Number}"); }
    public static Thing OuterThing(HttpContext context, Journal journal) => new(journal.Note(context, "outer-thing", "outer"));
    public static async Task<Thing> InnerThing(HttpContext context, Journal journal, Part part) { await Task.Yield(); return new(journal.Note(context, "inner-thing", $"inner{part.Number}")); }
    public static Part Part(HttpContext context, Journal journal, int number = 1) { journal.Write(context, "part"); return new(number); }

    public static async Task OuterMiddleware(HttpContext context, RequestDelegate next)
    {
        Write(context, "outer-in");
        await next(context);
        Write(context, $"outer-out-{context.Response.StatusCode}");
    }

    public static async Task InnerMiddleware(HttpContext context, RequestDelegate next)
    {
        Write(context, "inner-in");
        if (context.Request.Query.ContainsKey("broken"))
        {
            throw new ObjectDisposedException("middleware");
        }

        await next(context);
        Write(context, $"inner-out-{context.Response.StatusCode}");
    }

    internal static async Task OwnMiddleware(HttpContext context, RequestDelegate next)
    {
        Write(context, "own-in");
        await next(context);
        Write(context, "own-out");
    }

    public static IResult OuterError(Exception error) => error is NotSupportedException ? null! : TypedResults.Text($"outer: {error.GetType().Name}", statusCode: 418);
    public static async Task<Caught> InnerError(ObjectDisposedException error, Part part) { await Task.Yield(); return new(error.GetType().Name, part.Number); }

    private static void Write(HttpContext context, string line) => ((Journal)context.RequestServices.GetService(typeof(Journal))!).Write(context, line);
}

/// <summary>What an error handler answers.</summary>
public sealed record Caught(string Error, int Part);
