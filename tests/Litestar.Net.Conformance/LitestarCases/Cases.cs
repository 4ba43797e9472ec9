namespace Litestar.Conformance.LitestarCases;

/// <summary>Rows of a case's id, a request and what comes back.</summary>
/// <remarks>
/// A request is a line as in <see cref="Asking"/>, and headers on lines of their own. What is expected is a <see cref="Summary"/>;
/// what stands behind <c> … </c> must stand in the body or the headers as well, or, behind <c>!</c>, must not.
/// </remarks>
public static class Cases
{
    private static readonly Host[] Hosts = [Host.Memory, Host.Kestrel, Host.Mapped];

    public static TheoryData<Host, string, string, string> Of(params (string Id, string Request, string Expected)[] rows) =>
        [.. Hosts.SelectMany(host => rows.Select(row => (host, row.Id, row.Request, row.Expected)))];

    public static Task<RunningApp> Start(Host host, string environment = "Production") => RunningApp.Start(host, [typeof(CasesApp)], environment: environment);

    public static async Task Check(Host host, string request, string expected, string environment = "Production")
    {
        await using var app = await Start(host, environment);
        var (line, headers) = Parse(request);
        Check(host, app, await app.Ask(line, headers), expected);
    }

    public static void Check(Host host, RunningApp app, Answer answer, string expected)
    {
        var parts = expected.Split(" … ");
        var summary = Summary.Of(answer).Replace(app.Address.GetLeftPart(UriPartial.Authority), "http://host");
        if (answer.Status is 204 && answer.Allow is { } allow)
        {
            summary += $"Allow: {allow}";
        }

        // What no handler matches is the application's own affair where there is one.
        Assert.Equal(host is Host.Mapped && parts[0].StartsWith("404 ") ? "404 " : parts[0], summary);
        var all = answer.Body + answer.Headers + answer.ContentHeaders;
        foreach (var part in parts.Skip(1))
        {
            if (part.StartsWith('!'))
            {
                Assert.DoesNotContain(part[1..], all);
            }
            else
            {
                Assert.Contains(part, all);
            }
        }
    }

    private static (string Line, (string, string)[] Headers) Parse(string request)
    {
        var lines = request.Split('\n');
        return (lines[0], [.. lines.Skip(1).Select(line => line.Split(": ", 2)).Select(header => (header[0], header[1]))]);
    }
}
