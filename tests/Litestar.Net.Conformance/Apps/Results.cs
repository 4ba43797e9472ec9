using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar.Conformance.Apps;

public record Thing(int Id, string Name, Thing? Inner = null);

public enum Shade { Light, Dark }

/// <summary>Every kind of result, bare, as a task and as a value task, sync and truly async.</summary>
[Path("/results")]
public static class Results
{
    [Get("/text")] public static string Text() => "héllo";
    [Get("/text/task")] public static Task<string> TextTask() => Task.FromResult("task");
    [Get("/text/value-task")] public static async ValueTask<string> TextValueTask() { await Task.Yield(); return "value task"; }
    [Get("/text/null")] public static string? TextNull() => null;

    [Get("/bytes")] public static byte[] Bytes() => [1, 2, 3];
    [Get("/bytes/task")] public static async Task<byte[]> BytesTask() { await Task.Yield(); return [4]; }
    [Get("/bytes/value-task")] public static ValueTask<byte[]> BytesValueTask() => new([5, 6]);

    [Get("/stream")] public static Stream Stream() => new MemoryStream("flow"u8.ToArray());
    [Get("/stream/task")] public static Task<Stream> StreamTask() => Task.FromResult<Stream>(new MemoryStream("task"u8.ToArray()));
    [Get("/stream/value-task")] public static async ValueTask<MemoryStream> StreamValueTask() { await Task.Yield(); return new("value"u8.ToArray()); }

    [Get("/json")] public static Thing Json() => new(1, "one", new(2, "two"));
    [Get("/json/task")] public static async Task<Thing> JsonTask() { await Task.Delay(1); return new(3, "three"); }
    [Get("/json/value-task")] public static ValueTask<Thing> JsonValueTask() => new(new Thing(4, "four"));
    [Get("/json/null")] public static Thing? JsonNull() => null;
    [Get("/json/number")] public static int Number() => 42;
    [Get("/json/list")] public static IReadOnlyList<Thing> List() => [new(1, "a"), new(2, "b")];
    [Get("/json/dictionary")] public static Dictionary<string, int[]> Dictionary() => new() { ["a"] = [1, 2] };
    [Get("/json/enum")] public static Shade Enum() => Shade.Dark;
    [Get("/json/large")] public static string[] Large() => [.. Enumerable.Range(0, 20_000).Select(i => $"item {i}")];
    [Get("/json/stream")] public static async IAsyncEnumerable<int> Items() { for (var i = 1; i <= 3; i++) { await Task.Yield(); yield return i; } }

    [Get("/result")] public static IResult Result() => TypedResults.Text("teapot", statusCode: 418);
    [Get("/result/task")] public static Task<Ok<Thing>> ResultTask() => Task.FromResult(TypedResults.Ok(new Thing(5, "five")));
    [Get("/result/value-task")] public static async ValueTask<Results<Ok<Thing>, NotFound>> ResultValueTask(bool found) { await Task.Yield(); return found ? TypedResults.Ok(new Thing(6, "six")) : TypedResults.NotFound(); }

    [Get("/void")] public static void Void() { }
    [Get("/blocking", Blocking = true)] public static string Blocking(int more = 1) { Thread.Sleep(more); return $"{Thread.CurrentThread.IsThreadPoolThread} {more}"; }
    [Post("/blocking/private", Blocking = true)] private static void BlockingPrivate(Thing data) => Thread.Sleep(data.Id);
    [Get("/blocking/throws", Blocking = true)] public static Thing BlockingThrows() => throw new ConflictException("blocked");
    [Get("/void/task")] public static Task VoidTask() => Task.CompletedTask;
    [Get("/void/value-task")] public static async ValueTask VoidValueTask() => await Task.Yield();

    [Post("/post")] public static Thing Post() => new(7, "seven");
    [Delete("/delete")] public static void Delete() { }
    [Delete("/delete/task")] public static async Task DeleteTask() => await Task.Yield();
    [Delete("/delete/value")] public static string DeleteValue() => "gone";
    [Put("/status", Status = 202)] public static string Accepted() => "later";
    [Get("/two"), Post("/two")] public static string Two() => "two verbs";
    [Verb("QUERY", "/query")] public static string Query(Thing data) => data.Name;
    [Get("/own-type")] public static string OwnType(HttpResponse response) { response.ContentType = "text/html; charset=utf-8"; return "<p>"; }
    [Get("/own-status")] public static string OwnStatus(HttpResponse response) { response.StatusCode = 203; return "x"; }
    [Get("/own-204")] public static Thing OwnNothing(HttpResponse response) { response.StatusCode = 204; return new(1, "unsent"); }
    [Get("/by-hand")] public static async Task ByHand(HttpContext context) { context.Response.StatusCode = 207; await context.Response.WriteAsync("by hand"); }
}
