using Litestar.Conformance.Apps;
using Litestar.Conformance.Apps.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Error handlers in code do what those of attributes do.</summary>
public class ErrorHandlerInCodeTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /caught/1/lambda", "409 lambda noon"),
        ("GET /caught/1/group?number=5", """410 {"what":"group w c 5","when":"utc noon"}"""),
        ("GET /caught/1/group", """410 {"what":"group w c 3","when":"utc noon"}"""),
        ("GET /caught/1/group?number=x", "400 base group"),
        ("GET /caught/1/awaited", """500 {"what":"awaited","when":"noon"}"""),
        ("GET /caught/1/fast", """418 {"what":"fast","when":"/caught/1/fast"}"""),
        ("GET /caught/1/chosen", "404 "),
        ("GET /caught/1/chosen?word=hm", """409 {"words":"hm"}"""),
        ("GET /caught/1/headed", """451 {"words":"noon"}"""),
        ("GET /caught/1/passed", "400 base passed"),
        ("GET /caught/1/watched", "400 base watched"),
        ("GET /caught/1/watchedlater", "400 base watchedlater"),
        ("GET /caught/1/rethrown", "409 rethrown noon"),
        ("GET /caught/1/untyped?word=w", "410 text"),
        ("GET /caught/1/untyped", """410 {"words":"untyped"}"""),
        ("GET /caught/1/untypedlater", """411 {"words":"later"}"""),
        ("GET /caught/1/typed", """412 {"words":"typed"}"""),
        ("GET /caught/1/typedfast", """413 {"words":"typed fast"}"""),
        ("GET /caught/21/routed", "409 42"),
        ("GET /caught/1/defaulted", "409  7"),
        ("GET /caught/1/defaulted?word=w&number=8", "409 w 8"),
        ("GET /caught/1/provided", """409 {"name":"made"}"""),
        ("GET /caught/1/captured", "409 a captured word at noon"),
        ("GET /caught/1/hidden", "409 hidden noon"),
        ("GET /caught/1/local", "409 local noon a captured word"),
        ("GET /caught/1/alone", "409 alone"),
        ("GET /caught/1/grouped?size=5", "409 5 "),
        ("GET /caught/1/grouped?size=10", "400 base grouped"),
        ("GET /caught/1/many", "409 GET False False False noon 2"),
        ("GET /caught/1/many2", "400 base many2"),
        ("GET /caught/1/known", "423 noon"),
        ("""POST /caught/1/body {"words":"x"}""", "409 lambda noon"),
        ("""POST /caught/1/body {}""", "400 words: Missing required member 'words'."),
        ("GET /caught/1/none", "500 The server failed to answer this request."));

    [Theory, MemberData(nameof(Rows))]
    public async Task An_error_handler_in_code_is_bound_as_that_of_an_attribute(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [Caught.Handlers], services => services.AddConformance());

        Assert.Equal(expected, Summary.Of(await app.Ask(request, ("X-Word", "w"), ("Cookie", "crumb=c"))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Its_response_brings_headers(Host host)
    {
        await using var app = await RunningApp.Start(host, [Caught.Handlers], services => services.AddConformance());

        Assert.Equal("headed", (await app.Ask("GET /caught/1/headed")).Headers.GetValues("X-Seen").Single());
        Assert.Equal("1", (await app.Ask("GET /caught/1/typed")).Headers.GetValues("X-Seen").Single());
        await app.Ask("GET /caught/1/watched");
        await app.Ask("GET /caught/1/watchedlater");
        Assert.Equal("watched watchedlater", (await app.Ask("GET /caught/1/seen")).Body);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_service_that_is_not_registered_stops_the_start(Host host)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(host, [typeof(Caught.Thrown)], services => services.AddConformance(), options: options =>
            options.OnError((Lambda error, Unregistered unregistered) => $"{unregistered}")));

        Assert.StartsWith("the lambda (Lambda error, Unregistered unregistered), in the pipeline of Thrown.Throw, (GET /{id:int}/{kind}) takes Litestar.Conformance.ErrorHandlerInCodeTests+Unregistered 'unregistered', which is not registered in the container.", refused.Message);
    }

    [Fact]
    public void A_delegate_in_a_variable_is_refused()
    {
        Func<Lambda, IClock, string> function = (error, clock) => error.Message;

        var refused = Assert.Throws<InvalidOperationException>(() => new LitestarOptions().OnError(function));

        Assert.StartsWith("OnError(function) takes a function that the build has not found: a delegate in a variable", refused.Message);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_scoped_service_is_that_of_the_request(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Caught.Thrown)], services => services.AddConformance().AddScoped<Unregistered>(), "Development", options =>
            options.OnError((Lambda error, Unregistered one, IServiceProvider services) => $"{ReferenceEquals(one, services.GetService(typeof(Unregistered)))}", 409));

        Assert.Equal("409 True", Summary.Of(await app.Ask("GET /1/lambda")));
    }

    [Theory, InlineData(Host.Memory), InlineData(Host.Kestrel)]
    public async Task That_of_a_LitestarApp_answers_for_its_ordinary_endpoints(Host host)
    {
        await using var app = await RunningApp.Start(host, [], services => services.AddConformance(), options: options =>
            options.OnError((Lambda error, IClock clock, string? word) => $"{error.Message} {clock.Now} {word}", 409),
            endpoints: endpoints => endpoints.MapGet("/ordinary", (HttpContext _) => throw new Lambda()));

        Assert.Equal("409 lambda noon w", Summary.Of(await app.Ask("GET /ordinary?word=w")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_task_that_is_returned_as_an_object_is_an_error(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Caught.Thrown)], services => services.AddConformance(), options: options =>
            options.OnError<Lambda>((error, context) => Task.FromResult(new Told("x")), 409));

        Assert.Equal("500 The server failed to answer this request.", Summary.Of(await app.Ask("GET /1/lambda")));
    }

    public sealed class Unregistered;
}
