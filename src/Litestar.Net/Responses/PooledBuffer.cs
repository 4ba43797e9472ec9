using System.Buffers;

namespace Litestar.Responses;

/// <summary>Buffers bytes in an array from the shared pool, which is replaced by a larger one when it is full.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int Least = 1024;

    private byte[] _bytes = [];
    private int _count;

    public int Length => _count;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(_count);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(_count);

    public void Write(in ReadOnlySequence<byte> bytes)
    {
        bytes.CopyTo(GetSpan(checked((int)bytes.Length)));
        _count += (int)bytes.Length;
    }

    /// <summary>Starts again in the same array.</summary>
    public void Clear() => _count = 0;

    /// <summary>Returns the array to the pool: the written bytes must not be used any more.</summary>
    public void Free()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _count) = ([], 0);
    }

    private byte[] Room(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        return _bytes.Length - _count >= needed ? _bytes : Grow(needed);
    }

    private byte[] Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_count + needed), Math.Max(Least, (int)Math.Min(2L * _bytes.Length, Array.MaxLength))));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        return _bytes = larger;
    }
}
