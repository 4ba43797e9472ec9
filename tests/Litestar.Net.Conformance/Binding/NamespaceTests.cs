using System.Net.Http.Headers;
using System.Text;
using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>A type is the framework's by its assembly. Its namespace may be called anything.</summary>
public sealed class NamespaceTests
{
    private const string Between = "The field n must be between 1 and 5.";

    private static readonly string[] Names = ["systematic", "system", "network", "microsoft"];

    public static TheoryData<Host, string, string> Rows => Matrix.Of([.. Names.SelectMany(name => new (string, string)[]
    {
        ($$"""POST /spaces/{{name}} {"n":2}""", "201 2 Fancy none new"),
        ($$"""POST /spaces/{{name}} {"n":2,"kind":"plain","name":"a","tags":[]}""", "201 2 Plain a "),
        ($$"""POST /spaces/{{name}} {"n":9,"kind":"fancy"}""", $"400 n: {Between}"),
        ($$"""POST /spaces/{{name}} {"kind":7,"name":null,"tags":[null]}""", "400 n: Missing required member 'n'. kind: Member 'kind' must be one of Plain, Fancy, not 7. name: Member 'name' must not be null. tags[0]: Member 'tags[0]' must not be null."),
        ($"GET /spaces/group/{name}?n=9", $"400 n: {Between}"),
        ($"GET /spaces/group/{name}?n=2&kind=plain", "200 2 Plain none new"),
    }),
        ("GET /spaces/answer/systematic", """200 [{"n":1,"kind":1,"name":"none","tags":["new"]}]"""),
        ("GET /spaces/answer/system", """200 {"n":1,"kind":1,"name":"none","tags":["new"]}"""),
        ("GET /spaces/answer/network", """200 {"a":{"n":1,"kind":1,"name":"none","tags":["new"]}}"""),
        ("GET /spaces/answer/microsoft", """200 {"n":1,"kind":1,"name":"none","tags":["new"]}"""),
        // A type of the user's decides itself what it takes, spaces included.
        ("GET /spaces/code/systematic?code=%20a", "200 2"),
        ("GET /spaces/code/system?code=%20a", "200 2"),
        ("GET /spaces/code/system?code=no", "400 code: Query parameter 'code' must be a valid Code, not 'no'."),
        ("GET /spaces/marks", "200 m s"),
    ]);

    public static TheoryData<Host, string, string> Forms => Matrix.Of([.. Names.SelectMany(name => new (string, string)[]
    {
        ($"/spaces/form/{name} n=2", "201 2 Fancy none new"),
        ($"/spaces/form/{name} n=9", $"400 n: {Between}"),
        ($"/spaces/form/{name} kind=x", "400 n: Missing required form field 'n'. kind: Form field 'kind' must be one of Plain, Fancy, not 'x'."),
    })]);

    [Theory, MemberData(nameof(Rows))]
    public async Task A_namespace_says_nothing(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Spaces)]);

        Assert.Equal(expected.Split(' ').Order(), Summary.Of(await app.Ask(request)).Split(' ').Order());
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task A_namespace_says_nothing_in_forms(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Spaces)]);
        var words = request.Split(' ');
        using var form = new StringContent(words[1], Encoding.UTF8);
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        Assert.Equal(expected.Split(' ').Order(), Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, words[0]) { Content = form })).Split(' ').Order());
    }
}
