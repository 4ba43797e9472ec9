using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Functions that block, on threads of their own.</summary>
public sealed class BlockingTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task All_of_256_block_at_once_and_an_async_handler_answers_beside_them(Host host)
    {
        await using var app = await Start(host);
        var gate = app.Gate;

        var blocked = Enumerable.Range(0, 256).Select(_ => app.Running.Ask("GET /blocked")).ToArray();
        Assert.True(await gate.Count(256));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("beside", (await app.Running.Ask("GET /beside")).Body);
        }

        Assert.Equal(256, gate.Inside);
        gate.Open();
        Assert.All(await Task.WhenAll(blocked), answer => Assert.Equal("200 passed", $"{answer.Status} {answer.Body}"));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Beyond_the_threads_and_their_queue_it_is_503(Host host)
    {
        await using var app = await Start(host, blocking => (blocking.Threads, blocking.QueueLimit, blocking.RetryAfter) = (2, 1, TimeSpan.FromSeconds(2.5)));
        var inside = new[] { app.Running.Ask("GET /blocked"), app.Running.Ask("GET /blocked") };
        Assert.True(await app.Gate.Count(2));

        // Of two more, one has the place in the queue.
        var more = new[] { app.Running.Ask("GET /blocked"), app.Running.Ask("GET /blocked") };
        var refused = await await Task.WhenAny(more);

        Assert.Equal((503, "application/problem+json", "3"), (refused.Status, refused.ContentType, refused.Headers.RetryAfter?.ToString()));
        Assert.Equal("503 The server is too busy to answer this request now.", Summary.Of(refused));
        app.Gate.Open();
        Assert.Equal([200, 200, 200, 503], (await Task.WhenAll([.. inside, .. more])).Select(answer => answer.Status).Order());
        Assert.Equal(3, app.Gate.Entered);
        Assert.Equal(200, (await app.Running.Ask("GET /blocked")).Status);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_client_that_leaves_while_it_waits_gives_up_its_place(Host host)
    {
        await using var app = await Start(host, blocking => (blocking.Threads, blocking.QueueLimit) = (1, 1));
        var inside = app.Running.Ask("GET /blocked");
        Assert.True(await app.Gate.Count(1));

        // Of two more, one has the place in the queue, and the other is rejected.
        using var leave = new CancellationTokenSource();
        var more = new[] { app.Running.Client.GetAsync("/blocked", leave.Token), app.Running.Client.GetAsync("/blocked", leave.Token) };
        var rejected = await Task.WhenAny(more);
        Assert.Equal(503, (int)(await rejected).StatusCode);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => more.Single(request => request != rejected));

        // Its place is free again: somebody else has it sooner or later. Who has it is not answered before the gate opens.
        var next = app.Running.Ask("GET /blocked");
        for (var i = 0; await Task.WhenAny(next, Task.Delay(2000)) == next && (await next).Status is 503; i++)
        {
            Assert.True(i < 10_000);
            next = app.Running.Ask("GET /blocked");
        }

        app.Gate.Open();
        Assert.Equal(200, (await inside).Status);
        Assert.Equal(200, (await next).Status);
        Assert.Equal(2, app.Gate.Entered);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task What_flows_with_a_request_flows_there(Host host)
    {
        await using var app = await Start(host);

        var answer = await app.Running.Ask("GET /flow");

        Assert.Equal("1|5 flows /flow True", answer.Body);
        Assert.Equal("True", answer.Headers.GetValues("X-After-On-Pool").Single());
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task What_it_throws_leaves_by_the_same_exit(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("409 blocked", Summary.Of(await app.Running.Ask("GET /throws")));
        Assert.Equal("418 answered: blocked", Summary.Of(await app.Running.Ask("GET /throws/answered")));
        Assert.Equal("400 size: Missing required query parameter 'size'.", Summary.Of(await app.Running.Ask("GET /flow/size")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Two_apps_have_threads_of_their_own_which_end_with_them(Host host)
    {
        await using var first = await Start(host, blocking => blocking.Threads = 1);
        var second = await Start(host, blocking => blocking.Threads = 1);
        var blocked = first.Running.Ask("GET /blocked");
        Assert.True(await first.Gate.Count(1));
        second.Gate.Open();
        Assert.Equal(200, (await second.Running.Ask("GET /blocked")).Status);
        var (mine, other) = (first.Gate.Threads.Single(), second.Gate.Threads.Single());

        await second.DisposeAsync();

        Assert.NotSame(mine, other);
        Assert.True(other.Join(Long));
        Assert.True(mine.IsAlive);
        first.Gate.Open();
        Assert.Equal(200, (await blocked).Status);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Requests_one_after_the_other_share_one_thread(Host host)
    {
        await using var app = await Start(host);
        app.Gate.Open();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(200, (await app.Running.Ask("GET /blocked")).Status);
        }

        Assert.Single(app.Gate.Threads);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Work_is_done_once_for_each_of_many(Host host)
    {
        await using var app = await Start(host, blocking => (blocking.Threads, blocking.IdleTimeout) = (3, TimeSpan.Zero));
        app.Gate.Open();

        for (var round = 1; round <= 5; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.Running.Ask("GET /blocked")));
            Assert.All(answers, answer => Assert.Equal(200, answer.Status));
            Assert.Equal(round * 100, app.Gate.Entered);
        }
    }

    [Theory, InlineData(Host.Memory), InlineData(Host.Kestrel)]
    public async Task Time_is_up_in_the_queue_as_well(Host host)
    {
        await using var app = await Start(host, blocking => blocking.Threads = 1);
        var inside = app.Running.Ask("GET /blocked");
        Assert.True(await app.Gate.Count(1));

        Assert.Equal("504 The server did not answer this request in time.", Summary.Of(await app.Running.Ask("GET /blocked/briefly")));

        app.Gate.Open();
        Assert.Equal(200, (await inside).Status);
        Assert.Equal(1, app.Gate.Entered);
    }

    [Fact]
    public async Task A_thread_that_is_not_needed_ends_and_another_comes_when_it_is()
    {
        await using var app = await Start(Host.Memory, blocking => blocking.IdleTimeout = TimeSpan.FromMilliseconds(1));
        app.Gate.Open();
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(200, (await app.Running.Ask("GET /blocked")).Status);
            Assert.All(app.Gate.Threads, thread => Assert.True(thread.Join(Long)));
            Assert.Equal(i, app.Gate.Entered);
        }
    }

    [Get("/blocked", Blocking = true)]
    internal static string Blocked(Gate gate) => gate.Pass() ? "passed" : "gave up";

    [RequestTimeout(100)]
    [Get("/blocked/briefly", Blocking = true)]
    internal static string BlockedBriefly(Gate gate) => gate.Pass() ? "passed" : "gave up";

    [Get("/beside")]
    internal static async Task<string> Beside()
    {
        await Task.Yield();
        return "beside";
    }

    [Before(nameof(Speak)), After(nameof(WhereAmI))]
    [Get("/flow", Blocking = true)]
    internal static string Flow(IHttpContextAccessor accessor) =>
        $"{1.5} {Flowing.Value} {accessor.HttpContext!.Request.Path} {Activity.Current?.OperationName is "blocking test"}";

    [Get("/flow/size", Blocking = true)]
    internal static string Sized(int size) => $"{size}";

    [Get("/throws", Blocking = true)]
    internal static void Throws() => throw new ConflictException("blocked");

    [OnError(nameof(OfConflict), Status = 418)]
    [Get("/throws/answered", Blocking = true)]
    internal static void ThrowsAnswered() => throw new ConflictException("blocked");

    internal static string OfConflict(ConflictException error) => $"answered: {error.Message}";

    internal static void Speak(HttpContext context)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = "|";
        CultureInfo.CurrentCulture = culture;
        Flowing.Value = "flows";
        new Activity("blocking test").Start();
    }

    internal static void WhereAmI(HttpResponse response) => response.Headers["X-After-On-Pool"] = $"{Thread.CurrentThread.IsThreadPoolThread}";

    private static readonly AsyncLocal<string> Flowing = new();

    private static async Task<Blocker> Start(Host host, Action<BlockingOptions>? configure = null)
    {
        var gate = new Gate();
        var running = await RunningApp.Start(
            host,
            [Blocked, BlockedBriefly, Beside, Flow, Sized, Throws, ThrowsAnswered],
            services => services.AddSingleton(gate).AddHttpContextAccessor().AddRequestTimeouts(),
            options: options => configure?.Invoke(options.Blocking));
        return new(running, gate);
    }

    private sealed record Blocker(RunningApp Running, Gate Gate) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Gate.Open();
            await Running.DisposeAsync();
        }
    }

    /// <summary>Holds whoever enters until it is opened.</summary>
    internal sealed class Gate
    {
        private readonly ManualResetEventSlim _open = new();
        private readonly HashSet<Thread> _threads = [];
        private int _inside, _entered;

        public int Inside => Volatile.Read(ref _inside);

        public int Entered => Volatile.Read(ref _entered);

        public IReadOnlyList<Thread> Threads
        {
            get
            {
                lock (_threads)
                {
                    return [.. _threads];
                }
            }
        }

        public void Open() => _open.Set();

        public bool Pass()
        {
            lock (_threads)
            {
                _threads.Add(Thread.CurrentThread);
            }

            Interlocked.Increment(ref _entered);
            Interlocked.Increment(ref _inside);
            var isOpen = _open.Wait(Long);
            Interlocked.Decrement(ref _inside);
            return isOpen;
        }

        /// <summary>Waits for so many to be inside.</summary>
        public Task<bool> Count(int inside) => Reached(() => Inside >= inside);

        private static async Task<bool> Reached(Func<bool> reached)
        {
            await Eventually.Until(reached);
            return reached();
        }
    }
}
