using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>Garbage on a real socket: always a 4xx in the one shape, never a 5xx, an empty body or a hang.</summary>
public sealed class GarbageTests
{
    public static TheoryData<string, int> Rows => new()
    {
        { Get("/sources/query?q=%"), 400 },
        { Get("/sources/query?q=%z"), 400 },
        { Get("/sources/query?q=%zz"), 400 },
        { Get("/sources/query?q=%ff%fe"), 400 },
        { Get("/sources/query?q=%00"), 400 },
        { Get("/sources/query?page=1%00"), 400 },
        { Get("/sources/query?page=" + new string('9', 4000)), 400 },
        { Get("/sources/query?page=1e400"), 400 },
        { Get("/sources/query/required?a=x&b=-&c=9999-99-99"), 400 },
        { Get("/sources/query?" + new string('&', 4000) + "page=x"), 400 },
        { Get("/sources/route/99999999999999999999/x"), 404 },
        { Get("/sources/route/enum/%E2%82"), 400 },
        { Get("/sources/route/enum/%00"), 400 },
        { Get("/sources/route/5/%zz"), 400 },
        { Get("/sources/route/5/%ff"), 400 },
        { Get("/%00"), 400 },
        { Get("/%"), 404 },
        { Get("/%zz"), 404 },
        { Get("//"), 404 },
        { Get("/" + string.Concat(Enumerable.Repeat("a/", 3000))), 404 },
        { Get("/" + new string('a', 20_000)), 414 },
        { "GET / HTTP/1.1\r\nHost: a\r\nX: " + new string('a', 40_000) + "\r\n\r\n", 431 },
        { "GARBAGE\r\n\r\n", 400 },
        { "GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 405 },
        { "GET / HTTP/1.1\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: a\r\nbroken header\r\n\r\n", 400 },
        { Get("/sources/cookie", "Cookie: session=%00"), 400 },
        { Get("/sources/header", "X-Id: \u00ff\u00fe"), 400 },
        { Post("application/json", "{"), 400 },
        { Post("application/json", "{\"customer\": \"Ann\", \"lines\": [{\"sku\""), 400 },
        { Post("application/json", "\u0000\u0001\u0002"), 400 },
        { Post("application/json", "{\"customer\":\"\u00ff\u00fe\",\"lines\":[]}"), 400 },
        { Post("application/json", new string('[', 5000)), 400 },
        { Post("application/json", "{\"customer\":\"Ann\",\"lines\":[{\"sku\":\"x\",\"quantity\":1e999}]}"), 400 },
        { Post("application/json", "{} {}"), 400 },
        { Post("application/json; charset=nonsense", "{}"), 415 },
        { Post("text/plain", "{}"), 415 },
        { Post("/;=", "{}"), 415 },
        { "POST /sources/body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n{", 413 },
        { "POST /sources/body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n{", 400 },
        { "POST /sources/body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400 },
        { "POST /sources/body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", 400 },
        { "POST /sources/body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip\r\n\r\n", 400 },
        { "B\u0001D /sources/body HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task Garbage_is_refused_in_the_one_shape(string request, int status)
    {
        foreach (var host in Matrix.Hosts.Select(row => row.Data).Intersect([Host.Kestrel, Host.Native]))
        {
            await using var app = await RunningApp.Start(host, [typeof(Sources)], services => services.AddConformance());

            var (head, body) = await Send(app.Address, Encoding.Latin1.GetBytes(request));

            Assert.StartsWith($"HTTP/1.1 {status} ", head);
            Assert.Contains("Content-Type: application/problem+json", head);
            Assert.Equal(status, (int)JsonNode.Parse(body)!["status"]!);
        }
    }

    [Fact]
    public async Task A_body_above_the_limit_that_keeps_coming_is_a_413()
    {
        await using var app = await RunningApp.Start(Host.Kestrel, [typeof(Apps.Results)]);
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("QUERY /results/query HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"));

        var chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
        var sending = Task.Run(async () =>
        {
            try
            {
                for (var sent = 0; sent < 100 << 20; sent += 0x10000)
                {
                    await stream.WriteAsync(chunk);
                }
            }
            catch (IOException)
            {
                // The server has answered and hung up, as it should.
            }
        });
        var answer = await Eventually.Ends(new StreamReader(stream).ReadToEndAsync());
        await sending;

        Assert.StartsWith("HTTP/1.1 413 ", answer);
        Assert.Contains("The body is larger than the 30000000 bytes that are accepted.", answer);
    }

    private static string Get(string target, string header = "X: y") => $"GET {target} HTTP/1.1\r\nHost: a\r\n{header}\r\nConnection: close\r\n\r\n";

    private static string Post(string mediaType, string body) =>
        $"POST /sources/body HTTP/1.1\r\nHost: a\r\nContent-Type: {mediaType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    private static async Task<(string Head, string Body)> Send(Uri address, byte[] request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(request);
        var answer = await Eventually.Ends(new StreamReader(stream, Encoding.UTF8).ReadToEndAsync());
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? (answer, "") : (answer[..end], answer[(end + 4)..]);
    }
}
