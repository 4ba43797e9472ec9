using System.Text.Json;
using Litestar.Generated;
using Litestar.Hosting;
using Litestar.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Responses;

/// <summary>A value as JSON bytes. Each thread keeps the buffer and the writer for the next one.</summary>
/// <remarks>
/// The whole body is written before the first byte is sent: its length goes into the headers, and a value that cannot be serialized
/// becomes a clean 500.
/// </remarks>
internal sealed class JsonResponseBuffer
{
    [ThreadStatic]
    private static JsonResponseBuffer? _idle;

    private readonly LitestarJson _json;
    private readonly SegmentedBuffer _buffer = new();
    private readonly Utf8JsonWriter _writer;

    private JsonResponseBuffer(LitestarJson json)
    {
        _json = json;
        _writer = new(_buffer, json.Writer);
    }

    public long Length => _buffer.Length;

    public static JsonResponseBuffer Write<T>(T value, JsonResultType<T> answer)
    {
        // Taken while in use: a user's converter or getter may itself serialize something on this thread.
        var body = _idle is { } idle && ReferenceEquals(idle._json, answer.Json) ? idle : new JsonResponseBuffer(answer.Json);
        _idle = null;
        body._buffer.Size = answer.Size;
        JsonSerializer.Serialize(body._writer, value, answer.Type);
        body._writer.Flush();
        return body;
    }

    public Task Send(HttpContext context)
    {
        if (Length > SegmentedBuffer.Small)
        {
            return SendLarge(context);
        }

        _buffer.CopyTo(context.Features.ResponseBody().Writer);
        Return();
        return ResultWriter.End(context);
    }

    // Sending waits for the client, longer than this call: meanwhile the thread creates another buffer. A separate
    // method, because the closure is allocated at its start.
    private Task SendLarge(HttpContext context) => _buffer.Send(bytes => ResultWriter.Send(context, bytes));

    /// <summary>Keeps the buffer for the next body on this thread.</summary>
    public void Return()
    {
        _buffer.Clear();
        _writer.Reset();
        _idle = this;
    }
}
