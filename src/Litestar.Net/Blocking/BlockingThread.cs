using Litestar.Generated;

namespace Litestar.Blocking;

/// <summary>One thread, and the call that it was given.</summary>
/// <param name="first">The call it is made for.</param>
internal sealed class BlockingThread(BlockingCall first) : IDisposable
{
    private readonly AutoResetEvent _given = new(false);
    private BlockingCall? _call = first;

    /// <summary>Ends its waiting: with a call, or with none, which is the end.</summary>
    public void Give(BlockingCall? call)
    {
        _call = call;
        _given.Set();
    }

    /// <summary>Whether it was given anything in that time.</summary>
    public bool Wait(TimeSpan time) => _given.WaitOne(time);

    public BlockingCall? Take() => Interlocked.Exchange(ref _call, null);

    public void Dispose() => _given.Dispose();
}
