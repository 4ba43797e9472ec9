#pragma warning disable IL2026 // .NET marks the constructors of these attributes.
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>What a client is told of values with rules, and what error handlers of the app answer.</summary>
public sealed class RuleMessageTests
{
    public static TheoryData<Host, string, string> Limits =>
        [.. from host in (Host[])[Host.Memory, Host.Kestrel, Host.Mapped] from row in Rows select new TheoryDataRow<Host, string, string>(host, row.Request, row.Expected)];

    private static IEnumerable<(string Request, string Expected)> Rows =>
    [
        ("GET /words/query?limit=x", "400 limit: Query parameter 'limit' must be a whole number from 1 to 100, not 'x'."),
        ("GET /words/query?limit=9", "200 9"),
        ("GET /words/query?limit=", "400 limit: Query parameter 'limit' must be a whole number from 1 to 100, not ''."),
        ("GET /words/kinds?b=x&s=x&l=x&d=x&m=x&day=x&most=x&open=x&free=x",
            "400 b: Query parameter 'b' must be a whole number from 3 to 255, not 'x'. s: Query parameter 's' must be a whole number from 2 to 9, not 'x'. l: Query parameter 'l' must be a whole number from 1 to 5000000000, not 'x'. d: Query parameter 'd' must be a number from 0.5 to 9.5, not 'x'. m: Query parameter 'm' must be a number from 0.1 to 0.9, not 'x'. day: Query parameter 'day' must be a date from 2024-01-01 to 2024-12-31, not 'x'. most: Query parameter 'most' must be a whole number from -5 to 5, not 'x'. open: Query parameter 'open' must be a number, not 'x'. free: Query parameter 'free' must be a whole number from -2147483648 to 2147483647, not 'x'."),
        ("GET /words/route/x", "400 id: Route parameter 'id' must be a whole number from 1 to 9, not 'x'."),
        ("GET /words/group?size=x", "400 size: Query parameter 'size' must be a whole number from 1 to 50, not 'x'."),
        ("""POST /words/json {"count":"x","inner":{"n":"y"},"list":[{"n":1},{"n":"z"}]}""",
            "400 count: Member 'count' must be a whole number from 1 to 7, not \"x\". inner.n: Member 'inner.n' must be a whole number from 1 to 5, not \"y\". list[1].n: Member 'list[1].n' must be a whole number from 1 to 5, not \"z\"."),
        ("""POST /words/raw {"count":"x"}""", "400 count: Member 'count' must be a whole number from -2147483648 to 2147483647, not \"x\"."),
        ("POST /words/body \"x\"", "400 : The body must be a whole number from 1 to 3, not \"x\"."),
    ];

