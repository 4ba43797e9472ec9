using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Litestar.Generated;

/// <summary>A call of a function on a thread that may block.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BlockingCall
{
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();

    private protected BlockingCall()
    {
    }

    /// <summary>True if every thread is in use and the queue is full.</summary>
    public bool IsRejected { get; internal set; }

    /// <summary>The call's node in the queue; null if it was never queued.</summary>
    internal LinkedListNode<BlockingCall>? Place { get; set; }

    /// <summary>The registration that removes the call from the queue when the client disconnects.</summary>
    internal CancellationTokenRegistration Leaving { get; set; }

    /// <summary>
    /// Runs the function in the execution context of its caller: with the same culture, the same activity, and all
    /// async locals.
    /// </summary>
    internal void Run()
    {
        if (_flow is null)
        {
            Invoke();
        }
        else
        {
            ExecutionContext.Run(_flow, static call => ((BlockingCall)call!).Invoke(), this);
        }
    }

    /// <summary>Continues the request, in the pool.</summary>
    internal abstract void End();

    /// <summary>Ends the call without running the function.</summary>
    internal abstract void Cancel(CancellationToken cause);

    private protected abstract void Invoke();
}

/// <inheritdoc/>
/// <typeparam name="T">The return type of the function.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BlockingCall<T> : BlockingCall, IValueTaskSource<T>
{
    private readonly Func<T> _function;
    private Exception? _failure;
    private T _result = default!;

    // The continuation runs in the pool, because this thread is for blocking code.
    private ManualResetValueTaskSourceCore<T> _end = new() { RunContinuationsAsynchronously = true };

    internal BlockingCall(Func<T> function) => _function = function;

    /// <summary>Returns an awaiter for the function's end; to be awaited once.</summary>
    public ValueTaskAwaiter<T> GetAwaiter() => new ValueTask<T>(this, _end.Version).GetAwaiter();

    T IValueTaskSource<T>.GetResult(short token)
    {
        Leaving.Dispose();
        return _end.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _end.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _end.OnCompleted(continuation, state, token, flags);

    internal override void Cancel(CancellationToken cause) => _end.SetException(new OperationCanceledException(cause));

    internal override void End()
    {
        if (_failure is null)
        {
            _end.SetResult(_result);
        }
        else
        {
            _end.SetException(_failure);
        }
    }

    private protected override void Invoke()
    {
        try
        {
            _result = _function();
        }
        catch (Exception exception)
        {
            _failure = exception;
        }
    }
}
