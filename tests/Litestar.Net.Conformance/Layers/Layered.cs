using Litestar.Conformance.Apps;

namespace Litestar.Conformance.Layers;

/// <summary>The apps with layers, and what their journal says of a run.</summary>
internal static class Layered
{
    public static Task<RunningApp> Start(Host host) => RunningApp.Start(host, All.Layers, services => services.AddConformance());

    public static TheoryData<Host, string, string, string> Of(params (string Request, string Expected, string Journal)[] rows) =>
        [.. Matrix.Hosts.SelectMany(host => rows.Select(row => (host.Data, row.Request, row.Expected, row.Journal)))];

    /// <summary>Asks, and reads the journal of that request.</summary>
    public static async Task<(Answer Answer, string Journal)> Run(this RunningApp app, string request, string expected)
    {
        var run = Guid.NewGuid().ToString();
        var answer = await app.Ask(request, ("X-Run", run));
        return (answer, await app.Read(run, expected));
    }

    /// <summary>What runs after the last byte may still be running when the client has it: an expected line is waited for.</summary>
    public static async Task<string> Read(this RunningApp app, string run, string expected)
    {
        var written = "";
        await Eventually.Until(async () => (written = (await app.Ask($"GET /journal/{run}")).Body).Length >= expected.Length);
        return written;
    }
}
