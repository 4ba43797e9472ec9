namespace Litestar.Conformance.Layers;

/// <summary>What answers in the handler's place, by a hook, a guard or an error handler.</summary>
public sealed class EarlyAnswerTests
{
    public static TheoryData<Host, string, string, string> Rows => Layered.Of(
        ("GET /answering/early", "203 scope", "begin commit end"),
        ("GET /answering/early/after", "203 scope", "begin commit end"),
        ("GET /answering/guarded", "402 scope", "begin end"),
        ("GET /answering/unfound", "404 \"scope\"", "begin commit end"),
        ("GET /answering/once", "409 any: The provider has failed.", "asked"),
        ("GET /answering/shared", "500 shared lazy", "asked end"),
        ("GET /answering/unreadable?number=x", "500 any: unreadable", "end"),
        ("GET /answering/unreadable?number=7", "500 unreadable 7", "end"),
        ("GET /answering/thrown/itself", "500 The server failed to answer this request.", "end"),
        ("GET /answering/thrown/another", "409 second", "end"));

    [Theory, MemberData(nameof(Rows))]
    public async Task It_is_an_answer_like_any_other(Host host, string request, string expected, string journal)
    {
        await using var app = await Layered.Start(host);

        var (answer, written) = await app.Run(request, journal);

        Assert.Equal((expected, journal), (Summary.Of(answer), written));
    }

    public static TheoryData<Host, string, string, string> Stamps => Layered.Of(
        ("GET /answering/early/after", "203", "203"),
        ("GET /answering/redirect", "302", "302"),
        ("GET /answering/redirect/kept", "308", "308"),
        ("GET /answering/either/true", "200", "200"),
        ("GET /answering/either/false", "404", "404"));

    [Theory, MemberData(nameof(Stamps))]
    public async Task The_hook_behind_it_knows_its_status(Host host, string request, string status, string stamp)
    {
        await using var app = await Layered.Start(host);

        var answer = await app.Ask(request);

        Assert.Equal((status, stamp), ($"{answer.Status}", answer.Headers.GetValues("X-Stamp").Single()));
    }
}
