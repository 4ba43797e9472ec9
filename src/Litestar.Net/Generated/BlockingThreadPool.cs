using System.ComponentModel;
using Litestar.Blocking;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>The threads of one app for functions that block. They start on demand, up to a limit, and end when they are idle.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BlockingThreadPool
{
    private readonly Lock _gate = new();
    private readonly BlockingOptions _options;
    private readonly LinkedList<BlockingCall> _queue = [];

    // The thread that became idle last works first, so that the others can end.
    private readonly List<BlockingThread> _idle = [];
    private int _count;
    private bool _isStopped;

    internal BlockingThreadPool(BlockingOptions options) => _options = options;

    /// <summary>The current number of threads.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal TimeSpan RetryAfter => _options.RetryAfter;

    /// <summary>Calls a function on one of the threads, at once or in its turn.</summary>
    /// <param name="context">The request. If its client disconnects, the call leaves the queue.</param>
    /// <param name="function">The function.</param>
    public BlockingCall<T> Run<T>(HttpContext context, Func<T> function)
    {
        var call = new BlockingCall<T>(function);
        Enter(call, context.RequestAborted);
        return call;
    }

    /// <inheritdoc cref="Run{T}(HttpContext, Func{T})"/>
    public BlockingCall<bool> Run(HttpContext context, Action function) => Run(context, () =>
    {
        function();
        return true;
    });

    /// <summary>Ends the idle threads; busy ones end after their call. Nothing more is called.</summary>
    internal void Stop()
    {
        BlockingCall[] waiting;
        BlockingThread[] idle;
        lock (_gate)
        {
            _isStopped = true;
            (waiting, idle) = ([.. _queue], [.. _idle]);
            _queue.Clear();
            _idle.Clear();
            _count -= idle.Length;
        }

        Array.ForEach(idle, thread => thread.Give(null));
        Array.ForEach(waiting, call => call.Cancel(new(canceled: true)));
    }

    private void Enter(BlockingCall call, CancellationToken aborted)
    {
        var isNew = false;
        lock (_gate)
        {
            if (_isStopped)
            {
                call.IsRejected = true;
            }
            else if (_idle.Count > 0)
            {
                _idle[^1].Give(call);
                _idle.RemoveAt(_idle.Count - 1);
            }
            else if (_count < _options.Threads)
            {
                _count++;
                isNew = true;
            }
            else if (_queue.Count < _options.QueueLimit)
            {
                call.Place = _queue.AddLast(call);
            }
            else
            {
                call.IsRejected = true;
            }
        }

        if (isNew)
        {
            Start(call);
        }
        else if (call.Place?.List is not null)
        {
            call.Leaving = aborted.UnsafeRegister((_, cause) => Leave(call, cause), null);
        }
    }

    private void Start(BlockingCall call)
    {
        try
        {
            new Thread(Work) { IsBackground = true, Name = "Litestar blocking" }.UnsafeStart(new BlockingThread(call));
        }
        catch (OutOfMemoryException)
        {
            // The machine cannot start more of them.
            lock (_gate)
            {
                _count--;
            }

            call.IsRejected = true;
        }
    }

    private void Work(object? state)
    {
        using var thread = (BlockingThread)state!;
        for (var call = thread.Take(); call is not null;)
        {
            call.Run();

            // The next request may arrive as soon as this one is answered: by then the thread counts as idle.
            var isLast = IsLast(thread, out var next);
            call.End();
            call = next ?? (isLast ? null : Await(thread));
        }
    }

    private bool IsLast(BlockingThread thread, out BlockingCall? next)
    {
        lock (_gate)
        {
            next = _queue.First?.Value;
            if (next is not null)
            {
                _queue.RemoveFirst();
            }
            else if (_isStopped)
            {
                _count--;
                return true;
            }
            else
            {
                _idle.Add(thread);
            }

            return false;
        }
    }

    private BlockingCall? Await(BlockingThread thread)
    {
        if (!thread.Wait(_options.IdleTimeout))
        {
            lock (_gate)
            {
                if (_idle.Remove(thread))
                {
                    _count--;
                    return null;
                }
            }

            // It was given a call at the last moment.
            thread.Wait(Timeout.InfiniteTimeSpan);
        }

        return thread.Take();
    }

    private void Leave(BlockingCall call, CancellationToken cause)
    {
        lock (_gate)
        {
            if (call.Place is not { List: not null } place)
            {
                return;
            }

            _queue.Remove(place);
        }

        call.Cancel(cause);
    }
}
