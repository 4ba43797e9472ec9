using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps;

/// <summary>Every kind of value within a response.</summary>
[Path("/responses")]
public static class Answered
{
    [Get("/text")] public static Response<string> Text() => new("hello world");
    [Get("/json")] public static Response<Thing> Json() => new(new(1, "one")) { Status = 203 };
    [Get("/json/null")] public static Response<Thing?> JsonNull() => new(null);
    [Get("/bytes")] public static Response<byte[]> Bytes() => new([1, 2]);
    [Get("/stream")] public static Response<Stream> Stream() => new(new MemoryStream("flow"u8.ToArray()));
    [Get("/items")] public static Response<IAsyncEnumerable<int>> Items() => new(Results.Items()) { Status = 202 };
    [Get("/result")] public static Response<IResult> Result() => new(TypedResults.Text("teapot", statusCode: 418)) { Status = 202 };
    [Get("/task")] public static async Task<Response<string>> Task() { await System.Threading.Tasks.Task.Yield(); return "task"; }
    [Get("/value-task")] public static ValueTask<Response<Thing>> ValueTask() => new(Response.Of(new Thing(2, "two"), status: 201));
    [Get("/value")] public static Response<string> Value() => "the value alone";
    [Get("/own-type")] public static Response<string> OwnType() => new("<p>") { Headers = { ContentType = "text/html; charset=utf-8" } };
    [Get("/blocking", Blocking = true)] public static Response<string> Blocking() { Thread.Sleep(1); return "blocked"; }
    [Post] public static Response<Thing> Post() => new(new(3, "three"));
    [Post("/accepted")] public static Response<string> Accepted() => new("later") { Status = 202 };
    [Post("/status", Status = 204)] public static Response Status() => new();
    [Get("/204")] public static Response<byte[]> NoContent() => new([]) { Status = 204 };
    [Get("/304")] public static Response<Thing> NotModified() => new(new(4, "unsent")) { Status = 304 };
    [Get("/nothing")] public static Response Nothing() => new();
    [Delete("/nothing")] public static Response Delete() => new();
    [Delete("/nothing/202")] public static async Task<Response> DeleteLater() { await System.Threading.Tasks.Task.Yield(); return new() { Status = 202 }; }
    [Get("/none")] public static Response<string> None() => null!;

    [OnError(nameof(OfFormat))]
    [Get("/error")] public static string Error() => throw new FormatException("wrong");
    public static Response<Thing> OfFormat(FormatException error) => new(new(422, error.Message)) { Status = 422 };

    [ResponseHeader("X-Layer", "layer"), ResponseHeader("Set-Cookie", "test=1; path=/")]
    [Get("/headers")] public static Response<string> Headers(HttpResponse response)
    {
        response.Cookies.Append("other", "1");
        return new Response<string>("")
        {
            Headers = { ["X-Layer"] = "own", ["X-Two"] = new(["a", "b"]), ETag = "\"7\"" },
            Cookies =
            {
                { "test", "2" },
                { "id", "a b", new CookieOptions { HttpOnly = true, Secure = true, Path = "/shop", MaxAge = TimeSpan.FromMinutes(1) } },
            },
        }.WithoutOld();
    }

    [After(nameof(See))]
    [Get("/hooked")] public static Response<string> Hooked() => new("hooked") { Status = 203, Headers = { ["X-Mine"] = "yes" } };
    public static void See(HttpResponse response)
    {
        response.Headers["X-Seen"] = $"{response.StatusCode} {response.Headers["X-Mine"]}";
        response.StatusCode = 209;
    }

    private static Response<string> WithoutOld(this Response<string> response)
    {
        response.Cookies.Delete("old");
        return response;
    }
}
