namespace Litestar;

/// <summary>The threads of an app on which functions run that say <c>Blocking = true</c>, and what happens where they do not suffice.</summary>
public sealed class BlockingOptions
{
    /// <summary>How many such functions run at the same time, each on a thread of its own. Threads are made as they are needed.</summary>
    /// <value>512.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Threads
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An app needs at least one thread for what blocks.");
    } = 512;

    /// <summary>How many requests wait for a thread. One more is answered 503 with <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
    /// <remarks>They have read their bodies by then. One whose client leaves gives up its place, and its function does not run.</remarks>
    /// <value>1024.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0.</exception>
    public int QueueLimit
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "No fewer than 0 requests can wait.");
    } = 1024;

    /// <summary>How long a thread waits for work before it ends.</summary>
    /// <value>20 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan IdleTimeout
    {
        get;
        set => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A thread cannot wait for less than no time.");
    } = TimeSpan.FromSeconds(20);

    /// <summary>When a client that found no place may ask again; sent in whole seconds.</summary>
    /// <value>One second.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan RetryAfter
    {
        get;
        set => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A client cannot ask again before now.");
    } = TimeSpan.FromSeconds(1);

    /// <summary>In Development, how long a handler that does not say <c>Blocking = true</c> may keep a thread of the pool busy before the log names it.</summary>
    /// <value>100 milliseconds; null is never.</value>
    public TimeSpan? WarnAfter { get; set; } = TimeSpan.FromMilliseconds(100);
}
