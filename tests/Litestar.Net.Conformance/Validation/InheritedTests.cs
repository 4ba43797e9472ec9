using System.Net.Http.Headers;
using System.Text;
using Litestar.Conformance.Apps.Families;

namespace Litestar.Conformance;

/// <summary>Rules, values and names that a type inherits, or gives to what it inherits, from every source.</summary>
public sealed class InheritedTests
{
    private const string Between = "The field n must be between 1 and 5.";

    public static TheoryData<Host, string, string> Bodies => Matrix.Of(
        ("""POST /families/leaf {"n":9,"s":"x"}""", $"400 n: {Between}"),
        ("""POST /families/leaf {"n":5,"s":"x"}""", "201 5"),
        ("""POST /families/leaf {"n":9}""", $"400 n: {Between} s: Missing required member 's'."),
        ("""POST /families/twig {"n":9}""", $"400 n: {Between}"),
        ("""POST /families/narrow {"n":7}""", $"400 n: {Between}"),
        ("""POST /families/boxed {"n":7}""", $"400 n: {Between}"),
        ("""POST /families/child {"n":9}""", $"400 n: {Between}"),
        ("""POST /families/grandchild {"n":9}""", $"400 n: {Between}"),
        ("""POST /families/animal {"$type":"cat","n":9}""", $"400 n: {Between}"),
        ("""POST /families/animal {"$type":"dog","n":9}""", "201 9"),
        ("""POST /families/animals [{"$type":"dog","n":9},{"$type":"cat","n":9}]""", $"400 [1].n: {Between}"),
        ("""POST /families/litter {"one":{"n":0,"s":""},"many":[{"n":1},{"n":0}],"named":{"a":{"n":0}},"none":{"n":0,"s":""},"pet":{"$type":"cat","n":0}}""",
            $"400 one.n: {Between} many[1].n: {Between} named.a.n: {Between} none.n: {Between} pet.n: {Between}"),
        // The derived type's constructor gives the member a value.
        ("""POST /families/letter {"kind":"k"}""", "201 none k"),
        ("POST /families/letter {}", "400 kind: The kind field is required."),
        // What is required by a rule alone is missed beside what is required by its type.
        ("POST /families/two {}", "400 n: Missing required member 'n'. code: The code field is required. more: The more field is required."),
        ("""POST /families/two {"n":1}""", "400 code: The code field is required. more: The more field is required."),
        ("""POST /families/two {"code":"c","given":null}""", "400 n: Missing required member 'n'. more: The more field is required. given: The given field is required."),
        ("""POST /families/two {"n":1,"code":"c","more":"m"}""", "201 1 c m given"),
        ("""POST /families/ticket {"row":9,"seat":9}""", "400 row: The field row must be between 1 and 5."),
        ("""POST /families/ticket {"row":2,"seat":9}""", "201 2 1"),
        ("GET /families/group/leaf?n=9&s=x", $"400 n: {Between}"),
        ("GET /families/group/grandchild?n=9", $"400 n: {Between}"));

    public static TheoryData<Host, string, string> Forms => Matrix.Of(
        ("/families/form/leaf n=9&s=x", $"400 n: {Between}"),
        ("/families/form/leaf n=5&s=x", "201 5"),
        ("/families/form/leaf n=9", $"400 n: {Between} s: Missing required form field 's'."),
        ("/families/form/twig n=9", $"400 n: {Between}"),
        ("/families/form/child n=9", $"400 n: {Between}"),
        ("/families/form/grandchild n=9", $"400 n: {Between}"),
        ("/families/form/twigs t[0].n=1&t[1].n=9", $"400 t[1].n: {Between}"),
        ("/families/form/two other=x", "400 n: Missing required form field 'n'. code: The code field is required. more: The more field is required."),
        ("/families/form/two n=1", "400 code: The code field is required. more: The more field is required."),
        ("/families/form/two n=x&code=c&more=m", "400 n: Form field 'n' must be a whole number from -2147483648 to 2147483647, not 'x'."),
        ("/families/form/two n=1&code=c&more=m", "201 1 c m given"),
        // What JSON ignores, a form may set: it is checked there.
        ("/families/form/ticket row=9&seat=9", "400 seat: The field seat must be between 1 and 5. row: The field row must be between 1 and 5."),
        ("/families/form/ticket row=2&seat=3", "201 2 3"));

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_rule_on_a_derived_type_holds_for_what_its_base_declares(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Inherited)]);

        Assert.Equal(expected.Split(' ').Order(), Summary.Of(await app.Ask(request)).Split(' ').Order());
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task A_rule_on_a_derived_type_holds_in_forms(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Inherited)]);
        var words = request.Split(' ');
        using var form = new StringContent(words[1], Encoding.UTF8);
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        Assert.Equal(expected.Split(' ').Order(), Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, words[0]) { Content = form })).Split(' ').Order());
    }
}
