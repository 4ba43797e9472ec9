using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>What answers in the handler's place, and what that means to the functions around it.</summary>
[Path("/answering"), AfterResponse(nameof(End))]
public static class Answering
{
    [Get("/early"), Before(nameof(Early)), Provide(nameof(Begin))] public static string ByHook() => "handler";
    [Get("/early/after"), Before(nameof(Early)), After(nameof(Stamp)), Provide(nameof(Begin))] public static string ByHookWithAfter() => "handler";
    [Get("/guarded"), Guard(nameof(Rejection)), Provide(nameof(Begin))] public static string Guarded() => "handler";
    [Get("/unfound"), Provide(nameof(Begin))] public static IResult NotFound(Scope scope) => TypedResults.NotFound(scope.Name);
    [Get("/redirect"), After(nameof(Stamp))] public static IResult Redirect() => TypedResults.Redirect("/elsewhere");
    [Get("/redirect/kept"), After(nameof(Stamp))] public static IResult RedirectKept() => TypedResults.Redirect("/elsewhere", permanent: true, preserveMethod: true);
    [Get("/either/{found:bool}"), After(nameof(Stamp))] public static Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<string>, Microsoft.AspNetCore.Http.HttpResults.NotFound> Either(bool found) => found ? TypedResults.Ok("ok") : TypedResults.NotFound();

    [Get("/once"), Provide(nameof(Failing)), OnError(nameof(WithFailed)), OnError(nameof(Any)), AfterResponse(nameof(EndWithFailed))] public static string Once(Scope scope) => scope.Name;
    [Get("/shared"), Provide(nameof(Lazy)), OnError(nameof(Passes)), OnError(nameof(Answers))] public static string Shared() => throw new ArgumentException("shared");
    [Get("/unreadable"), OnError(nameof(AsksForNumber)), OnError(nameof(Any))] public static string Unreadable() => throw new ArgumentException("unreadable");
    [Get("/thrown/{by}"), OnError(nameof(Throws)), OnError(nameof(Any))] public static string Thrown(string by) => throw new ArgumentException(by);

    private static async IAsyncEnumerable<Scope> Begin(HttpContext context, Journal journal)
    {
        journal.Write(context, "begin");
        await Task.Yield();
        yield return new("scope");
        journal.Write(context, "commit");
    }

    private static Scope Failing(HttpContext context, Journal journal) => throw new ConflictException(journal.Note(context, "asked", "The provider has failed."));
    private static Scope Lazy(HttpContext context, Journal journal) => new(journal.Note(context, "asked", "lazy"));

    private static IResult? Early(Scope scope) => TypedResults.Text(scope.Name, statusCode: 203);
    private static IResult? Rejection(Scope scope) => TypedResults.Text(scope.Name, statusCode: 402);
    private static void Stamp(HttpResponse response) => response.Headers["X-Stamp"] = $"{response.StatusCode}";
    private static void End(HttpContext context, Journal journal) => journal.Write(context, "end");
    private static void EndWithFailed(Scope scope, HttpContext context, Journal journal) => journal.Write(context, $"end-{scope.Name}");

    private static string WithFailed(ConflictException error, Scope scope) => $"{error.Message} {scope.Name}";
    private static string Any(Exception error) => $"any: {error.Message}";
    private static string? Passes(ArgumentException error, Scope scope) => scope.Name is "" ? error.Message : null;
    private static string Answers(Exception error, Scope scope) => $"{error.Message} {scope.Name}";
    private static string AsksForNumber(ArgumentException error, int number) => $"{error.Message} {number}";
    private static string Throws(ArgumentException error) => error.Message is "itself" ? throw error : throw new ConflictException("second");
}

/// <summary>What a provider makes.</summary>
public sealed record Scope(string Name);
