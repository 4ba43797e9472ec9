using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary><c>Response&lt;T&gt;</c>: a value with a status, headers, cookies and background work.</summary>
public sealed class ResponseTests
{
    private const string Json = "application/json; charset=utf-8", PlainText = "text/plain; charset=utf-8", Octets = "application/octet-stream";

    public static TheoryData<Host, string, int, string?, string> Rows => Matrix.Of(
        ("GET /responses/text", 200, PlainText, "hello world"),
        ("GET /responses/json", 203, Json, """{"id":1,"name":"one","inner":null}"""),
        ("GET /responses/json/null", 200, Json, "null"),
        ("GET /responses/bytes", 200, Octets, "\u0001\u0002"),
        ("GET /responses/stream", 200, Octets, "flow"),
        ("GET /responses/items", 202, Json, "[1,2,3]"),
        ("GET /responses/result", 418, PlainText, "teapot"),
        ("GET /responses/task", 200, PlainText, "task"),
        ("GET /responses/value-task", 201, Json, """{"id":2,"name":"two","inner":null}"""),
        ("GET /responses/value", 200, PlainText, "the value alone"),
        ("GET /responses/own-type", 200, "text/html; charset=utf-8", "<p>"),
        ("GET /responses/blocking", 200, PlainText, "blocked"),
        ("POST /responses", 201, Json, """{"id":3,"name":"three","inner":null}"""),
        ("POST /responses/accepted", 202, PlainText, "later"),
        ("POST /responses/status", 204, null, ""),
        ("GET /responses/204", 204, null, ""),
        ("GET /responses/304", 304, null, ""),
        ("GET /responses/nothing", 200, null, ""),
        ("DELETE /responses/nothing", 204, null, ""),
        ("DELETE /responses/nothing/202", 202, null, ""),
        ("GET /responses/error", 422, Json, """{"id":422,"name":"wrong","inner":null}"""));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_value_is_answered_as_it_would_be_alone(Host host, string request, int status, string? contentType, string body)
    {
        await using var app = await RunningApp.Start(host, [typeof(Answered)]);

        var answer = await app.Ask(request);

        Assert.Equal((status, contentType, body), (answer.Status, answer.ContentType, answer.Body));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Headers_and_cookies_go_with_it(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Answered)]);

        var answer = await app.Ask("GET /responses/headers");

        Assert.Equal("own", answer.Headers.GetValues("X-Layer").Single());
        Assert.Equal(["a", "b"], answer.Headers.GetValues("X-Two"));
        Assert.Equal("\"7\"", answer.Headers.ETag?.Tag);
        Assert.Equal(
            [
                "other=1; path=/",
                "test=2; path=/; samesite=lax",
                "id=a%20b; max-age=60; path=/shop; secure; httponly",
                "old=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/",
            ],
            answer.Headers.GetValues("Set-Cookie"));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_hook_behind_the_handler_sees_the_status_and_may_change_it(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Answered)]);

        var answer = await app.Ask("GET /responses/hooked");

        Assert.Equal((209, "hooked"), (answer.Status, answer.Body));
        Assert.Equal("203 yes", answer.Headers.GetValues("X-Seen").Single());
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task So_does_one_of_the_app(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Answered)], options: options => options
            .After(context => context.Response.Headers["X-Seen"] = $"{context.Response.StatusCode}"));

        Assert.Equal("203", (await app.Ask("GET /responses/json")).Headers.GetValues("X-Seen").Single());
        Assert.Equal("202", (await app.Ask("DELETE /responses/nothing/202")).Headers.GetValues("X-Seen").Single());
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Head_is_answered_like_get(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Answered)]);

        var (get, head) = (await app.Ask("GET /responses/json"), await app.Ask("HEAD /responses/json"));

        Assert.Equal((203, get.ContentType, get.ContentHeaders.ContentLength, ""), (head.Status, head.ContentType, head.ContentHeaders.ContentLength, head.Body));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task No_response_at_all_is_the_server_s_fault(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Answered)], environment: "Development");

        Assert.Contains("InvalidOperationException: The handler has returned null instead of a response.", (await app.Ask("GET /responses/none")).Body);
    }

    [Fact]
    public void A_status_is_one_that_ends_a_request()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Response { Status = 100 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Response.Of(1, status: 600));
        Assert.Null(new Response { Status = null }.Status);
    }
}
