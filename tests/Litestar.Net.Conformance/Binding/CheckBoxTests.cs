using System.Text;
using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>Check boxes: absent is false, <c>on</c> is true, of several any that is ticked counts. Forms only.</summary>
public sealed class CheckBoxTests
{
    // The third word is the form, which is sent url-encoded and as multipart.
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("POST /boxes/one agree=on", "201 +"),
        ("POST /boxes/one agree=ON", "201 +"),
        ("POST /boxes/one Agree=true", "201 +"),
        ("POST /boxes/one agree=%20on%20", "201 +"),
        ("POST /boxes/one agree=1", "201 +"),
        ("POST /boxes/one agree=0", "201 -"),
        ("POST /boxes/one agree=false", "201 -"),
        ("POST /boxes/one other=1", "201 -"),
        ("POST /boxes/one agree=true&agree=false", "201 +"),
        ("POST /boxes/one agree=false&agree=on", "201 +"),
        ("POST /boxes/one agree=false&agree=0", "201 -"),
        ("POST /boxes/one agree=yes", "400 agree: Form field 'agree' must be true or false, not 'yes'."),
        ("POST /boxes/one agree=off", "400 agree: Form field 'agree' must be true or false, not 'off'."),
        ("POST /boxes/one agree=", "400 agree: Form field 'agree' must be true or false, not ''."),
        ("POST /boxes/one agree=%20", "400 agree: Form field 'agree' must be true or false, not ' '."),
        ("POST /boxes/one agree=yes&agree=true", "400 agree: Form field 'agree' must be true or false, not 'yes'."),
        ("POST /boxes/one agree=true&agree=yes", "400 agree: Form field 'agree' must be true or false, not 'yes'."),
        ("POST /boxes/null other=1", "201 ?"),
        ("POST /boxes/null agree=", "201 ?"),
        ("POST /boxes/null agree=on", "201 +"),
        ("POST /boxes/null agree=false", "201 -"),
        ("POST /boxes/null agree=true&agree=false", "201 +"),
        ("POST /boxes/null agree=x", "400 agree: Form field 'agree' must be true or false, not 'x'."),
        ("POST /boxes/default other=1", "201 +"),
        ("POST /boxes/default agree=false", "201 -"),
        ("POST /boxes/default agree=on&agree=false", "201 +"),
        ("POST /boxes/must other=1", "400 agree: The agree field does not equal any of the values specified in AllowedValuesAttribute."),
        ("POST /boxes/must agree=on", "201 +"),
        ("POST /boxes/required other=1", "400 agree: The agree field is required."),
        ("POST /boxes/required agree=on", "201 +"),
        ("POST /boxes/list agree=on&agree=false&agree=1", "201 +,-,+"),
        ("POST /boxes/list agree[0]=on&agree[1]=false", "201 +,-"),
        ("POST /boxes/record other=1", "201 -?+"),
        ("POST /boxes/record a=on&b=on&c=false", "201 ++-"),
        ("POST /boxes/record a=x", "400 a: Form field 'a' must be true or false, not 'x'."),
        ("POST /boxes/record/perhaps other=1", "201 none"),
        ("POST /boxes/record/perhaps b=on", "201 -++"),
        ("POST /boxes/class other=1", "201 -?+- -?+ none "),
        ("POST /boxes/class a=on&d=on&c=false&c=on&inner.a=on&perhaps.b=false", "201 +?++ +?+ --+ "),
        ("POST /boxes/heir e=on", "201 -?+- -?+ none +"),
        ("POST /boxes/struct other=1", "201 - -?+ none"),
        ("POST /boxes/struct inner.a=on&rows[0].name=x&rows[1].name=y&rows[1].done=on&rows[1].marks=on&rows[1].marks=false", "201 - +?+ x- y++-"),
        ("POST /boxes/struct/perhaps other=1", "201 none"),
        ("POST /boxes/struct/perhaps a=on", "201 + -?+ none"),
        ("POST /boxes/rows rows[0].name=x&rows[1].name=y&rows[1].done=true&rows[1].done=false", "201 x- y+"),
        ("POST /boxes/group other=1", "201 -?--"),
        ("POST /boxes/group?loud=1 agree=on&perhaps=on&news-letter=false&news-letter=on", "201 ++++"),
        ("POST /boxes/group?loud=on agree=on", "400 loud: Query parameter 'loud' must be true or false, not 'on'."));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_box_is_ticked_or_not(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Boxes)]);
        var parts = request.Split(' ', 3);
        var fields = parts[2].Split('&').Select(pair => pair.Split('=')).Select(pair => new KeyValuePair<string, string>(pair[0], Uri.UnescapeDataString(pair[1]))).ToList();
        var multipart = new MultipartFormDataContent();
        fields.ForEach(field => multipart.Add(new StringContent(field.Value), field.Key));

        Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, parts[1]) { Content = new FormUrlEncodedContent(fields) })));
        Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, parts[1]) { Content = multipart })));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_form_of_boxes_of_which_none_is_ticked_is_empty(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Boxes)]);

        Assert.Equal("201 -", Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/boxes/one") { Content = new FormUrlEncodedContent([]) })));
        Assert.Equal("201 -", Summary.Of(await app.Ask("POST /boxes/one")));
        Assert.Equal("201 -?+", Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/boxes/record") { Content = new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded") })));
        Assert.Equal("201 -?--", Summary.Of(await app.Ask("POST /boxes/group")));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Elsewhere_a_bool_is_strict(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Boxes)]);

        Assert.Equal("400 agree: Missing required query parameter 'agree'.", Summary.Of(await app.Ask("GET /boxes/query")));
        Assert.Equal("400 agree: Query parameter 'agree' must be true or false, not 'on'.", Summary.Of(await app.Ask("GET /boxes/query?agree=on")));
        Assert.StartsWith("400 a: ", Summary.Of(await app.Ask("POST /boxes/json {}")));
        Assert.StartsWith("400 a: ", Summary.Of(await app.Ask("POST /boxes/json {\"a\":\"on\"}")));
    }
}
