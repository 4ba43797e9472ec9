using Litestar.Generated;

namespace Litestar.Blocking;

/// <summary>A thread and its current call.</summary>
/// <param name="first">The first call.</param>
internal sealed class BlockingThread(BlockingCall first) : IDisposable
{
    private readonly AutoResetEvent _given = new(false);
    private BlockingCall? _call = first;

    /// <summary>Wakes the thread with a call, or with null to end it.</summary>
    public void Give(BlockingCall? call)
    {
        _call = call;
        _given.Set();
    }

    /// <summary>Returns true if the thread was given a call or its end within that time.</summary>
    public bool Wait(TimeSpan time) => _given.WaitOne(time);

    public BlockingCall? Take() => Interlocked.Exchange(ref _call, null);

    public void Dispose() => _given.Dispose();
}
