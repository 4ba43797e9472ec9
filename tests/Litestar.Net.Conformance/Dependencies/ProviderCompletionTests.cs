using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>What follows a provider's <c>yield</c> runs once for an answer that can be written, and never for one that cannot.</summary>
public sealed class ProviderCompletionTests
{
    public static TheoryData<Host, string, string> Written => Matrix.Of(
        ("GET /endings/fine", "200 5 [1,1]"),
        ("HEAD /endings/fine", "200 5 "),
        ("GET /endings/fine/large", "200 - [1,1,1"),
        ("GET /endings/fine/large/list", "200 - [1,1,1"),
        ("HEAD /endings/fine/large/list", "200 - "),
        ("GET /endings/fine/result", "200 - [1,1]"),
        ("GET /endings/fine/result/large", "200 - [1,1,1"),
        ("GET /endings/fine/redirect", "302 0 "),
        ("GET /endings/fine/text", "200 300000 bbbbbb"),
        ("HEAD /endings/fine/text", "200 300000 "),
        ("GET /endings/fine/bytes", "200 300000 bbbbbb"),
        ("GET /endings/fine/stream", "200 300000 bbbbbb"),
        ("HEAD /endings/fine/stream", "200 300000 "),
        ("GET /endings/fine/results/stream", "200 300000 bbbbbb"),
        ("GET /endings/fine/204", "204 - "),
        ("GET /endings/fine/sequence", "200 - [1,1,1"));

    [Theory, MemberData(nameof(Written))]
    public async Task An_answer_that_is_written_is_committed_once(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        var (answer, commits) = await Run(app, request);

        var (status, length, beginning) = expected.Split(' ', 3) is [var first, var second, var third] ? (first, second, third) : default;
        Assert.Equal((int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), "1"), (answer.Status, commits));
        Assert.StartsWith(beginning, answer.Body);
        if (length is not "-" && !(host is Host.Memory && answer.Body is ""))
        {
            Assert.Equal(length, $"{answer.ContentHeaders.ContentLength}");
        }
    }

    public static TheoryData<Host, string> Failing =>
        [.. from host in Matrix.Hosts.Select(row => row.Data)
            from path in (string[])["nan", "nan/under", "nan/under/list", "nan/result", "nan/result/under", "getter", "loop", "redirect", "result", "stream", "results/stream", "missing", "header"]
            where !(host is Host.Memory && path is "redirect" or "header")
            select new TheoryDataRow<Host, string>(host, $"GET /endings/{path}")];

    [Theory, MemberData(nameof(Failing))]
    public async Task An_answer_that_cannot_be_written_is_an_error_and_not_committed(Host host, string request)
    {
        await using var app = await Start(host);

        var (answer, commits) = await Run(app, request);

        Assert.Equal(("500 The server failed to answer this request.", "0"), (Summary.Of(answer), commits));
        Assert.Equal(answer.Body.Length, answer.ContentHeaders.ContentLength);
    }

    public static TheoryData<Host, string> Uncommitted =>
        [.. from host in Matrix.Hosts.Select(row => row.Data)
            from path in (string[])["commit", "commit/result", "commit/large"]
            select new TheoryDataRow<Host, string>(host, $"GET /endings/{path}")];

    [Theory, MemberData(nameof(Uncommitted))]
    public async Task A_commit_that_fails_is_an_error(Host host, string request)
    {
        await using var app = await Start(host);

        var (answer, commits) = await Run(app, request);

        Assert.Equal(("500 The server failed to answer this request.", "1"), (Summary.Of(answer), commits));
    }

    private static Task<RunningApp> Start(Host host) => RunningApp.Start(host, [typeof(Endings), typeof(EndingsRead)], services => services.AddConformance());

    private static async Task<(Answer Answer, string Commits)> Run(RunningApp app, string request)
    {
        var run = Guid.NewGuid().ToString("N");
        var answer = await app.Ask(request, ("X-Run", run));
        return (answer, (await app.Ask($"GET /commits/{run}")).Body);
    }
}
