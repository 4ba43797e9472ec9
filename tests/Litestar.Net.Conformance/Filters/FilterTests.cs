using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>Endpoint filters of a host run around handlers as around every other endpoint of its own.</summary>
public sealed class FilterTests
{
    [Fact]
    public async Task A_filter_of_a_group_answers_in_the_handlers_place()
    {
        await using var app = await Start(app => app.MapGroup("/f").AddEndpointFilter((_, _) => new(TypedResults.StatusCode(418))).MapLitestar([typeof(Filtered)]));

        foreach (var request in (string[])["GET /f/text?n=1", "GET /f/text", "GET /f/none", "GET /f/private", "POST /f/json {\"name\":\"a\",\"n\":3}", "POST /f/json {", "GET /f/stream", "GET /f/blocking", "GET /f/response"])
        {
            Assert.Equal("418 ", Summary.Of(await app.Ask(request)));
        }
    }

    [Fact]
    public async Task A_filter_of_the_list_runs_outside_in_behind_those_of_its_groups()
    {
        await using var app = await Start(app =>
        {
            var outer = app.MapGroup("/a").AddEndpointFilter(Mark("outer"));
            outer.MapGroup("/b").AddEndpointFilter(Mark("inner")).MapLitestar([Filtered.Text]).AddEndpointFilter(Mark("own")).AddEndpointFilter(Mark("last"));
        });

        var answer = await app.Ask("GET /a/b/text?n=1");
        Assert.Equal("200 n 1", Summary.Of(answer));
        Assert.Equal("outer inner own last", string.Join(' ', answer.Headers.GetValues("X-Filter")));
    }

