namespace Litestar.Conformance.Layers;

/// <summary>How long a provider's value lives, and when what follows its <c>yield</c> runs.</summary>
public sealed class LifetimeTests
{
    public static TheoryData<Host, string, string, string> Rows => Layered.Of(
        ("GET /lifetimes/both", "200 outer inner of outer", "outer-open inner-open handler inner-commit inner-close outer-commit-early outer-close end"),
        ("GET /lifetimes/fails", "500 The server failed to answer this request.", "outer-open inner-open handler end inner-close outer-close"),
        ("GET /lifetimes/both?commit=fails", "500 The server failed to answer this request.", "outer-open inner-open handler inner-commit inner-close outer-close end"),
        ("GET /lifetimes/result", "209 outer", "outer-open outer-commit-early outer-close end"),
        ("GET /lifetimes/stream", "200 [\"outer\",\"outer\",\"outer\"]", "outer-open outer-commit-early outer-close item0 item1 item2 end"),
        ("GET /lifetimes/background", "200 outer", "outer-open handler outer-commit-early outer-close first second-True end returned"),
        ("GET /lifetimes/background?first=false", "200 outer", "outer-open handler outer-commit-early outer-close second-True end returned"),
        ("GET /lifetimes/background?commit=fails", "500 The server failed to answer this request.", "outer-open handler outer-close end returned"),
        ("GET /lifetimes/background/stream", "200 [\"outer\",\"outer\",\"outer\"]", "outer-open outer-commit-early outer-close item0 item1 item2 work end"),
        ("GET /lifetimes/background/torn", "500 The server failed to answer this request.", "end"),
        ("GET /lifetimes/lent", "200 lent", "handler end returned"),
        ("GET /lifetimes/committed", "200 lentFalse", "handler commit-False end returned gone"),
        ("GET /lifetimes/committed/stream", "200 [\"lent\"]", "commit-False item-False end returned gone"),
        ("GET /lifetimes/disposed", "200 DisposedThing BorrowedThing", "handler end disposed"),
        ("GET /lifetimes/text?other=x&name=Bob", "200 Hi, Bob! 7 x", "end"),
        ("GET /lifetimes/faulty?page=x", "400 page: Query parameter 'page' must be a whole number from -2147483648 to 2147483647, not 'x'. size: Missing required query parameter 'size'.", "end"));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_value_lives_until_the_last_byte(Host host, string request, string expected, string journal)
    {
        await using var app = await Layered.Start(host);

        var (answer, written) = await app.Run(request, journal);

        Assert.Equal(expected, Summary.Of(answer));
        Assert.Equal(journal, written);
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_client_that_leaves_ends_it(Host host)
    {
        await using var app = await Layered.Start(host);
        var run = Guid.NewGuid().ToString();
        using (var leave = new CancellationTokenSource())
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/lifetimes/endless") { Headers = { { "X-Run", run } } };
            using var answer = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leave.Token);
            await using var body = await answer.Content.ReadAsStreamAsync(leave.Token);
            Assert.True(await body.ReadAsync(new byte[100], leave.Token) > 0);
            await leave.CancelAsync();
        }

        Assert.Equal("outer-open outer-commit-early outer-close begun end", await app.Read(run, "outer-open outer-commit-early outer-close begun end"));
    }

    public static TheoryData<Host, string, string, string> Doors => Layered.Of(
        ("GET /leaving/handler", "handler", "open handler end close"),
        ("GET /leaving/provider", "provider", "open provider end close"),
        ("GET /leaving/commit?slow=true", "committing", "open committing close end"),
        ("GET /leaving/guard", "guard", "open guard end close"),
        ("GET /leaving/after", "after", "open after end close"));

    [Theory, MemberData(nameof(Doors))]
    public async Task A_client_that_leaves_at_a_door_ends_what_was_begun(Host host, string request, string last, string journal)
    {
        await using var app = await Layered.Start(host);
        var run = Guid.NewGuid().ToString();
        using var leave = new CancellationTokenSource();
        var asked = app.Client.SendAsync(new(HttpMethod.Get, request.Split(' ')[1]) { Headers = { { "X-Run", run } } }, leave.Token);
        while (!(await app.Read(run, "")).EndsWith(last, StringComparison.Ordinal))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(journal, await app.Read(run, journal));
    }
}
