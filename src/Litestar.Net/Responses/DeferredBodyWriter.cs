using System.IO.Pipelines;

namespace Litestar.Responses;

/// <summary>
/// Buffers the beginning of a response until it exceeds the limit or is complete; the rest is sent at the client's
/// speed.
/// </summary>
/// <param name="begin">
/// Called before the first byte is sent, with the length if the response is complete. Returns the writer for it, or
/// null if no body is sent.
/// </param>
/// <param name="holdsFlushes">True if a flush does not send the buffered part.</param>
internal sealed class DeferredBodyWriter(Func<long?, ValueTask<PipeWriter?>> begin, bool holdsFlushes) : PipeWriter
{
    private readonly SegmentedBuffer _held = new();
    private PipeWriter? _inner;
    private long _unflushed;
    private bool _isBegun;

    /// <summary>Replaces the token of a flush, if it is set.</summary>
    public CancellationToken? Sending { get; init; }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _inner is null ? _unflushed : _inner.CanGetUnflushedBytes ? _inner.UnflushedBytes : _unflushed;

    public override void Advance(int bytes)
    {
        _unflushed += bytes;
        if (_inner is null)
        {
            _held.Advance(bytes);
        }
        else
        {
            _inner.Advance(bytes);
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _inner is null ? _held.GetMemory(sizeHint) : _inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _inner is null ? _held.GetSpan(sizeHint) : _inner.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        _unflushed = 0;
        cancellationToken = Sending ?? cancellationToken;
        return _inner is not null ? _inner.FlushAsync(cancellationToken)
            : !_isBegun && holdsFlushes && _held.Length <= SegmentedBuffer.Limit ? default
            : Release(cancellationToken);
    }

    public override void CancelPendingFlush() => _inner?.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
    }

    /// <summary>Makes every later flush send.</summary>
    public void HoldNoFlush() => holdsFlushes = false;

    /// <summary>Sends the buffered part.</summary>
    public async Task Release()
    {
        if (!_isBegun)
        {
            await Begin(length: null);
        }
    }

    /// <summary>Ends a complete response. A small one is left to the server, which sends it with the headers.</summary>
    public async Task End()
    {
        if (!_isBegun)
        {
            await Begin(_held.Length);
        }
        else if (_inner is not null && _unflushed > 0)
        {
            await _inner.FlushAsync();
        }
    }

    // A completed result would end the work of the code that writes.
    private async ValueTask<FlushResult> Release(CancellationToken cancellationToken)
    {
        await Release();
        if (_inner is not null)
        {
            return await _inner.FlushAsync(cancellationToken);
        }

        _held.Free();
        return new(isCanceled: false, isCompleted: true);
    }

    private async Task Begin(long? length)
    {
        _isBegun = true;
        _inner = await begin(length);
        if (_inner is null)
        {
            _held.Free();
        }
        else if (_held.Length <= SegmentedBuffer.Small)
        {
            _held.CopyTo(_inner);
            _held.Free();
        }
        else
        {
            await _held.Send(async bytes => await _inner.WriteAsync(bytes));
        }
    }
}
