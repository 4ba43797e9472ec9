using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>What goes wrong in user code or in the address, in the one shape.</summary>
public sealed class ExceptionTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /failures/thrown", "500 The server failed to answer this request."),
        ("GET /failures/thrown/later", "500 The server failed to answer this request."),
        ("GET /failures/unserializable", "500 The server failed to answer this request."),
        ("GET /failures/not-found", "404 No thing 7."),
        ("GET /failures/conflict", "409 Taken."),
        ("GET /failures/teapot", "418 Short and stout."),
        ("POST /failures/thrown", "405 '/failures/thrown' does not answer POST; it answers GET, HEAD, OPTIONS."));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_failure_is_one_problem(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Failures)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task In_development_a_500_names_its_cause(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Failures)], environment: "Development");

        Assert.Equal("500 InvalidOperationException: the secret", Summary.Of(await app.Ask("GET /failures/thrown")));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task An_http_exception_brings_headers_title_and_members(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Failures)]);

        var conflict = await app.Ask("GET /failures/conflict");
        Assert.Equal("3", conflict.Headers.GetValues("Retry-After").Single());
        Assert.Contains("\"holder\":\"Ann\"", conflict.Body);
        Assert.Contains("\"title\":\"Teapot\"", (await app.Ask("GET /failures/teapot")).Body);
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_405_and_an_automatic_options_list_the_methods(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Apps.Results)]);

        var refused = await app.Ask("DELETE /results/two");
        Assert.Equal((405, "GET, HEAD, POST, OPTIONS"), (refused.Status, refused.Allow));

        var options = await app.Ask("OPTIONS /results/two");
        Assert.Equal((204, "GET, HEAD, POST, OPTIONS", ""), (options.Status, options.Allow, options.Body));
    }

    [Theory]
    [InlineData(Host.Memory)]
    [InlineData(Host.Kestrel)]
    public async Task Nothing_at_a_path_is_a_404_that_names_it(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Failures)]);

        Assert.Equal("404 Nothing is found at '/nowhere'.", Summary.Of(await app.Ask("GET /nowhere?x=1")));
    }

    [Theory]
    [InlineData(Host.Kestrel)]
    [InlineData(Host.Mapped)]
    public async Task A_stream_that_fails_is_cut_off_and_never_passed_off_as_whole(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Failures)]);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.Ask("GET /failures/torn"));
    }
}
