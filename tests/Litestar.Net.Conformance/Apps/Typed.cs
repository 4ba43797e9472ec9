using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps;

/// <summary>Everything on a handler's way that can write an answer, with types that nothing else names.</summary>
[Path("/typed")]
public static class Typed
{
    private static readonly ProblemHttpResult Shared = TypedResults.Problem("Shared.", statusCode: 409, extensions: new Dictionary<string, object?> { ["until"] = new DateOnly(2024, 2, 29), ["seats"] = new[] { 1, 2 } });

    [Get("/guard"), Guard(nameof(Closed))] public static string Guarded() => "open";
    [Get("/guard/later"), Guard(nameof(ClosedLater))] public static string GuardedLater() => "open";
    [Get("/before"), Before(nameof(Early))] public static string Before() => "late";
    [Get("/before/later"), Before(nameof(EarlyLater))] public static string BeforeLater() => "late";
    [Get("/error"), OnError(nameof(Wrong))] public static string Error() => throw new FormatException("f");
    [Get("/error/nested/{what}"), OnError(nameof(WrongNested))] public static string ErrorNested(string what) => throw new FormatException(what);
    [Get("/error/value"), OnError(nameof(WrongValue), Status = 422)] public static string ErrorValue() => throw new FormatException("v");
    [Get("/error/response"), OnError(nameof(WrongResponse))] public static string ErrorResponse() => throw new FormatException("r");
    [Get("/error/wrapped"), OnError(nameof(WrongWrapped))] public static string ErrorWrapped() => throw new FormatException("w");
    [Get("/error/extended"), OnError(nameof(WrongExtended))] public static string ErrorExtended() => throw new FormatException("x");

