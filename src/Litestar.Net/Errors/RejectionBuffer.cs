using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Litestar.Errors;

/// <summary>The body of a rejection. Each thread keeps the buffer and the writer for the next one.</summary>
internal sealed class RejectionBuffer
{
    // A larger buffer is rare, and not kept.
    private const int Large = 16 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static RejectionBuffer? _idle;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    private RejectionBuffer() => Writer = new(_buffer, Readable);

    public Utf8JsonWriter Writer { get; }

    /// <summary>The written bytes, after the writer has been flushed.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.WrittenMemory;

    /// <summary>True if the body is sent while it is written, at the client's speed.</summary>
    public bool IsLarge => _buffer.WrittenCount > Large;

    public static RejectionBuffer Take()
    {
        // Taken while in use: an extension's value may itself serialize something on this thread.
        var document = _idle ?? new();
        _idle = null;
        return document;
    }

    /// <summary>Keeps the buffer for the next rejection on this thread.</summary>
    public void Return()
    {
        _buffer.ResetWrittenCount();
        Writer.Reset();
        _idle = this;
    }
}