    [Theory, MemberData(nameof(Limits))]
    public async Task What_cannot_be_read_is_told_the_limits_of_its_rule(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Words)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task So_are_headers_cookies_and_fields(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Words)]);

        Assert.Equal("400 X-N: Header 'X-N' must be a whole number from 1 to 4, not 'x'. c: Cookie 'c' must be a whole number from 1 to 4, not 'y'.", Summary.Of(await app.Ask("GET /words/head", ("X-N", "x"), ("Cookie", "c=y"))));
        Assert.Equal(
            "400 count: Form field 'count' must be a whole number from 1 to 7, not 'x'. list[0].n: Form field 'list[0].n' must be a whole number from 1 to 5, not 'y'. single: Form field 'single' must be a whole number from 1 to 2, not 'z'.",
            Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/words/form") { Content = new FormUrlEncodedContent([new("count", "x"), new("list[0].n", "y"), new("single", "z")]) })));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task The_words_of_rules_are_one_service(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Words)], services => services.AddSingleton<RejectionTexts, German>());

        Assert.Equal("400 limit: 'limit' muss zwischen 1 und 100 liegen.", Summary.Of(await app.Ask("GET /words/query?limit=900")));
        Assert.Equal("400 limit: 'limit' ist keine ganze Zahl von 1 bis 100.", Summary.Of(await app.Ask("GET /words/query?limit=x")));
        Assert.Equal("400 m: 'm' muss zwischen 0.1 und 0.9 liegen.", Summary.Of(await app.Ask("GET /words/decimal?m=2")));
        Assert.Equal("400 mail: 'mail' ist keine Adresse. own: In my words. name: 'Full name' fehlt. url: The url field is not a valid fully-qualified http, https, or ftp URL. even: 'even' ist ungerade.", Summary.Of(await app.Ask("""POST /words/worded {"mail":"x","own":"x","name":"","url":"x","even":3}""")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task An_error_handler_of_the_app_does_what_an_attribute_does(Host host)
    {
        await using var app = await RunningApp.Start(host, [HandlerList.Under("/list", [Words.Fail], layer => layer.OnError<KeyNotFoundException>((_, _) => null)), typeof(Words)], services => services.AddSingleton(new Clock("noon")), options: options =>
        {
            options.OnError<FormatException>((error, context) => throw new ConflictException(error.Message));
            options.OnError<OverflowException, Told>((error, context) => new(error.Message, context.RequestServices.GetRequiredService<Clock>().Time), status: 409);
            options.OnError((KeyNotFoundException error, HttpContext context) => error.Message, 410);
            options.OnError<TimeoutException, Told>(async (error, context) =>
            {
                await Task.Yield();
                return new(error.Message, "later");
            });
            options.OnError<ArithmeticException>(async (error, context) =>
            {
                await Task.Yield();
                return TypedResults.Text("math", statusCode: 418);
            });
            options.OnError<NotSupportedException, Told>((_, _) => null, status: 409);
            options.OnError<HttpException, Told>((error, _) => new(error.Message, "known"));
        });

        Assert.Equal("409 bad", Summary.Of(await app.Ask("GET /words/fail?kind=format")));
        Assert.Equal("""409 {"what":"big","when":"noon"}""", Summary.Of(await app.Ask("GET /words/fail?kind=overflow")));
        Assert.Equal("410 none", Summary.Of(await app.Ask("GET /words/fail?kind=key")));
        Assert.Equal("410 none", Summary.Of(await app.Ask("GET /list/words/fail?kind=key")));
        Assert.Equal("""500 {"what":"late","when":"later"}""", Summary.Of(await app.Ask("GET /words/fail?kind=timeout")));
        Assert.Equal("418 math", Summary.Of(await app.Ask("GET /words/fail?kind=math")));
        Assert.Equal("500 The server failed to answer this request.", Summary.Of(await app.Ask("GET /words/fail?kind=support")));
        Assert.Equal("""404 {"what":"gone","when":"known"}""", Summary.Of(await app.Ask("GET /words/fail?kind=http")));
    }

    public sealed record Told(string What, string When);

    public sealed record Clock(string Time);

    private sealed class German : RejectionTexts
    {
        public override string? RuleBroken(ValidationAttribute rule, string name) => rule switch
        {
            RequiredAttribute => $"'{name}' fehlt.",
            RangeAttribute range => FormattableString.Invariant($"'{name}' muss zwischen {range.Minimum} und {range.Maximum} liegen."),
            EmailAddressAttribute => $"'{name}' ist keine Adresse.",
            EvenAttribute => $"'{name}' ist ungerade.",
            _ => base.RuleBroken(rule, name),
        };

        public override string Expected(Type type, string from, string to) => $"eine ganze Zahl von {from} bis {to}";

        public override string Unreadable(RequestSource source, string name, string expected, string got) => $"'{name}' ist k{expected}.";
    }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class EvenAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is int number && number % 2 is 0;
    }

    public record Inner([Range(1, 5)] int N);

    public class Outer
    {
        [Range(1, 7)] public int Count { get; set; }

        public Inner? Inner { get; set; }

        public List<Inner> List { get; set; } = [];
    }

    public record Worded([EmailAddress] string Mail, [EmailAddress(ErrorMessage = "In my words.")] string Own, [Required, Display(Name = "Full name")] string Name, [Url] string Url, [Even] int Even);

    public record Page([Range(1, 50)] int Size = 10);

    [Path("/words")]
    public static class Words
    {
        [Get("/query")] public static int Query([Range(1, 100)] int limit = 20) => limit;
        [Get("/kinds")]
        public static string Kinds(
            [Range(3, 1000)] byte b, [Range(1, 10, MinimumIsExclusive = true, MaximumIsExclusive = true)] short? s, [Range(1, 5e9)] long l, [Range(0.5, 9.5)] double d,
            [Range(typeof(decimal), "0.1", "0.9")] decimal m, [Range(typeof(DateOnly), "2024-01-01", "2024-12-31")] DateOnly day, [Range(-5.5, 5.5)] int most, [Range(0, double.MaxValue)] double open, int free) => "";
        [Get("/decimal")] public static string Decimal([Range(typeof(decimal), "0.1", "0.9")] decimal m) => $"{m}";
        [Get("/route/{id}")] public static int Route([Range(1, 9)] int id) => id;
        [Get("/group")] public static int Group([AsParameters] Page page) => page.Size;
        [Get("/head")] public static int Head([FromHeader(Name = "X-N"), Range(1, 4)] int n, [FromCookie, Range(1, 4)] int c) => n + c;
        [Post("/json")] public static int Json(Outer data) => data.Count;
        [Post("/raw")] public static int Raw([SkipValidation] Outer data) => data.Count;
        [Post("/body")] public static int Body([FromBody, Range(1, 3)] int data) => data;
        [Post("/form")] public static int Form([FromForm] Outer data, [FromForm, Range(1, 2)] int single) => data.Count + single;
        [Post("/worded")] public static string Worded(Worded data) => data.Mail;
        [Get("/fail")]
        public static string Fail(string kind) => throw kind switch
        {
            "format" => new FormatException("bad"),
            "overflow" => new OverflowException("big"),
            "key" => new KeyNotFoundException("none"),
            "timeout" => new TimeoutException("late"),
            "math" => new DivideByZeroException(),
            "http" => new NotFoundException("gone"),
            _ => new NotSupportedException(),
        };
    }
}
