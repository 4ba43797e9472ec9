using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Litestar.Errors;

/// <summary>The body of a refusal, in a buffer and with a writer that each thread keeps for the next one.</summary>
internal sealed class RejectionBuffer
{
    // A larger one is rare, and its buffer is not kept.
    private const int Large = 16 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static RejectionBuffer? _idle;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    private RejectionBuffer() => Writer = new(_buffer, Readable);

    public Utf8JsonWriter Writer { get; }

    /// <summary>All that was written, once the writer has been flushed.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.WrittenMemory;

    /// <summary>Whether it is sent as it is written, at the pace of the client.</summary>
    public bool IsLarge => _buffer.WrittenCount > Large;

    public static RejectionBuffer Take()
    {
        // Taken out while in use: what an extension holds may itself serialize something on this thread.
        var document = _idle ?? new();
        _idle = null;
        return document;
    }

    /// <summary>Leaves the buffer to the next refusal on this thread.</summary>
    public void Return()
    {
        _buffer.ResetWrittenCount();
        Writer.Reset();
        _idle = this;
    }
}
