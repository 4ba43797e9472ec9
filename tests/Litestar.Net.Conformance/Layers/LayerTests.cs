namespace Litestar.Conformance.Layers;

/// <summary>In which order the functions of layers run, and which of them.</summary>
public sealed class LayerTests
{
    public static TheoryData<Host, string, string, string> Rows => Layered.Of(
        ("GET /corridor/plain", "200 outer", "outer-in outer-guard outer-before outer-thing handler outer-after-200 outer-out-200 outer-end"),
        ("GET /corridor/unused", "200 unused", "outer-in outer-guard outer-before handler outer-after-200 outer-out-200 outer-end"),
        ("GET /corridor/fails", "418 outer: InvalidOperationException", "outer-in outer-guard outer-before handler outer-out-418 outer-end"),
        ("GET /corridor/refused/1?page=x&number=y", "400 page: Query parameter 'page' must be a whole number from -2147483648 to 2147483647, not 'x'.", "outer-in outer-guard outer-before outer-out-400 outer-end"),
        ("GET /corridor/inner/plain", "200 inner1", "outer-in inner-in outer-guard inner-guard inner-before part inner-thing handler inner-after-200 inner-out-200 outer-out-200 inner-end-1"),
        ("GET /corridor/inner/plain?shortcut=soon", "203 soon", "outer-in inner-in outer-guard inner-guard inner-before inner-after-203 inner-out-203 outer-out-203 part inner-end-1"),
        ("POST /corridor/inner/own?number=5", "299 inner5", "outer-in inner-in own-in outer-guard inner-guard part own-guard-5 inner-before inner-thing handler own-after-202 own-out inner-out-299 outer-out-299 inner-end-5"),
        ("POST /corridor/inner/own?number=x", "400 number: Query parameter 'number' must be a whole number from -2147483648 to 2147483647, not 'x'.", "outer-in inner-in own-in outer-guard inner-guard own-out inner-out-400 outer-out-400"),
        ("GET /corridor/inner/fails?derived=1", "422 {\"error\":\"ObjectDisposedException\",\"part\":1}", "outer-in inner-in outer-guard inner-guard inner-before handler part inner-out-422 outer-out-422 inner-end-1"),
        ("GET /corridor/inner/fails?derived=0", "418 outer: InvalidOperationException", "outer-in inner-in outer-guard inner-guard inner-before handler inner-out-418 outer-out-418 part inner-end-1"),
        ("GET /corridor/inner/plain?broken", "422 {\"error\":\"ObjectDisposedException\",\"part\":1}", "outer-in inner-in part inner-end-1"),
        ("GET /corridor/inner/fails/else", "500 The server failed to answer this request.", "outer-in inner-in outer-guard inner-guard inner-before inner-out-500 outer-out-500 part inner-end-1"));

    [Theory, MemberData(nameof(Rows))]
    public async Task Functions_run_in_their_order(Host host, string request, string expected, string journal)
    {
        await using var app = await Layered.Start(host);

        var (answer, written) = await app.Run(request, journal);

        Assert.Equal(expected, Summary.Of(answer));
        Assert.Equal(journal, written);
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Headers_stand_on_every_answer_and_the_nearest_wins(Host host)
    {
        await using var app = await Layered.Start(host);

        Assert.Equal(["outer"], (await app.Ask("GET /corridor/plain")).Headers.GetValues("X-Layer"));
        Assert.Equal(["inner"], (await app.Ask("GET /corridor/inner/plain")).Headers.GetValues("X-Layer"));
        Assert.Equal(["yes"], (await app.Ask("GET /corridor/inner/fails/else")).Headers.GetValues("X-Outer"));
        Assert.Equal(["outer"], (await app.Ask("GET /corridor/refused/1")).Headers.GetValues("X-Layer"));
        var own = await app.Ask("POST /corridor/inner/own");
        Assert.Equal(("own", "inner1"), (own.Headers.GetValues("X-Layer").Single(), own.Headers.GetValues("X-Thing").Single()));
    }

    public static TheoryData<Host, string, string, string> Doors => Layered.Of(
        ("GET /doors/signed-in", "401 Authentication is required.", ""),
        ("GET /doors/key", "401 Authentication is required.", ""),
        ("GET /doors/thrown", "403 Not on Sundays.", ""),
        ("GET /doors/thrown/later", "401 Come back later.", ""),
        ("GET /doors/result", "402 no pass", ""),
        ("GET /doors/result?pass=1", "200 in", ""),
        ("GET /doors/first", "401 Authentication is required.", ""),
        ("POST /doors/body {broken", "401 Authentication is required.", ""),
        ("GET /doors/tenants/ab?level=2&page=1", "200 ab 1", ""),
        ("GET /doors/tenants/ab?level=1", "401 Authentication is required.", ""),
        ("GET /doors/tenants/ab?level=10", "400 level: The field level must be between 1 and 9.", ""));

    [Theory, MemberData(nameof(Doors))]
    public async Task Guards_of_every_shape_turn_back(Host host, string request, string expected, string journal)
    {
        await using var app = await Layered.Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
        Assert.Empty(journal);
    }
}
