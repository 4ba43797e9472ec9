using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>What a function returns, on the wire.</summary>
public sealed class ResultTests
{
    private const string Json = "application/json; charset=utf-8", PlainText = "text/plain; charset=utf-8", Octets = "application/octet-stream";

    public static TheoryData<Host, string, int, string?, string> Rows => Matrix.Of(
        ("GET /results/text", 200, PlainText, "héllo"),
        ("GET /results/text/task", 200, PlainText, "task"),
        ("GET /results/text/value-task", 200, PlainText, "value task"),
        ("GET /results/text/null", 200, PlainText, ""),
        ("GET /results/bytes", 200, Octets, "\u0001\u0002\u0003"),
        ("GET /results/bytes/task", 200, Octets, "\u0004"),
        ("GET /results/bytes/value-task", 200, Octets, "\u0005\u0006"),
        ("GET /results/stream", 200, Octets, "flow"),
        ("GET /results/stream/task", 200, Octets, "task"),
        ("GET /results/stream/value-task", 200, Octets, "value"),
        ("GET /results/json", 200, Json, """{"id":1,"name":"one","inner":{"id":2,"name":"two","inner":null}}"""),
        ("GET /results/json/task", 200, Json, """{"id":3,"name":"three","inner":null}"""),
        ("GET /results/json/value-task", 200, Json, """{"id":4,"name":"four","inner":null}"""),
        ("GET /results/json/null", 200, Json, "null"),
        ("GET /results/json/number", 200, Json, "42"),
        ("GET /results/json/list", 200, Json, """[{"id":1,"name":"a","inner":null},{"id":2,"name":"b","inner":null}]"""),
        ("GET /results/json/dictionary", 200, Json, """{"a":[1,2]}"""),
        ("GET /results/json/enum", 200, Json, "1"),
        ("GET /results/json/stream", 200, Json, "[1,2,3]"),
        ("GET /results/result", 418, PlainText, "teapot"),
        ("GET /results/result/task", 200, Json, """{"id":5,"name":"five","inner":null}"""),
        ("GET /results/result/value-task?found=true", 200, Json, """{"id":6,"name":"six","inner":null}"""),
        ("GET /results/result/value-task?found=false", 404, null, ""),
        ("GET /results/void", 200, null, ""),
        ("GET /results/blocking", 200, PlainText, "False 1"),
        ("""POST /results/blocking/private {"id":1,"name":""}""", 201, null, ""),
        ("GET /results/void/task", 200, null, ""),
        ("GET /results/void/value-task", 200, null, ""),
        ("POST /results/post", 201, Json, """{"id":7,"name":"seven","inner":null}"""),
        ("DELETE /results/delete", 204, null, ""),
        ("DELETE /results/delete/task", 204, null, ""),
        ("DELETE /results/delete/value", 200, PlainText, "gone"),
        ("PUT /results/status", 202, PlainText, "later"),
        ("GET /results/two", 200, PlainText, "two verbs"),
        ("POST /results/two", 201, PlainText, "two verbs"),
        ("""QUERY /results/query {"id":1,"name":"asked"}""", 200, PlainText, "asked"),
        ("GET /results/own-type", 200, "text/html; charset=utf-8", "<p>"),
        ("GET /results/own-status", 203, PlainText, "x"),
        ("GET /results/own-204", 204, null, ""),
        ("GET /results/by-hand", 207, null, "by hand"));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_result_is_answered_as_its_type_says(Host host, string request, int status, string? contentType, string body)
    {
        await using var app = await RunningApp.Start(host, [typeof(Results)]);

        var answer = await app.Ask(request);

        Assert.Equal((status, contentType, body), (answer.Status, answer.ContentType, answer.Body));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_large_body_arrives_whole_and_with_its_length(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Results)]);

        var answer = await app.Ask("GET /results/json/large");

        Assert.Equal(Results.Large(), System.Text.Json.Nodes.JsonNode.Parse(answer.Body)!.AsArray().Select(item => (string)item!));
        Assert.Equal(answer.Body.Length, answer.ContentHeaders.ContentLength);
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Head_answers_with_the_headers_of_get_and_no_body(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Results)]);
        foreach (var path in (string[])["text", "bytes", "stream", "json", "json/large"])
        {
            var get = await app.Ask($"GET /results/{path}");
            var head = await app.Ask($"HEAD /results/{path}");
            Assert.Equal((200, get.ContentType, get.ContentHeaders.ContentLength, ""), (head.Status, head.ContentType, head.ContentHeaders.ContentLength, head.Body));
        }
    }
}
