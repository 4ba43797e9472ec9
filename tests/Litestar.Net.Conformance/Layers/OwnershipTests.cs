namespace Litestar.Conformance.Layers;

/// <summary>A value that can be disposed is disposed once, by whoever owns it.</summary>
public sealed class OwnershipTests
{
    public static TheoryData<Host, string, string, string> Rows => Layered.Of(
        ("GET /owners/using", "200 Used", "used-commit Used-gone end"),
        ("GET /owners/using/fails", "500 The server failed to answer this request.", "end Used-gone"),
        ("GET /owners/finally", "200 Ended", "end Ended-gone"),
        ("GET /owners/left", "200 LeftAlone", "left-commit Used-gone end LeftAlone-gone"),
        ("GET /owners/derived", "200 Ship", "end Ship-gone"),
        ("GET /owners/given", "200 SharedThing", "end"),
        ("GET /owners/taken", "200 SharedThing", "end"),
        ("GET /owners/fresh", "200 ScopedThing", "end scoped-gone"),
        ("GET /owners/interface", "200 LeftAlone", "left-commit Used-gone end LeftAlone-gone"),
        ("GET /owners/both", "200 LeftAloneUsedLeftAlone", "used-commit Used-gone left-commit Used-gone end LeftAlone-gone"),
        ("GET /owners/struct", "200 Ticket", "end ticket-gone"));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_provided_value_is_disposed_once(Host host, string request, string expected, string journal)
    {
        await using var app = await Layered.Start(host);

        // A second request meets whatever the first has done to what they share.
        await app.Ask(request);
        var (answer, written) = await app.Run(request, journal);

        Assert.Equal((expected, journal), (Summary.Of(answer), written));
    }
}
