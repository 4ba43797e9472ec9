using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Litestar.Generated;

/// <summary>A function on its way to a thread that may block.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BlockingCall
{
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();

    private protected BlockingCall()
    {
    }

    /// <summary>Whether every thread is taken and so is every place in the queue.</summary>
    public bool IsRejected { get; internal set; }

    /// <summary>Where it stands in the queue, if it ever did.</summary>
    internal LinkedListNode<BlockingCall>? Place { get; set; }

    /// <summary>Takes it off the queue when the client leaves.</summary>
    internal CancellationTokenRegistration Leaving { get; set; }

    /// <summary>Runs the function as where it was called: with the same culture, the same activity, all that flows.</summary>
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

    /// <summary>Lets the request go on, in the pool.</summary>
    internal abstract void End();

    /// <summary>Ends it without having run.</summary>
    internal abstract void Cancel(CancellationToken cause);

    private protected abstract void Invoke();
}

/// <inheritdoc/>
/// <typeparam name="T">What the function returns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BlockingCall<T> : BlockingCall, IValueTaskSource<T>
{
    private readonly Func<T> _function;
    private Exception? _failure;
    private T _result = default!;

    // What comes behind it goes on in the pool: this thread is for what blocks.
    private ManualResetValueTaskSourceCore<T> _end = new() { RunContinuationsAsynchronously = true };

    internal BlockingCall(Func<T> function) => _function = function;

    /// <summary>Waits for the function's end; to be awaited once.</summary>
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