    [Theory]
    [InlineData("GET /text?n=1", "200 text/plain; charset=utf-8 n 2")]
    [InlineData("GET /task?n=1", "200 text/plain; charset=utf-8 n 2")]
    [InlineData("GET /value-task?n=1", "200 text/plain; charset=utf-8 n 2")]
    [InlineData("GET /private?n=1", "200 text/plain; charset=utf-8 n 2")]
    [InlineData("GET /blocking?n=1", "200 text/plain; charset=utf-8 n 2")]
    [InlineData("GET /group?n=1&m=9", "200 text/plain; charset=utf-8 n 1 9")]
    [InlineData("GET /nullable", "200 text/plain; charset=utf-8 n null")]
    [InlineData("GET /stream?n=1", "200 application/json; charset=utf-8 [0,1]")]
    [InlineData("GET /bytes?n=1", "200 application/octet-stream aa")]
    [InlineData("GET /number?n=1", "200 application/json; charset=utf-8 2")]
    [InlineData("GET /lost?n=1", "200 application/json; charset=utf-8 null")]
    [InlineData("POST /nothing?n=1", "202  ")]
    [InlineData("DELETE /nothing?n=1", "204  ")]
    [InlineData("DELETE /later?n=1", "204  ")]
    [InlineData("GET /result?n=1", "209 text/plain n 2")]
    [InlineData("POST /hooked?n=1", "201 text/plain; charset=utf-8 n 2")]
    public async Task A_filter_sees_and_replaces_arguments(string request, string expected)
    {
        await using var app = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter((call, next) =>
        {
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                if (call.Arguments[i] is int n)
                {
                    Assert.Equal(n, call.GetArgument<int>(i));
                    call.Arguments[i] = n + 1;
                }
            }

            return next(call);
        }));

        var answer = await app.Ask(request);
        Assert.Equal(expected, $"{answer.Status} {answer.ContentType} {answer.Body}");
        if (request.Contains("hooked"))
        {
            Assert.Equal(["201"], answer.Headers.GetValues("X-After"));
        }
    }

    [Fact]
    public async Task A_body_reaches_the_filter_read_and_checked()
    {
        await using var app = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter(async (call, next) =>
        {
            if (call.Arguments is [Thing thing])
            {
                call.Arguments[0] = thing with { Name = thing.Name + "!" };
            }

            return await next(call);
        }));

        Assert.Equal("201 {\"name\":\"a!\",\"n\":3}", Summary.Of(await app.Ask("POST /json {\"name\":\"a\",\"n\":3}")));
        Assert.Equal(400, (await app.Ask("POST /json {\"name\":\"a\",\"n\":30}")).Status);
        var form = new HttpRequestMessage(HttpMethod.Post, "/form") { Content = new FormUrlEncodedContent([new("name", "b"), new("n", "4")]) };
        Assert.Equal("201 b! 4", Summary.Of(await app.Ask(form)));
    }

    [Theory]
    [InlineData("string", "200 text/plain; charset=utf-8 filtered")]
    [InlineData("null", "200 application/json; charset=utf-8 null")]
    [InlineData("object", "200 application/json; charset=utf-8 {\"name\":\"f\",\"n\":1}")]
    [InlineData("result", "409 application/json; charset=utf-8 \"no\"")]
    [InlineData("empty", "200  ")]
    [InlineData("response", "210 application/json; charset=utf-8 {\"name\":\"r\",\"n\":2}")]
    [InlineData("unknown", "500 application/problem+json ")]
    public async Task What_a_filter_returns_is_the_answer(string kind, string expected)
    {
        object? Returned() => kind switch
        {
            "string" => "filtered",
            "object" => new Thing("f", 1),
            "result" => TypedResults.Conflict("no"),
            "empty" => TypedResults.Empty,
            "response" => new Response<Thing>(new("r", 2)) { Status = 210 },
            "unknown" => new Unknown(),
            _ => null,
        };
        await using var before = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter((_, _) => new(Returned())));
        await using var behind = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter(async (call, next) =>
        {
            await next(call);
            return Returned();
        }));
        foreach (var app in (RunningApp[])[before, behind])
        {
            var answer = await app.Ask("GET /text?n=1");
            Assert.Equal(expected, $"{answer.Status} {answer.ContentType} {(answer.Status is 500 ? "" : answer.Body)}");
        }
    }

    [Theory]
    [InlineData("group")]
    [InlineData("list")]
    [InlineData("finally")]
    public async Task A_convention_that_looks_at_the_function_adds_its_filter(string place)
    {
        static void AddCheck(EndpointBuilder endpoint)
        {
            if (endpoint.Metadata.OfType<MethodInfo>().SingleOrDefault() is { } method && Array.FindIndex(method.GetParameters(), parameter => parameter.ParameterType == typeof(Thing)) is >= 0 and var index)
            {
                endpoint.FilterFactories.Add((_, next) => call => call.Arguments[index] is Thing { Name: "bad" } ? new(TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["Name"] = [method.Name] })) : next(call));
            }
        }

        foreach (var list in (HandlerList[])[[typeof(Filtered)], [Filtered.Json, Filtered.Form, Filtered.Text]])
        {
            await using var app = await Start(app =>
            {
                IEndpointConventionBuilder around = place is "group" ? app.MapGroup("/f") : app.MapLitestar(HandlerList.Under("/f", list));
                (place is "finally" ? around.Finally : (Action<Action<EndpointBuilder>>)around.Add)(AddCheck);
                if (around is RouteGroupBuilder group)
                {
                    group.MapLitestar(list);
                }
            });

            var refused = await app.Ask("POST /f/json {\"name\":\"bad\",\"n\":3}");
            Assert.Equal(400, refused.Status);
            Assert.Contains("\"errors\":{\"Name\":[\"Json\"]}", refused.Body);
            Assert.Equal("201 {\"name\":\"a\",\"n\":3}", Summary.Of(await app.Ask("POST /f/json {\"name\":\"a\",\"n\":3}")));
            var form = new HttpRequestMessage(HttpMethod.Post, "/f/form") { Content = new FormUrlEncodedContent([new("name", "bad"), new("n", "4")]) };
            Assert.Contains("\"errors\":{\"Name\":[\"Form\"]}", (await app.Ask(form)).Body);
            Assert.Equal("200 n 1", Summary.Of(await app.Ask("GET /f/text?n=1")));
        }
    }

    [Fact]
    public async Task A_filter_runs_before_the_client_is_told_what_is_wrong_with_its_arguments()
    {
        var seen = new List<string>();
        await using var app = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter(async (call, next) =>
        {
            seen.Add(string.Join(' ', call.Arguments.Select(argument => argument ?? "null")));
            return call.HttpContext.Request.Headers.ContainsKey("X-Key") ? await next(call) : TypedResults.StatusCode(403);
        }));

        Assert.Equal("403 ", Summary.Of(await app.Ask("GET /two?a=7&b=x")));
        Assert.Equal("400 b: Query parameter 'b' must be a whole number from -2147483648 to 2147483647, not 'x'.", Summary.Of(await app.Ask("GET /two?a=7&b=x", ("X-Key", "1"))));
        Assert.Equal(["7 0 null", "7 0 null"], seen);
        Assert.Equal("403 ", Summary.Of(await app.Ask("POST /json {")));
        Assert.Equal(400, (await app.Ask("POST /json {", ("X-Key", "1"))).Status);
        Assert.Equal("200 7 8", Summary.Of(await app.Ask("GET /two?a=7&b=8", ("X-Key", "1"))));
    }

    [Fact]
    public async Task Guards_come_first_and_a_status_that_a_filter_sets_keeps_the_handler_from_running()
    {
        var ran = 0;
        await using var app = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter((call, next) =>
        {
            ran++;
            if (call.HttpContext.Request.Query.ContainsKey("stop"))
            {
                call.HttpContext.Response.StatusCode = 451;
            }

            return next(call);
        }));

        Assert.Equal("401 Authentication is required.", Summary.Of(await app.Ask("GET /guarded")));
        Assert.Equal(0, ran);
        Assert.Equal("451 ", Summary.Of(await app.Ask("GET /text?n=1&stop")));
        Assert.Equal(1, ran);
    }

    [Fact]
    public async Task A_factory_is_given_the_function_and_may_leave_it_alone()
    {
        var seen = new List<string>();
        await using var app = await Start(app => app.MapLitestar([Filtered.Text, typeof(More)]).AddEndpointFilterFactory((handler, next) =>
        {
            seen.Add($"{handler.MethodInfo.Name}({string.Join(',', handler.MethodInfo.GetParameters().Select(parameter => parameter.Name))})");
            Assert.NotNull(handler.ApplicationServices.GetService<ILoggerFactory>());
            return handler.MethodInfo.GetCustomAttribute<GetAttribute>() is null ? next : _ => new("made");
        }));

        Assert.Equal("200 made", Summary.Of(await app.Ask("GET /text?n=1")));
        Assert.Equal("200 made", Summary.Of(await app.Ask("GET /more/hidden?x=1")));
        Assert.Equal(["Hidden(x)", "Hidden(x,y)", "Text(n)"], seen.Order());
    }

    [Fact]
    public async Task What_a_filter_throws_is_answered_as_if_the_handler_had_thrown_it()
    {
        await using var app = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter((_, _) => throw new ConflictException("taken")));

        Assert.Equal("409 taken", Summary.Of(await app.Ask("GET /text?n=1")));
    }

    [Fact]
    public async Task Nothing_is_committed_where_a_filter_answers_in_the_handlers_place()
    {
        Filtered.Commits.Clear();
        await using var app = await Start(app => app.MapLitestar([typeof(Filtered)]).AddEndpointFilter((call, next) => call.HttpContext.Request.Query.ContainsKey("no") ? new("no") : next(call)));

        Assert.Equal("200 no", Summary.Of(await app.Ask("POST /committed?no")));
        Assert.Empty(Filtered.Commits);
        Assert.Equal("201 begun", Summary.Of(await app.Ask("POST /committed")));
        Assert.Equal(["commit"], Filtered.Commits);
    }

    [Fact]
    public async Task A_filter_class_takes_services_and_stands_beside_other_conventions()
    {
        await using var app = await Start(app => app.MapGroup("/g").AddEndpointFilter<RouteGroupBuilder, Named>().MapLitestar([Filtered.Text]).WithTags("t"));

        Assert.Equal("200 class n 1", Summary.Of(await app.Ask("GET /g/text?n=1")));
    }

    [Fact]
    public void A_convention_that_comes_too_late_is_refused()
    {
        using var app = (IDisposable)WebApplication.CreateBuilder().Build();
        var builder = ((WebApplication)app).MapLitestar([Filtered.Text]);
        _ = ((WebApplication)app).DescribeRoutes();

        Assert.Contains("after its endpoints were built", Assert.Throws<InvalidOperationException>(() => builder.AddEndpointFilter((_, next) => throw new NotSupportedException())).Message);
    }

    private static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Mark(string name) => (call, next) =>
    {
        call.HttpContext.Response.Headers.Append("X-Filter", name);
        return next(call);
    };

    private static Task<RunningApp> Start(Action<WebApplication> map) => RunningApp.Start(Host.Mapped, [], middleware: map);

    public sealed record Thing(string Name, [property: Range(1, 9)] int N);

    public sealed record Two(int N, int M);

    private sealed record Unknown;

    private sealed class Named(ILoggerFactory loggers) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => loggers is null ? null : $"class {await next(context)}";
    }

    public static class Filtered
    {
        public static List<string> Commits { get; } = [];

        [Get("/text")] public static string Text(int n) => $"n {n}";
        [Get("/task")] public static async Task<string> Later(int n) { await Task.Yield(); return $"n {n}"; }
        [Get("/value-task")] public static ValueTask<string> Perhaps(int n) => new($"n {n}");
        [Get("/private")] private static string Private(int n = 5) => $"n {n}";
        [Get("/blocking", Blocking = true)] public static string Blocking(int n = 5) => $"n {n}";
        [Get("/group")] public static string Group([AsParameters] Two two) => $"n {two.N} {two.M}";
        [Get("/nullable")] public static string Nullable(int? n) => $"n {n?.ToString() ?? "null"}";
        [Get("/stream")] public static async IAsyncEnumerable<int> Stream(int n = 1) { for (var i = 0; i < n; i++) { await Task.Yield(); yield return i; } }
        [Get("/bytes")] public static byte[] Bytes(int n) => [.. Enumerable.Repeat((byte)'a', n)];
        [Get("/number")] public static int Number(int n) => n;
        [Get("/lost")] public static Thing? Lost(int n) => null;
        [Post("/nothing", Status = 202)] public static void Nothing(int n) => Assert.Equal(2, n);
        [Delete("/nothing")] public static void Delete(int n) => Assert.Equal(2, n);
        [Delete("/later")] public static async Task DeleteLater(int n) { await Task.Yield(); Assert.Equal(2, n); }
        [Get("/none")] public static void None() => Assert.Fail("called");
        [Get("/result")] public static IResult Result(int n) => Microsoft.AspNetCore.Http.Results.Text($"n {n}", "text/plain", statusCode: 209);
        [Get("/response")] public static Response<Thing> Answer() => new(new("a", 1)) { Status = 203 };
        [Post("/json")] public static Thing Json(Thing thing) => thing;
        [Post("/form")] public static string Form([FromForm] Thing thing) => $"{thing.Name} {thing.N}";
        [Get("/two")] public static string Two(int a, int b, ILoggerFactory loggers) => $"{a} {b}";
        [Get("/guarded"), Guard(nameof(No))] public static string Guarded() => "guarded";
        [Post("/hooked"), After(nameof(Stamp))] public static string Hooked(int n) => $"n {n}";
        [Post("/committed"), Provide(nameof(Begin))] public static string Committed(Transaction transaction) => transaction.State;

        private static bool No() => false;
        private static void Stamp(HttpResponse response, int n) => response.Headers["X-After"] = $"{response.StatusCode}";

        private static async IAsyncEnumerable<Transaction> Begin()
        {
            yield return new("begun");
            await Task.Yield();
            Commits.Add("commit");
        }
    }

    public sealed record Transaction(string State);

    [Path("/more")]
    private static class More
    {
        [Get("/hidden")] private static string Hidden(int x) => $"{x}";
        [Post("/hidden")] private static string Hidden(int x, int y) => $"{x}{y}";
    }
}
