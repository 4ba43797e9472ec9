using System.Buffers;

namespace Litestar.Responses;

/// <summary>
/// Buffers bytes in one small array that grows, and then in further ones of fixed size. Large data is not copied, and
/// no large array stays in the shared pool.
/// </summary>
internal sealed class SegmentedBuffer : IBufferWriter<byte>
{
    /// <summary>The size up to which there is one array, which is kept for the next use.</summary>
    public const int Small = 16 * 1024;

    private const int Least = 1024, Segment = 64 * 1024;

    private readonly List<(byte[] Bytes, int Count)> _full = new(0);
    private byte[] _bytes = [];
    private int _count;
    private long _fullLength;

    /// <summary>A hint that is set once, when the buffer has more than <see cref="Limit"/> bytes.</summary>
    public ResponseSizeHint? Size { get; set; }

    /// <summary>The size up to which a response is buffered, so that a failure can still become an error response.</summary>
    public const int Limit = 256 * 1024;

    public long Length => _fullLength + _count;

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(_count);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(_count);

    /// <summary>Copies the bytes to a writer that sends them later.</summary>
    public void CopyTo(IBufferWriter<byte> writer)
    {
        foreach (var (bytes, count) in _full)
        {
            writer.Write(bytes.AsSpan(0, count));
        }

        writer.Write(_bytes.AsSpan(0, _count));
    }

    /// <summary>Sends the bytes at the client's speed, and frees each array after it is sent.</summary>
    public async Task Send(Func<ReadOnlyMemory<byte>, Task> send)
    {
        for (var i = 0; i < _full.Count; i++)
        {
            var (bytes, count) = _full[i];
            await send(bytes.AsMemory(0, count));
            _full[i] = ([], 0);
            Return(bytes);
        }

        await send(_bytes.AsMemory(0, _count));
        Free();
    }

    /// <summary>Starts again. Arrays beyond the small one are freed.</summary>
    public void Clear()
    {
        if (_full.Count > 0 || _bytes.Length > Small)
        {
            Free();
        }

        _count = 0;
    }

    /// <summary>Frees all arrays: the written bytes must not be used any more.</summary>
    public void Free()
    {
        foreach (var (bytes, _) in _full)
        {
            Return(bytes);
        }

        Return(_bytes);
        _full.Clear();
        (_bytes, _count, _fullLength) = ([], 0, 0);
    }

    private byte[] Room(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        return _bytes.Length - _count >= needed ? _bytes : _full.Count is 0 && _count + needed <= Small ? Grow(needed) : Next(needed);
    }

    private byte[] Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_count + needed, Math.Max(Least, Math.Min(2 * _bytes.Length, Small))));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        Return(_bytes);
        return _bytes = larger;
    }

    private byte[] Next(int needed)
    {
        if (_count > 0)
        {
            _full.Add((_bytes, _count));
            _fullLength += _count;
        }
        else
        {
            Return(_bytes);
        }

        if (_fullLength > Limit && Size is { } size)
        {
            size.IsLarge = true;
        }

        _count = 0;
        return _bytes = needed > Segment ? GC.AllocateUninitializedArray<byte>(needed) : ArrayPool<byte>.Shared.Rent(Segment);
    }

    // A larger array was made for one long value, and does not belong to the pool.
    private static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= Segment)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
