using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance;

/// <summary>A list of what nobody has registered is the body, though the container would return an empty one.</summary>
public sealed class ServiceListTests
{
    private const string Between = "The field q must be between 1 and 9.";

    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("""POST /lists/entries [{"q":1},{"q":99}]""", $"400 [1].q: {Between}"),
        ("""POST /lists/entries [{"q":1},{"q":2}]""", "201 2"),
        ("POST /lists/entries [null]", "400 [0]: Member '[0]' must not be null."),
        ("POST /lists/entries", "400 : A JSON body is required, and none came."),
        ("""PUT /lists/entries [{"q":1},{"q":99}]""", $"400 [1].q: {Between}"),
        ("PUT /lists/entries", "200 -1"),
        ("""PATCH /lists/entries [{"q":99}]""", $"400 [0].q: {Between}"),
        ("PATCH /lists/entries", "200 -1"),
        ("""POST /lists/batch?tag=a [{"q":99}]""", $"400 [0].q: {Between}"),
        ("""POST /lists/figures [{"$type":"dot","x":99}]""", "400 [0].x: The field x must be between 1 and 9."),
        ("""POST /lists/read-only [{"q":99}]""", $"400 [0].q: {Between}"),
        ("""POST /lists/nested [[],[{"q":1},{"q":99}]]""", $"400 [1][1].q: {Between}"),
        ("GET /lists/parts", "200 a|b"),
        ("""POST /lists/parts {"q":3}""", "201 a|b 3"),
        ("GET /lists/concrete", "200 c"),
        // What JSON cannot make can only be a service, of which there may be none.
        ("GET /lists/unknown", "200 0"),
        ("POST /lists/unknown", "201 0"),
        ("GET /lists/marked", "200 0"));

    [Theory, MemberData(nameof(Rows))]
    public async Task The_element_type_decides(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(ServiceLists)], services => services.AddConformance());

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory]
    [InlineData(Host.Memory)]
    [InlineData(Host.Mapped)]
    public async Task A_list_that_can_be_neither_stops_the_start(Host host)
    {
        [Get("/")] static string Get(IEnumerable<Entry> entries) => $"{entries.Count()}";
        [Post("/")] static string Form(IFormFile file, IEnumerable<Entry> entries) => $"{file.Name}{entries.Count()}";
        [Post("/")] static string Two(Dot dot, IEnumerable<Entry> entries) => $"{dot}{entries.Count()}";

        await Rejected(host, [Get], "takes System.Collections.Generic.IEnumerable`1[Litestar.Conformance.Apps.Entry] 'entries', but no Litestar.Conformance.Apps.Entry is registered in the container.");
        await Rejected(host, [Form], "reads a form and takes System.Collections.Generic.IEnumerable`1[Litestar.Conformance.Apps.Entry] 'entries'");
        await Rejected(host, [Two], "has two parameters for one body, 'dot' and 'entries'.");
    }

    private static async Task Rejected(Host host, HandlerList handlers, string sentence)
    {
        var rejection = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(host, handlers));

        Assert.Contains(sentence, rejection.Message);
    }
}
