using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>A limit on a body counts what the handler reads, also where middleware has decompressed it.</summary>
public sealed class DecompressionTests
{
    public static TheoryData<Host, string, bool> Bodies => new MatrixTheoryData<Host, string, bool>([Host.Memory, Host.Kestrel, Host.Mapped], ["/bytes", "/json", "/form", "/stream"], [true, false]);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_routes_limit_counts_what_was_decompressed(Host host, string path, bool isChunked)
    {
        await using var app = await Start(host, [typeof(Sized)]);
        using var client = app.Client;

        Assert.Equal(413, (await Ask(client, path, 5000, isChunked)).Status);
        Assert.Equal((201, "900"), await Ask(client, path, 900, isChunked));
        Assert.Equal((201, "900"), await Ask(client, path, 900, isChunked, isCompressed: false));
        Assert.Equal(413, (await Ask(client, path, 5000, isChunked, isCompressed: false)).Status);
    }

    [Theory]
    [InlineData(Host.Kestrel)]
    [InlineData(Host.Mapped)]
    public async Task The_servers_limit_holds_unless_the_route_has_its_own_or_none(Host host)
    {
        await using var app = await Start(host, [typeof(Sized)]);
        using var client = app.Client;

        Assert.Equal(413, (await Ask(client, "/plain", 31_000_000)).Status);
        Assert.Equal((201, "1000000"), await Ask(client, "/plain", 1_000_000));
        Assert.Equal((201, "31000000"), await Ask(client, "/any", 31_000_000));
        Assert.Equal((201, "31000000"), await Ask(client, "/large", 31_000_000));
        Assert.Equal(413, (await Ask(client, "/large", 33_000_000)).Status);
        Assert.Equal(404, (await Ask(client, "/nowhere", 1000)).Status);
    }

    [Theory]
    [InlineData(Host.Memory)]
    [InlineData(Host.Kestrel)]
    [InlineData(Host.Mapped)]
    public async Task A_limit_counts_what_other_middleware_has_decompressed(Host host)
    {
        await using var app = await Start(host, [typeof(Sized)], app => app.Use(async (context, next) =>
        {
            context.Request.Body = new GZipStream(context.Request.Body, CompressionMode.Decompress);
            await next(context);
        }));
        using var client = app.Client;

        Assert.Equal(413, (await Ask(client, "/bytes", 5000)).Status);
        Assert.Equal((201, "900"), await Ask(client, "/bytes", 900));
    }

    [Theory]
    [InlineData(Host.Memory)]
    [InlineData(Host.Kestrel)]
    public async Task An_ordinary_endpoint_beside_handlers_has_its_limit(Host host)
    {
        await using var app = await Start(host, [typeof(Sized)]);
        using var client = app.Client;

        Assert.Equal(413, (await Ask(client, "/ordinary", 5000)).Status);
        Assert.Equal((200, "900"), await Ask(client, "/ordinary", 900));
    }

    public static class Sized
    {
        [Post("/bytes"), RequestSizeLimit(1000)] public static string Bytes(byte[] body) => $"{body.Length}";
        [Post("/json"), RequestSizeLimit(1000)] public static string Json([FromBody] string[] body) => $"{body[0].Length + 4}";
        [Post("/form"), RequestSizeLimit(1000)] public static string Form([FromForm] string name) => $"{name.Length + 5}";
        [Post("/stream"), RequestSizeLimit(1000)] public static Task<string> Body(HttpContext context) => Count(context);
        [Post("/plain")] public static Task<string> Plain(HttpContext context) => Count(context);
        [Post("/any"), DisableRequestSizeLimit] public static Task<string> Any(HttpContext context) => Count(context);
        [Post("/large"), RequestSizeLimit(32_000_000)] public static Task<string> Large(HttpContext context) => Count(context);
    }

    private static async Task<string> Count(HttpContext context)
    {
        var buffer = new byte[64 * 1024];
        var count = 0;
        for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0;)
        {
            count += read;
        }

        return $"{count}";
    }

    private static async Task<(int Status, string Body)> Ask(HttpClient client, string path, int length, bool isChunked = false, bool isCompressed = true)
    {
        var (text, type) = path switch
        {
            "/json" => ($"[\"{new string('a', length - 4)}\"]", "application/json"),
            "/form" => ($"name={new string('a', length - 5)}", "application/x-www-form-urlencoded"),
            _ => (new string('a', length), "application/octet-stream"),
        };
        var bytes = new MemoryStream();
        if (isCompressed)
        {
            using var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            bytes.Write(Encoding.UTF8.GetBytes(text));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.TransferEncodingChunked = isChunked;
        if (isCompressed)
        {
            request.Content.Headers.ContentEncoding.Add("gzip");
        }

        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, answer.StatusCode is System.Net.HttpStatusCode.Created or System.Net.HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "");
    }

    private static async Task<Started> Start(Host host, HandlerList handlers, Action<IApplicationBuilder>? middleware = null)
    {
        middleware ??= static app => app.UseRequestDecompression();
        IHost app;
        if (host is Host.Mapped)
        {
            var builder = WebApplication.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            builder.Services.AddRequestDecompression();
            var web = builder.Build();
            middleware(web);
            web.MapLitestar(handlers);
            app = web;
        }
        else
        {
            var builder = LitestarApp.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            builder.Services.AddRequestDecompression();
            builder.Handlers.Add(handlers);
            if (host is Host.Memory)
            {
                builder.WebHost.UseTestServer();
            }

            var own = builder.Build();
            middleware(own);
            own.MapPost("/ordinary", (Delegate)Count).WithMetadata(new RequestSizeLimitAttribute(1000));
            app = own;
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        var client = host is Host.Memory ? app.GetTestClient() : new HttpClient { BaseAddress = new(app is LitestarApp litestar ? litestar.Urls.First() : ((WebApplication)app).Urls.First()) };
        return new(app, client);
    }

    private sealed record Started(IHost App, HttpClient Client) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.StopAsync();
            await ((IAsyncDisposable)App).DisposeAsync();
        }
    }
}
