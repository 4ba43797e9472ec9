using System.Text.Json.Nodes;
using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>What guards, hooks and error handlers write, with types that no handler names: JSON reflection is off.</summary>
public sealed class LayerResultTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /typed/guard", """409 {"reason":"guard"}"""),
        ("GET /typed/guard/later", """404 [{"number":1}]"""),
        ("GET /typed/before", """404 {"reason":"before"}"""),
        ("GET /typed/before/later", """400 {"number":7}"""),
        ("GET /typed/error", """409 {"reason":"f"}"""),
        ("GET /typed/error/nested/a", """409 {"reason":"a"}"""),
        ("GET /typed/error/nested/b", """404 {"reason":"b"}"""),
        ("GET /typed/error/nested/c", """400 [{"reason":"c"}]"""),
        ("GET /typed/error/value", """422 {"reason":"v"}"""),
        ("GET /typed/error/response", """418 {"reason":"r"}"""),
        ("GET /typed/error/wrapped", """409 {"reason":"w"}"""),
        ("GET /typed/error/extended", """409 {"reason":"x"}"""));

    [Theory, MemberData(nameof(Rows))]
    public async Task What_anything_on_the_way_returns_is_written(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Typed)]);

        var answer = await app.Ask(request);

        Assert.Equal(expected, $"{answer.Status} {answer.Body}");
    }

    public static TheoryData<Host, string, string> Problems => Matrix.Of(
        ("GET /typed/problem", "409 Sold out."),
        ("GET /typed/problem/nested", "400 name: Taken."),
        ("GET /typed/problem/validation", "422 name: Taken."),
        ("GET /typed/problem/guard", "403 Closed."),
        ("GET /typed/problem/before", "403 Early."),
        ("GET /typed/problem/error", "409 f"),
        ("GET /typed/problem/error/validation", "400 name: f"),
        ("GET /typed/problem/shared", "409 Shared."),
        ("GET /typed/problem/shared/too", "409 Shared."));

    [Theory, MemberData(nameof(Problems))]
    public async Task A_problem_from_anywhere_has_an_instance_and_a_trace_id(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Typed)]);
        foreach (var _ in (int[])[1, 2])
        {
            var answer = await app.Ask(request);
            var problem = JsonNode.Parse(answer.Body)!;

            Assert.Equal("application/problem+json", answer.ContentType);
            Assert.Equal((answer.Status, request.Split(' ')[1]), ((int)problem["status"]!, (string)problem["instance"]!));
            Assert.NotEqual("", (string)problem["traceId"]!);
            Assert.StartsWith("https://tools.ietf.org/html/rfc", (string)problem["type"]!);
            Assert.Equal(expected, problem["errors"]?["name"] is { } errors ? $"{answer.Status} name: {errors[0]}" : $"{answer.Status} {problem["detail"]}");
            Assert.Equal(answer.Body.Length, answer.ContentHeaders.ContentLength);
        }
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task What_a_problem_says_itself_stands(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Typed)]);

        var own = JsonNode.Parse((await app.Ask("GET /typed/problem/own")).Body)!;
        Assert.Equal(("/elsewhere", "mine"), ((string)own["instance"]!, (string)own["traceId"]!));

        var shared = (await app.Ask("GET /typed/problem/shared")).Body;
        Assert.Contains("\"until\":\"2024-02-29\",\"seats\":[1,2]", shared);

        var derived = JsonNode.Parse((await app.Ask("GET /typed/problem/derived")).Body)!;
        Assert.Equal((12, "/typed/problem/derived"), ((int)derived["seat"]!, (string)derived["instance"]!));
    }

    public static TheoryData<Host, string, string> Thrown => Matrix.Of(
        ("GET /typed/thrown/named", "409 seat: Seat 12 is taken. Seat 12 is broken."),
        ("GET /typed/thrown/both", "422 seat: Taken."),
        ("GET /typed/thrown/extension", "409 seat: Taken."),
        ("GET /typed/thrown/reserved/traceId", "409 Taken."),
        ("GET /typed/thrown/reserved/detail", "409 Taken."));

    [Theory, MemberData(nameof(Thrown))]
    public async Task An_exception_names_what_is_wrong(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Typed)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Values_of_any_type_can_be_members(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Typed)]);

        Assert.Contains("\"day\":\"2024-02-29\",\"id\":\"00000000-0000-0000-0000-000000000000\",\"half\":1.5,\"list\":[1,\"two\",null],\"map\":{\"a\":true},\"shade\":", (await app.Ask("GET /typed/thrown/values")).Body);
    }

    public static TheoryData<Host, string, string> LitestarRows => Matrix.Of(
        ("GET /typed/thrown/named", """{"status_code":409,"detail":"Taken.","extra":[{"message":"Seat 12 is taken.","key":"seat"},{"message":"Seat 12 is broken.","key":"seat"}]}"""),
        ("GET /typed/thrown/both", """{"status_code":422,"detail":"Wrong.","extra":{"row":3,"errors":{"seat":["Taken."]}}}"""));

    [Theory, MemberData(nameof(LitestarRows))]
    public async Task And_does_so_in_the_shape_of_pythons_litestar(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Typed)], options: options => options.ErrorFormat = ErrorFormat.Litestar);

        Assert.Equal(expected, (await app.Ask(request)).Body);
    }
}
