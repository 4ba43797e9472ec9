using System.Buffers;

namespace Litestar.Responses;

/// <summary>Takes bytes into one small array that grows, and beyond it into further ones that do not: nothing large is copied, and no large array is left in the shared pool.</summary>
internal sealed class SegmentedBuffer : IBufferWriter<byte>
{
    /// <summary>Up to here there is one array, which is kept for the next use.</summary>
    public const int Small = 16 * 1024;

    private const int Least = 1024, Segment = 64 * 1024;

    private readonly List<(byte[] Bytes, int Count)> _full = new(0);
    private byte[] _bytes = [];
    private int _count;
    private long _fullLength;

    /// <summary>Called once, when more than <see cref="Limit"/> bytes are here.</summary>
    public ResponseSizeHint? Size { get; set; }

    /// <summary>Up to here an answer is held back, so that a failure is still an error answer.</summary>
    public const int Limit = 256 * 1024;

    public long Length => _fullLength + _count;

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(_count);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(_count);

    /// <summary>Hands the bytes to a writer that sends them when it pleases.</summary>
    public void CopyTo(IBufferWriter<byte> writer)
    {
        foreach (var (bytes, count) in _full)
        {
            writer.Write(bytes.AsSpan(0, count));
        }

        writer.Write(_bytes.AsSpan(0, _count));
    }

    /// <summary>Sends the bytes at the pace of the client, and frees each array that is sent.</summary>
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

    /// <summary>Begins anew. What is larger than one small array is given back.</summary>
    public void Clear()
    {
        if (_full.Count > 0 || _bytes.Length > Small)
        {
            Free();
        }

        _count = 0;
    }

    /// <summary>Gives all arrays back: nobody may hold what was written any more.</summary>
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

    // A larger one was made for one long value, and is none of the pool's.
    private static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= Segment)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
