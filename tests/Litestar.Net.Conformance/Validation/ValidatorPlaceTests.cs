using System.Net.Http.Headers;
using System.Text;
using Litestar.Conformance.Apps;
using Litestar.Conformance.Apps.Hidden;
using Microsoft.AspNetCore.Antiforgery;

namespace Litestar.Conformance;

/// <summary>Validators run wherever they stand, and for whatever holds what they judge.</summary>
public sealed class ValidatorPlaceTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("""POST /hidden/request {"name":"noon"}""", "400 name: Not now."),
        ("""POST /hidden/request {"name":"noon","n":13}""", "400 name: Not now. n: Not 13."),
        ("""POST /hidden/request {"name":"Ann"}""", "201 Ann"),
        ("GET /hidden/group/request?name=noon", "400 name: Not now."),
        ("""POST /hidden/one {"n":0}""", "400 n: Too small."),
        ("""POST /hidden/maybe {"n":0}""", "400 n: Too small."),
        ("POST /hidden/maybe", "201 -1"),
        ("""POST /hidden/list [null,{"n":1},{"n":0}]""", "400 [2].n: Too small."),
        ("""POST /hidden/array [null,{"n":0}]""", "400 [1].n: Too small."),
        ("""POST /hidden/map {"a":null,"b":{"n":0}}""", "400 b.n: Too small."),
        ("""POST /hidden/lists [[{"n":1}],[{"n":1},{"n":0}]]""", "400 [1][1].n: Too small."),
        ("""POST /hidden/maps {"7":[{"n":0}]}""", "400 7[0].n: Too small."),
        ("""POST /hidden/own [{"text":""}]""", "400 [0].text: Empty."),
        ("""POST /hidden/read-only {"a":{"text":""}}""", "400 a.text: Empty."));

    public static TheoryData<Host, string, string> Forms => Matrix.Of(
        ("/hidden/form/request name=noon", "400 name: Not now."),
        ("/hidden/form/one n=0", "400 n: Too small."),
        ("/hidden/form/maybe n=0", "400 n: Too small."),
        ("/hidden/form/maybe m=0", "201 -1"),
        ("/hidden/form/list r[0].n=1&r[1].n=0", "400 r[1].n: Too small."));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_validator_is_asked(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Validated)], services => services.AddConformance());

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task A_validator_is_asked_of_forms(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Validated)], services => services.AddConformance(), options: options => options.Metadata(new RequireAntiforgeryTokenAttribute(false)));
        var words = request.Split(' ');
        using var form = new StringContent(words[1], Encoding.UTF8);
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, words[0]) { Content = form })));
    }
}
