using System.Diagnostics;

namespace Litestar.Benchmarks.Load;

/// <summary>
/// Many who wait 10 ms, over and over, without a server, a request or an answer: what the timer and the scheduler themselves
/// leave of connections / 10 ms. No server can answer more often.
/// </summary>
internal static class Waiters
{
    private const int Wait = 10;

    /// <summary>How often a second all of them together have waited, as asynchronous code.</summary>
    public static async Task<double> Async(int count, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var waited = await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            var times = 0;
            for (; clock.Elapsed < duration; times++)
            {
                await Task.Delay(Wait);
            }

            return times;
        }));
        return waited.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>How often a second all of them together have waited, each on a thread of its own.</summary>
    public static Task<double> Blocking(int count, TimeSpan duration)
    {
        var waited = 0L;
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() =>
        {
            for (; clock.Elapsed < duration; Interlocked.Increment(ref waited))
            {
                Thread.Sleep(Wait);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return Task.FromResult(waited / clock.Elapsed.TotalSeconds);
    }
}
