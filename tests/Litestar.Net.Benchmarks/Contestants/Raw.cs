using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Benchmarks.Contestants;

/// <summary>What a skilled developer writes by hand as one Kestrel middleware for these calls and no other.</summary>
internal static class Raw
{
    private const string Text = "text/plain; charset=utf-8", Json = "application/json; charset=utf-8";

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _buffer;

    public static IHost Build(string[] args, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        var app = builder.Build();
        app.Run(Answer);
        return app;
    }

    private static Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value.AsSpan();
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return path is "/greet" ? Greet(context)
                : path is "/me" ? Me(context)
                : path is "/json" ? Write(context, 200, new Message("Hello, World!", 42), ContractsJson.Default.Message)
                : path.StartsWith("/users/") && int.TryParse(path["/users/".Length..], out var id) ? Find(context, id)
                : path.StartsWith("/lists/") && int.TryParse(path["/lists/".Length..], out var count) ? Write(context, 200, Line.Many(count), ContractsJson.Default.LineArray)
                : RawRejection.Unmatched(context, path is "/orders" or "/signups" or "/bodies" ? "POST" : null);
        }

        var isPost = HttpMethods.IsPost(context.Request.Method);
        return isPost && path is "/orders" ? Read(context, ContractsJson.Default.Order, Order)
            : isPost && path is "/bodies" ? Read(context, ContractsJson.Default.Order, Order)
            : isPost && path is "/signups" ? Read(context, ContractsJson.Default.Signup, RawSignup.Answer)
            : RawRejection.Unmatched(context, path is "/orders" or "/signups" or "/bodies" ? "POST" : path is "/me" or "/greet" or "/json" || (path.StartsWith("/users/") && int.TryParse(path["/users/".Length..], out _)) ? "GET" : null);
    }

    private static Task Greet(HttpContext context)
    {
        string? name = null;
        for (var query = Query(context); Next(ref query, out var key, out var value);)
        {
            name = key is "name" ? Decode(value) : name;
        }

        if (name is null)
        {
            return Reject(context, 400);
        }

        var text = $"Hi, {name}!";
        var length = Encoding.UTF8.GetByteCount(text);
        Begin(context, 200, Text, length);
        var body = context.Response.BodyWriter;
        body.Advance(Encoding.UTF8.GetBytes(text, body.GetSpan(length)));
        return Task.CompletedTask;
    }

    private static Task Find(HttpContext context, int id)
    {
        bool? active = null;
        var count = 0;
        for (var query = Query(context); Next(ref query, out var key, out var value);)
        {
            active = key is "active" && bool.TryParse(value, out var parsed) ? parsed : active;
            count += key is "tags" ? 1 : 0;
        }

        if (active is null)
        {
            return Reject(context, 400);
        }

        var tags = new string[count];
        var at = 0;
        for (var query = Query(context); Next(ref query, out var key, out var value);)
        {
            if (key is "tags")
            {
                tags[at++] = Decode(value);
            }
        }

        return Write(context, 200, new User(id, active.Value, tags), ContractsJson.Default.User);
    }

    private static Task Me(HttpContext context)
    {
        if (!Caller.IsSignedIn(context))
        {
            return Reject(context, 401);
        }

        return Write(context, 200, Caller.Of(context), ContractsJson.Default.Caller);
    }

    private static Task Order(HttpContext context, Order order)
    {
        var quantity = 0;
        foreach (var line in order.Lines)
        {
            quantity += line.Quantity;
        }

        return Write(context, context.Request.Path == "/bodies" ? 200 : 201, new Receipt(7, quantity), ContractsJson.Default.Receipt);
    }

    private static Task Read<T>(HttpContext context, JsonTypeInfo<T> type, Func<HttpContext, T, Task> answer) where T : class
    {
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return Reject(context, 415);
        }

        // A small body comes with its headers: nothing is waited for.
        var reader = context.Request.BodyReader;
        if (!reader.TryRead(out var read) || !read.IsCompleted)
        {
            return ReadLater(context, reader, read, type, answer);
        }

        return Read(context, reader, read.Buffer, type, answer);
    }

    private static async Task ReadLater<T>(HttpContext context, PipeReader reader, ReadResult read, JsonTypeInfo<T> type, Func<HttpContext, T, Task> answer) where T : class
    {
        while (!read.IsCompleted)
        {
            if (!read.Buffer.IsEmpty)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }

            read = await reader.ReadAsync(context.RequestAborted);
        }

        await Read(context, reader, read.Buffer, type, answer);
    }

    private static Task Read<T>(HttpContext context, PipeReader reader, ReadOnlySequence<byte> body, JsonTypeInfo<T> type, Func<HttpContext, T, Task> answer) where T : class
    {
        T? value;
        try
        {
            value = JsonSerializer.Deserialize(body.IsSingleSegment ? body.FirstSpan : body.ToArray(), type);
        }
        catch (JsonException)
        {
            value = null;
        }

        reader.AdvanceTo(body.End);
        return value is null ? Reject(context, 400) : answer(context, value);
    }

    public static Task Write<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        var (bytes, json) = _buffer ??= NewBuffer();
        bytes.ResetWrittenCount();
        json.Reset();
        JsonSerializer.Serialize(json, value, type);
        Begin(context, status, Json, bytes.WrittenCount);
        context.Response.BodyWriter.Write(bytes.WrittenSpan);
        return Task.CompletedTask;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewBuffer()
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        return (bytes, new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }));
    }

    public static void Begin(HttpContext context, int status, string type, long length)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = length;
    }

    private static Task Reject(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static ReadOnlySpan<char> Query(HttpContext context) =>
        context.Request.QueryString.Value.AsSpan() is ['?', .. var pairs] ? pairs : default;

    private static bool Next(ref ReadOnlySpan<char> query, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var end = query.IndexOf('&');
        var pair = end < 0 ? query : query[..end];
        query = end < 0 ? default : query[(end + 1)..];
        var equals = pair.IndexOf('=');
        key = equals < 0 ? pair : pair[..equals];
        value = equals < 0 ? default : pair[(equals + 1)..];
        return !pair.IsEmpty;
    }

    private static string Decode(ReadOnlySpan<char> value) =>
        value.ContainsAny('%', '+') ? Uri.UnescapeDataString(value.ToString().Replace('+', ' ')) : value.ToString();
}
