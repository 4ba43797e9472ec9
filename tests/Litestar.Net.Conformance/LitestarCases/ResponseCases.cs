using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.LitestarCases;

/// <summary>I: responses, their headers, cookies and background work.</summary>
public sealed class ResponseCases
{
    public static TheoryData<Host, string, string, string> Rows => Cases.Of(
        ("I1", "GET /cases/response/text", "200 hello world … first: 1 … second: 2 … Content-Length: 11 … Content-Type: text/plain; charset=utf-8"),
        ("I3", "GET /cases/response/204", "204  … !Content-Type … !Content-Length"),
        ("I3", "GET /cases/response/304", "304  … !Content-Type … !Content-Length"),
        ("I8", "GET /cases/response/cookie", "200  … Set-Cookie: test=2; path=/ … !test=1"),
        ("I9", "GET /cases/response/cookie/default", "200  … Set-Cookie: test=123; path=/; samesite=lax"));

    public static TheoryData<Host, string, string, string> Work => Cases.Of(
        ("I23", "GET /stream", "1, 2, 3, 4, 5|done"),
        ("I31", "GET /in-order", "now|1 2 3 4 5 6"),
        ("I31", "GET /at-once", "now|1 2 3 4 5 6"));

    [Theory, MemberData(nameof(Rows))]
    public Task A_response_is_sent_as_litestar_sends_it(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("I", id);
        return Cases.Check(host, request, expected);
    }

    [Theory, MemberData(nameof(Work))]
    public async Task Background_work_follows_a_response(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("I", id);
        var done = new Done();
        await using var app = await RunningApp.Start(host, [Streamed, InOrder, AtOnce], services => services.AddSingleton(done));
        var (body, work) = (expected.Split('|')[0], expected.Split('|')[1]);

        Assert.Equal(body, (await app.Ask(request)).Body);

        await Eventually.Until(() => done.Count >= work.Split(' ').Length);
        Assert.Equal(work, string.Join(" ", request is "GET /at-once" ? done.Order() : done.AsEnumerable()));
    }

    [Get("/stream")]
    internal static Response<Stream> Streamed(Done done) => new(new MemoryStream("1, 2, 3, 4, 5"u8.ToArray())) { Background = { () => done.Enqueue("done") } };

    [Get("/in-order")]
    internal static Response<string> InOrder(Done done)
    {
        Response<string> response = "now";
        foreach (var i in Enumerable.Range(1, 6))
        {
            response.Background.Add(() => Later(done, i));
        }

        return response;
    }

    [Get("/at-once")]
    internal static Response<string> AtOnce(Done done) => new("now") { Background = { () => Task.WhenAll(Enumerable.Range(1, 6).Select(i => Later(done, i))) } };

    private static async Task Later(Done done, int number)
    {
        await Task.Delay(7 - number);
        done.Enqueue($"{number}");
    }

    internal sealed class Done : ConcurrentQueue<string>;
}
