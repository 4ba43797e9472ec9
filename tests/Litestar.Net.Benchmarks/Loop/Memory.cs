using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections.Features;

namespace Litestar.Benchmarks.Loop;

/// <summary>Buffers of the size that Kestrel's own transport uses, which Kestrel counts on.</summary>
internal sealed class Memory : MemoryPool<byte>, IMemoryPoolFeature
{
    public static readonly Memory Pool = new();
    private readonly ConcurrentQueue<Block> _free = new();

    public override int MaxBufferSize => 4096;

    public MemoryPool<byte> MemoryPool => this;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1) => _free.TryDequeue(out var block) ? block : new Block(this);

    protected override void Dispose(bool disposing)
    {
    }

    private sealed class Block(Memory owner) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = GC.AllocateUninitializedArray<byte>(owner.MaxBufferSize, pinned: true);

        public void Dispose() => owner._free.Enqueue(this);
    }
}