    [Get("/problem")] public static ProblemHttpResult Problem() => TypedResults.Problem("Sold out.", statusCode: 409);
    [Get("/problem/shared")] public static IResult SharedProblem() => Shared;
    [Get("/problem/shared/too")] public static IResult SharedProblemToo() => Shared;
    [Get("/problem/own")] public static IResult OwnProblem() => TypedResults.Problem("Sold out.", "/elsewhere", 409, extensions: new Dictionary<string, object?> { ["traceId"] = "mine" });
    [Get("/problem/nested")] public static Results<Ok<int>, Results<ValidationProblem, NotFound>> NestedProblem() => (Results<ValidationProblem, NotFound>)TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["Taken."] });
    [Get("/problem/validation")] public static IResult UntypedValidation() => Microsoft.AspNetCore.Http.Results.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["Taken."] }, statusCode: 422);
    [Get("/problem/guard"), Guard(nameof(ProblemGuard))] public static string GuardProblem() => "open";
    [Get("/problem/before"), Before(nameof(ProblemBefore))] public static string BeforeProblem() => "late";
    [Get("/problem/error"), OnError(nameof(ProblemError))] public static string ErrorProblem() => throw new FormatException("f");
    [Get("/problem/error/validation"), OnError(nameof(ValidationError))] public static string ErrorValidation() => throw new FormatException("f");
    [Get("/problem/derived")] public static IResult Derived() => TypedResults.Problem(new SeatProblem { Status = 409, Title = "Taken", Seat = 12 });
    [Get("/problem/derived/type")] public static SeatProblem DerivedType() => new() { Seat = 12 };

    [Get("/thrown/named")] public static string Named() => throw new ConflictException("Taken.") { Errors = new Dictionary<string, string[]> { ["seat"] = ["Seat 12 is taken.", "Seat 12 is broken."] } };
    [Get("/thrown/both")] public static string Both() => throw new HttpException(422, "Wrong.") { Errors = new Dictionary<string, string[]> { ["seat"] = ["Taken."] }, Extensions = new Dictionary<string, object?> { ["row"] = 3 } };
    [Get("/thrown/extension")] public static string Extension() => throw new ConflictException("Taken.") { Extensions = new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["seat"] = ["Taken."] } } };
    [Get("/thrown/reserved/{name}")] public static string Reserved(string name) => throw new ConflictException("Taken.") { Extensions = new Dictionary<string, object?> { [name] = "x" } };

    [Get("/thrown/values")]
    public static string Values() => throw new ConflictException("Taken.")
    {
        Extensions = new Dictionary<string, object?>
        {
            ["day"] = new DateOnly(2024, 2, 29),
            ["id"] = Guid.Empty,
            ["half"] = 1.5f,
            ["list"] = new List<object?> { 1, "two", null },
            ["map"] = new Dictionary<string, object?> { ["a"] = true },
            ["shade"] = DayOfWeek.Friday,
        },
    };

    private static Conflict<GuardErr>? Closed() => TypedResults.Conflict(new GuardErr("guard"));
    private static async Task<Results<UnprocessableEntity<GuardLaterErr>, NotFound<List<GuardLaterItem>>>?> ClosedLater() { await Task.Yield(); return TypedResults.NotFound(new List<GuardLaterItem> { new(1) }); }
    private static NotFound<BeforeErr>? Early() => TypedResults.NotFound(new BeforeErr("before"));
    private static async ValueTask<Results<BadRequest<BeforeLaterErr?>, NotFound>?> EarlyLater() { await Task.Yield(); return TypedResults.BadRequest<BeforeLaterErr?>(new BeforeLaterErr(7)); }
    private static Conflict<ErrorErr> Wrong(FormatException error) => TypedResults.Conflict(new ErrorErr(error.Message));
    private static Results<Conflict<NestedA>, Results<NotFound<NestedB>, BadRequest<NestedC[]>>> WrongNested(FormatException error) => error.Message switch
    {
        "a" => TypedResults.Conflict(new NestedA("a")),
        "b" => (Results<NotFound<NestedB>, BadRequest<NestedC[]>>)TypedResults.NotFound(new NestedB("b")),
        _ => (Results<NotFound<NestedB>, BadRequest<NestedC[]>>)TypedResults.BadRequest(new NestedC[] { new("c") }),
    };
    private static async Task<ValueErr> WrongValue(FormatException error) { await Task.Yield(); return new(error.Message); }
    private static Response<ResponseErr> WrongResponse(FormatException error) => new(new(error.Message)) { Status = 418 };
    private static Wrapped<WrappedErr> WrongWrapped(FormatException error) => new(new(error.Message));
    private static Extended WrongExtended(FormatException error) => new(new(error.Message));

    private static IResult? ProblemGuard() => TypedResults.Problem("Closed.", statusCode: 403);
    private static IResult? ProblemBefore() => TypedResults.Problem("Early.", statusCode: 403);
    private static ProblemHttpResult ProblemError(FormatException error) => TypedResults.Problem(error.Message, statusCode: 409);
    private static ValidationProblem ValidationError(FormatException error) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["name"] = [error.Message] });
}

public sealed record GuardErr(string Reason);
public sealed record GuardLaterErr(string Reason);
public sealed record GuardLaterItem(int Number);
public sealed record BeforeErr(string Reason);
public readonly record struct BeforeLaterErr(int Number);
public sealed record ErrorErr(string Reason);
public sealed record NestedA(string Reason);
public sealed record NestedB(string Reason);
public sealed record NestedC(string Reason);
public sealed record ValueErr(string Reason);
public sealed record ResponseErr(string Reason);
public sealed record WrappedErr(string Reason);
public sealed record ExtendedErr(string Reason);

/// <summary>A result of the user's own around one of ASP.NET Core's.</summary>
public class Wrapped<T>(T value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => TypedResults.Conflict(value).ExecuteAsync(httpContext);
}

/// <summary>One that says its type only where it is declared.</summary>
public sealed class Extended(ExtendedErr value) : Wrapped<ExtendedErr>(value);

public sealed class SeatProblem : ProblemDetails
{
    public int Seat { get; set; }
}
