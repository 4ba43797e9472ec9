using System.Diagnostics;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Litestar.Blocking;

/// <summary>Logs, in Development, the handlers that keep a thread of the pool busy for long.</summary>
internal sealed partial class PoolWatch
{
    private readonly TimeSpan _limit;
    private readonly ILogger _logger;

    // The runtime calls back when the execution context of a request enters or leaves a thread: at each await that waits.
    private readonly AsyncLocal<Watched?> _current;
    private readonly ThreadLocal<long> _since = new();

    /// <param name="limit">The time after which a handler is logged.</param>
    /// <param name="logger">Receives the warning, once a minute for each handler.</param>
    public PoolWatch(TimeSpan limit, ILogger logger)
    {
        (_limit, _logger) = (limit, logger);
        _current = new(Changed);
    }

    /// <summary>Watches a handler and the providers called for it.</summary>
    public RequestDelegate Around(Route route, RequestDelegate next)
    {
        var watched = new Watched(route);
        return context =>
        {
            watched.Begin();
            _current.Value = watched;
            try
            {
                return next(context);
            }
            finally
            {
                _current.Value = null;
            }
        };
    }

    private void Changed(AsyncLocalValueChangedArgs<Watched?> change)
    {
        if (!Thread.CurrentThread.IsThreadPoolThread)
        {
            return;
        }

        if (change.PreviousValue is { } watched && Stopwatch.GetElapsedTime(_since.Value) is var time && time >= _limit && !Debugger.IsAttached && watched.IsToBeSaid())
        {
            // Not here: an exception in this callback ends the process.
            ThreadPool.UnsafeQueueUserWorkItem(_ => LogBusy(_logger, watched.Route.Origin, watched.Route.ToString(), (long)time.TotalMilliseconds, AdviceFor(watched.Route)), null);
        }

        _since.Value = Stopwatch.GetTimestamp();
    }

    [LoggerMessage(5, LogLevel.Warning, "{Handler} ({Route}) kept a thread of the pool busy for {Milliseconds} ms. Meanwhile the thread served no other request. {Advice}")]
    private static partial void LogBusy(ILogger logger, string? handler, string route, long milliseconds, string advice);

    // A function that returns a task has returned before it could block.
    private static string AdviceFor(Route route) => route.Source?.Handler.Describe?.Invoke() is { ReturnsEarly: true }
        ? "Await its blocking call, or run that part with Task.Run: a handler that returns a task or a sequence cannot have a thread of its own."
        : "Await its blocking call, or run it on a thread of its own: Blocking = true in its verb attribute.";

    private sealed class Watched(Route route)
    {
        private static readonly long Pause = Stopwatch.Frequency * 60;
        private long _said = Stopwatch.GetTimestamp() - Pause;
        private int _requests;

        public Route Route => route;

        public void Begin() => Interlocked.Increment(ref _requests);

        // The first request of a handler waits for the JIT compiler.
        public bool IsToBeSaid()
        {
            var (said, now) = (Volatile.Read(ref _said), Stopwatch.GetTimestamp());
            return Volatile.Read(ref _requests) > 1 && now - said >= Pause && Interlocked.CompareExchange(ref _said, now, said) == said;
        }
    }
}
