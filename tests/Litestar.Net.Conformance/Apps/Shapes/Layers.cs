using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
namespace Litestar.Conformance.Apps.Shapes.LayerFunctions;
public record Err(string Code, int[] Places); public record Val<T>(T V);
public interface ICtx { string Id { get; } } public sealed class Ctx(string id) : ICtx, IDisposable { public string Id => id; public static int Disposed; public void Dispose() => Disposed++; }
public readonly record struct Tenant(string Id); public record Maybe(string Id); public class GenBox<T>(T v) { public T V => v; }
public enum Mode { Off, On }
public class BoomA : Exception; public class BoomB : BoomA; public class BoomC(string m) : Exception(m);
static class Fns
{
    internal static bool Allow() => true; internal static bool Deny() => false;
    internal static IResult? Pass([FromQuery] string? x) => x is "no" ? TypedResults.Conflict(new Err("x", [1])) : null;
    internal static Conflict<Err>? Typed(int n = 0) => n > 5 ? TypedResults.Conflict(new Err("n", [n])) : null;
    internal static async Task<Results<UnauthorizedHttpResult, BadRequest<Val<Err>>>?> Union([FromHeader(Name = "X-U")] int? u) { await Task.Yield(); return u switch { 1 => TypedResults.Unauthorized(), 2 => TypedResults.BadRequest(new Val<Err>(new("u", []))), _ => null }; }
    internal static async ValueTask<bool> Async(ClaimsPrincipal user, CancellationToken t) { await Task.Yield(); return !t.IsCancellationRequested && user is not null; }
    internal static void Throws([Range(1, 5)] int n = 1) { if (n == 5) throw new PermissionDeniedException("five"); }
    internal static ICtx Make(HttpContext c) => new Ctx(c.Request.Query["id"].ToString());
    internal static async Task<Tenant> MakeTenant([FromHeader(Name = "X-T")] string? t) { await Task.Yield(); return new(t ?? "none"); }
    internal static Maybe? MakeMaybe(int m = 0) => m == 0 ? null : new($"{m}");
    internal static GenBox<List<int>> MakeBox() => new([1, 2]);
    internal static async IAsyncEnumerable<Val<string>> Yielded(ICtx ctx) { yield return new(ctx.Id + "!"); await Task.Yield(); if (ctx.Id == "fail") throw new BoomC("commit"); }
    internal static string Greeting() => "hello";
    internal static int[] Numbers() => [1, 2, 3];
    private static Val<int> Private() => new(7);
    internal static IResult OnA(BoomA e) => Microsoft.AspNetCore.Http.Results.Text("A:" + e.GetType().Name, statusCode: 418);
    internal static Err OnB(BoomB e, ICtx ctx) => new(ctx.Id, [2]);
    internal static Conflict<Err> OnC(BoomC e) => TypedResults.Conflict(new Err(e.Message, []));
    internal static Task<Response<Err>> OnFormat(FormatException e) => Task.FromResult(new Response<Err>(new("f", [])) { Status = 422, Headers = { ["X-F"] = "1" } });
    internal static string? OnArg(ArgumentException e) => e.Message.Contains("skip") ? null : "arg";
    internal static ProblemDetails OnTime(TimeoutException e) => new() { Status = 504, Title = "late" };
    internal static ProblemHttpResult OnNot(NotSupportedException e) => TypedResults.Problem("unsupported", statusCode: 501);
    internal static ValidationProblem OnKey(KeyNotFoundException e) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["k"] = ["missing"] });
    internal static void Stamp(HttpResponse r, [FromQuery] string? s) => r.Headers["X-Stamp"] = s ?? "none";
    internal static Task StampAsync(HttpContext c, Tenant t) { c.Response.Headers["X-Tenant"] = t.Id; return Task.CompletedTask; }
    internal static IResult? Early([FromQuery] string? early) => early is null ? null : TypedResults.Ok(new Val<string>(early));
    internal static Created<Err>? EarlyTyped([FromQuery] string? early2) => early2 is null ? null : TypedResults.Created("/x", new Err(early2, []));
    internal static async Task Wrap(HttpContext c, RequestDelegate next) { c.Response.Headers["X-Mw"] = "1"; await next(c); }
    public const string ProvidePrivate = nameof(Private);
}
/// <summary>Guards, hooks, providers, error handlers and answers of every shape.</summary>
[Path("/shapes/layers"), OnError(nameof(Fns.OnA)), OnError(nameof(Fns.OnB), Status = 409), OnError(nameof(Fns.OnC)), OnError(nameof(Fns.OnFormat)), OnError(nameof(Fns.OnArg), Status = 400), OnError(nameof(Fns.OnTime), Status = 504), OnError(nameof(Fns.OnNot)), OnError(nameof(Fns.OnKey))]
[Provide(nameof(Fns.Make)), Provide(nameof(Fns.MakeTenant)), Provide(nameof(Fns.MakeMaybe)), Provide(nameof(Fns.MakeBox)), Provide(nameof(Fns.Yielded)), Provide(nameof(Fns.Greeting)), Provide(nameof(Fns.Numbers))]
public static class Layered
{
    [Get("/allow"), Guard(nameof(Fns.Allow))] static string Allow() => "ok";
    [Get("/deny"), Guard(nameof(Fns.Deny))] static string Deny() => "ok";
    [Get("/pass"), Guard(nameof(Fns.Pass))] static string Pass() => "ok";
    [Get("/typed"), Guard(nameof(Fns.Typed))] static string Typed() => "ok";
    [Get("/union"), Guard(nameof(Fns.Union))] static string Union() => "ok";
    [Get("/async"), Guard(nameof(Fns.Async))] static string Async() => "ok";
    [Get("/throws"), Guard(nameof(Fns.Throws))] static string Throws() => "ok";
    [Get("/ctx")] static string Ctx(ICtx ctx) => ctx.Id;
    [Get("/tenant")] static string Tenant(Tenant t) => t.Id;
    [Get("/tenantnull")] static string Tenantnull(Tenant? t) => t?.Id ?? "null";
    [Get("/maybe")] static string Maybe(Maybe? m) => m?.Id ?? "null";
    [Get("/box")] static string Box(GenBox<List<int>> b) => $"{b.V.Count}";
    [Get("/yield")] static string Yield(Val<string> v) => v.V;
    [Get("/greeting")] static string Greeting(string greeting, string other = "o") => greeting + other;
    [Get("/numbers")] static string Numbers(int[] numbers) => $"{numbers.Length}";
    [Get("/boom/{what}")] static string Boom(string what) => what switch { "a" => throw new BoomA(), "b" => throw new BoomB(), "c" => throw new BoomC("cc"), "f" => throw new FormatException(), "arg" => throw new ArgumentException("x"), "skip" => throw new ArgumentException("skip"), "t" => throw new TimeoutException(), "n" => throw new NotSupportedException(), "k" => throw new KeyNotFoundException(), "h" => throw new HttpException(409, "h"), _ => "none" };
    [Get("/stamp"), After(nameof(Fns.Stamp))] static string Stamp() => "ok";
    [Get("/stampasync"), After(nameof(Fns.StampAsync))] static Val<int> Stampasync() => new(1);
    [Get("/early"), Before(nameof(Fns.Early)), After(nameof(Fns.Stamp))] static string Early(int n) => $"{n}";
    [Get("/early2"), Before(nameof(Fns.EarlyTyped))] static string Early2(int n) => $"{n}";
    [Get("/mw"), Middleware(nameof(Fns.Wrap))] static string Mw() => "ok";
    [Get("/group")] static string Group([AsParameters] Grp g) => $"{g.Ctx.Id} {g.T.Id} {g.N} {g.Greeting}";
    [Post("/body")] static string Body(Val<int> body, ICtx ctx) => $"{body.V}{ctx.Id}";
    [Get("/response")] static Response<Val<int>> Response() => new(new(1)) { Status = 202, Headers = { ["X-A"] = "b" }, Cookies = { { "c", "d" } } };
    [Get("/results/{n:int}")] static Results<Ok<Val<int>>, NotFound<Err>, NoContent> OfResults(int n) => n switch { 1 => TypedResults.Ok(new Val<int>(1)), 2 => TypedResults.NotFound(new Err("2", [])), _ => TypedResults.NoContent() };
    [Get("/resultstask")] static async Task<Results<Ok<Val<Val<string>>>, ProblemHttpResult>> Resultstask(int n = 0) { await Task.Yield(); return n == 0 ? TypedResults.Ok(new Val<Val<string>>(new("x"))) : TypedResults.Problem("p", statusCode: 409); }
    [Get("/blocking", Blocking = true)] static Val<string> Blocking(ICtx ctx, int n = 1) => new($"{ctx.Id}{n}");
    [Get("/void")] static void Void(HttpResponse r) => r.Headers["X-V"] = "1";
    [Get("/task")] static Task OfTask() => Task.CompletedTask;
    [Delete("/delete")] static void Delete() { }
    [Get("/bytes")] static byte[] Bytes() => [1, 2, 3];
    [Get("/streamed")] static Stream Streamed() => new MemoryStream([1, 2]);
    [Get("/rom")] static ReadOnlyMemory<byte> Rom() => new byte[] { 1 };
    [Get("/enum")] static Mode Enum(Mode mode = Mode.On) => mode;
    [Get("/obj")] static IResult Obj() => Microsoft.AspNetCore.Http.Results.Ok(new Val<int>(3));
}
public record Grp(ICtx Ctx, Tenant T, [Range(1, 5)] int N, string Greeting);
