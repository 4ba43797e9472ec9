using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Apps.Errors;

public class CaughtException(string kind) : Exception(kind);

public sealed class Lambda() : CaughtException("lambda");
public sealed class Group() : CaughtException("group");
public sealed class Awaited() : CaughtException("awaited");
public sealed class Fast() : CaughtException("fast");
public sealed class Chosen() : CaughtException("chosen");
public sealed class Headed() : CaughtException("headed");
public sealed class Passed() : CaughtException("passed");
public sealed class Watched() : CaughtException("watched");
public sealed class WatchedLater() : CaughtException("watchedlater");
public sealed class Rethrown() : CaughtException("rethrown");
public sealed class Untyped() : CaughtException("untyped");
public sealed class UntypedLater() : CaughtException("untypedlater");
public sealed class Typed() : CaughtException("typed");
public sealed class TypedFast() : CaughtException("typedfast");
public sealed class Routed() : CaughtException("routed");
public sealed class Defaulted() : CaughtException("defaulted");
public sealed class Provided() : CaughtException("provided");
public sealed class Captured() : CaughtException("captured");
public sealed class Hidden() : CaughtException("hidden");
public sealed class Local() : CaughtException("local");
public sealed class Alone() : CaughtException("alone");
public sealed class Grouped() : CaughtException("grouped");
public sealed class Many() : CaughtException("many");
public sealed class Many2() : CaughtException("many2");
public sealed class Known() : HttpException(423, "known");

public record Seen(string What, string When);

public record Told(string Words);

public record Thing(string Name);

public record Window([property: Range(1, 9)] int Size, string? Order);

public sealed class Sightings
{
    public List<string> All { get; } = [];
}

/// <summary>Error handlers that code hands to a list: bound as those of attributes.</summary>
public static class Caught
{
    public static HandlerList Handlers
    {
        get
        {
            var captured = "a captured word";
            string Local(Local error, IClock clock) => $"{error.Message} {clock.Now} {captured}";
            return HandlerList.Under("/caught", [typeof(Thrown)], layer => layer
                .Provide(_ => new Thing("made"))
                .OnError((Lambda error, IClock clock) => $"{error.Message} {clock.Now}", 409)
                .OnError(OfGroup, status: 410)
                .OnError(async (Awaited error, IClock clock) =>
                {
                    await Task.Yield();
                    return new Seen(error.Message, clock.Now);
                })
                .OnError((Fast error, HttpContext context, IClock clock) => ValueTask.FromResult(new Seen(error.Message, context.Request.Path)), 418)
                .OnError(Results<Conflict<Told>, NotFound> (Chosen error, string? word) => word is null ? TypedResults.NotFound() : TypedResults.Conflict(new Told(word)))
                .OnError((Headed error, IClock clock) => new Response<Told>(new(clock.Now)) { Status = 451, Headers = { ["X-Seen"] = error.Message } })
                .OnError(string? (Passed error, IClock clock) => null, 409)
                .OnError((Watched error, Sightings sightings) => sightings.All.Add(error.Message))
                .OnError(async (WatchedLater error, Sightings sightings) =>
                {
                    await Task.Yield();
                    sightings.All.Add(error.Message);
                })
                .OnError(IResult (Rethrown error, IClock clock) => throw new ConflictException($"{error.Message} {clock.Now}"))
                .OnError<Untyped>((error, context) => context.Request.Query["word"].Count > 0 ? "text" : new Told("untyped"), 410)
                .OnError<UntypedLater>(async (error, context) =>
                {
                    await Task.Yield();
                    return new Told("later");
                }, 411)
                .OnError<Typed, Response<Told>>((error, context) => new(new("typed")) { Status = 412, Headers = { ["X-Seen"] = "1" } })
                .OnError<TypedFast, Told>((error, context) => ValueTask.FromResult<Told?>(new("typed fast")), 413)
                .OnError((Routed error, int id) => id * 2, 409)
                .OnError((Defaulted error, string? word = null, int number = 7) => $"{word} {number}", 409)
                .OnError((Provided error, Thing thing) => thing, 409)
                .OnError((Captured error, IClock clock) => $"{captured} at {clock.Now}", 409)
                .OnError(Inner.OfHidden)
                .OnError(Local, 409)
                .OnError((Alone error) => error.Message, 409)
                .OnError((Grouped error, [AsParameters] Window window) => $"{window.Size} {window.Order}", 409)
                .OnError((Many error, HttpRequest request, HttpResponse response, System.Security.Claims.ClaimsPrincipal user, CancellationToken cancellation, IServiceProvider services, IEnumerable<IPart> parts) =>
                    $"{request.Method} {response.HasStarted} {user.Identity?.IsAuthenticated} {cancellation.IsCancellationRequested} {services.GetRequiredService<IClock>().Now} {parts.Count()}", 409)
                .OnError((Known error, IClock clock) => clock.Now)
                .OnError(static (CaughtException error, IClock clock) => $"base {error.Message}", 400));
        }
    }

    private static Seen OfGroup(Group error, [FromKeyedServices("utc")] IClock clock, [FromHeader(Name = "X-Word")] string? word, [FromCookie] string? crumb, int number = 3) =>
        new($"{error.Message} {word} {crumb} {number}", clock.Now);

    private static class Inner
    {
        public static async Task<IResult> OfHidden(Hidden error, IClock clock)
        {
            await Task.Yield();
            return TypedResults.Text($"{error.Message} {clock.Now}", statusCode: 409);
        }
    }

    [Path("/{id:int}")]
    public static class Thrown
    {
        [Get("/{kind}")]
        public static string Throw(int id, string kind) => throw kind switch
        {
            "lambda" => new Lambda(),
            "group" => new Group(),
            "awaited" => new Awaited(),
            "fast" => new Fast(),
            "chosen" => new Chosen(),
            "headed" => new Headed(),
            "passed" => new Passed(),
            "watched" => new Watched(),
            "watchedlater" => new WatchedLater(),
            "rethrown" => new Rethrown(),
            "untyped" => new Untyped(),
            "untypedlater" => new UntypedLater(),
            "typed" => new Typed(),
            "typedfast" => new TypedFast(),
            "routed" => new Routed(),
            "defaulted" => new Defaulted(),
            "provided" => new Provided(),
            "captured" => new Captured(),
            "hidden" => new Hidden(),
            "local" => new Local(),
            "alone" => new Alone(),
            "grouped" => new Grouped(),
            "many" => new Many(),
            "many2" => new Many2(),
            "known" => new Known(),
            _ => new InvalidOperationException(kind),
        };

        [Post("/body")]
        public static string Read(int id, Told told) => throw new Lambda();

        [Get("/seen")]
        public static string Seen(int id, Sightings sightings) => string.Join(' ', sightings.All.Distinct().Order());
    }
}
