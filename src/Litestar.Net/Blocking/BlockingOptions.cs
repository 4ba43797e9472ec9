namespace Litestar;

/// <summary>The threads of an app for functions with <c>Blocking = true</c>, and their limits.</summary>
public sealed class BlockingOptions
{
    /// <summary>
    /// The maximum number of such functions that run at the same time, each on its own thread. Threads are started on
    /// demand.
    /// </summary>
    /// <value>512.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Threads
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An app needs at least one thread for blocking functions.");
    } = 512;

    /// <summary>
    /// The maximum number of requests that wait for a thread. One more is answered with 503 and <c>Retry-After</c> (RFC
    /// 9110, section 10.2.3).
    /// </summary>
    /// <remarks>Their bodies are already read. If the client disconnects, its place is freed and the function does not run.</remarks>
    /// <value>1024.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0.</exception>
    public int QueueLimit
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "`QueueLimit` must not be negative.");
    } = 1024;

    /// <summary>The time that a thread waits for work before it ends.</summary>
    /// <value>20 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan IdleTimeout
    {
        get;
        set => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "`IdleTimeout` must not be negative.");
    } = TimeSpan.FromSeconds(20);

    /// <summary>The delay after which a rejected client may try again, sent as <c>Retry-After</c> in whole seconds.</summary>
    /// <value>One second.</value>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan RetryAfter
    {
        get;
        set => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "`RetryAfter` must not be negative.");
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The time, in Development, after which the log names a handler that keeps a pool thread busy without <c>Blocking
    /// = true</c>.
    /// </summary>
    /// <value>100 milliseconds; null turns it off.</value>
    public TimeSpan? WarnAfter { get; set; } = TimeSpan.FromMilliseconds(100);
}
