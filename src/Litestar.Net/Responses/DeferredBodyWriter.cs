using System.IO.Pipelines;

namespace Litestar.Responses;

/// <summary>Holds the beginning of an answer back, until it is too large for that or whole; the rest goes through at the pace of the client.</summary>
/// <param name="begin">Called before the first byte goes out, with the length where the answer is whole. Returns who takes it, or null where no body is sent.</param>
/// <param name="holdsFlushes">Whether what is held back stays here although somebody wants it sent.</param>
internal sealed class DeferredBodyWriter(Func<long?, ValueTask<PipeWriter?>> begin, bool holdsFlushes) : PipeWriter
{
    private readonly SegmentedBuffer _held = new();
    private PipeWriter? _inner;
    private long _unflushed;
    private bool _isBegun;

    /// <summary>Ends a flush in place of the token that comes with it, where it is given.</summary>
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

    /// <summary>From here on every flush is one.</summary>
    public void HoldNoFlush() => holdsFlushes = false;

    /// <summary>Lets go of what is held back.</summary>
    public async Task Release()
    {
        if (!_isBegun)
        {
            await Begin(length: null);
        }
    }

    /// <summary>Lets go of an answer that is whole. A small one is left to the server, which sends it with the headers.</summary>
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

    // To say that nobody reads ends the work of whoever writes.
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
