namespace Litestar.Conformance.LitestarCases;

/// <summary>B: paths, names and methods.</summary>
public sealed class PathCases
{
    private const string Third = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

    public static TheoryData<Host, string, string, string> Rows => Cases.Of(
        ("B2", "GET /cases/checked/4/100/abc", "200 4 100 abc"),
        ("B2", "GET /cases/checked/4.1/100/abc", "400 version: The field version must be between 0.1 and 4."),
        ("B2", "GET /cases/checked/4/101/abc", "400 service: The field service must be between 1 and 100."),
        ("B2", "GET /cases/checked/4/100/abcdefghijklm", "400 user: The field user must be a string or collection type with a minimum length of '1' and maximum length of '10'."),
        ("B3", "GET /cases/typed/int/1", "200 1"),
        ("B3", "GET /cases/typed/float/1.01", "200 1.01"),
        ("B3", $"GET /cases/typed/uuid/{Third}", $"200 {Third}"),
        ("B3", "GET /cases/typed/uuid/6f9619ff8b86d011b42d00c04fc964ff", $"200 {Third}"),
        ("B3", "GET /cases/typed/decimal/1.00001", "200 1.00001"),
        ("B3", "GET /cases/typed/date/2023-07-15", "200 2023-07-15"),
        ("B3", "GET /cases/typed/time/01:02:03", "200 01:02:03"),
        ("B3", "GET /cases/typed/datetime/2023-07-15T15:45:34.073314", "200 2023-07-15T15:45:34.0733140"),
        ("B4", "GET /cases/typed/duration/P1D", "200 86400"),
        ("B4", "GET /cases/typed/duration/PT1H1S", "200 3601"),
        ("B4", "GET /cases/typed/duration/86400.0", "400 test: Route parameter 'test' must be a duration such as 1.12:30:00, not '86400.0'."),
        ("B5", "GET /cases/typed/path/1/2/3/4/some-file.txt", "200 1/2/3/4/some-file.txt"),
        ("B6", "GET /cases/names/Moishe", "200 Hello, Moishe!"),
        ("B6", "POST /cases/names/Moishe", "201 Hello, Moishe!"),
        ("B7", "GET /cases/message", "200 no message"),
        ("B7", "GET /cases/message/", "200 no message"),
        ("B7", "GET /cases/message/hello", "200 hello"),
        ("B8", "GET /cases/numbered", "200 1"),
        ("B8", "GET /cases/numbered/2", "200 2"),
        ("B8", "GET /cases/numbered/something", "200 1"),
        ("B8", "GET /cases/numbered/something/2", "200 2"),
        ("B11", "GET /cases/sub/int/abcd", "404 Nothing is found at '/cases/sub/int/abcd'."),
        ("B11", "GET /cases/sub/uuid/100", "404 Nothing is found at '/cases/sub/uuid/100'."),
        ("B11", "GET /cases/sub/float/abcd", "404 Nothing is found at '/cases/sub/float/abcd'."),
        ("B13", $"GET /cases/without/1/a/sub/{Third}", $"200 1 a {Third}"),
        ("B13", $"GET /cases/without/1/a/sub/{Third}/", $"200 1 a {Third}"),
        ("B13", $"GET /cases/with/1/a/sub/{Third}", $"200 1 a {Third}"),
        ("B13", $"GET /cases/with/1/a/sub/{Third}/", $"200 1 a {Third}"),
        ("B15", "GET /cases/wins/1", "200 path 1"),
        ("B15", "GET /cases/wins/query?value=1", "200 query 1"),
        ("B15", "GET /cases/wins/mixed/1/?value=1", "200 mixed 1 1"),
        ("B16", "DELETE /cases/two", "405 '/cases/two' does not answer DELETE; it answers GET, HEAD, POST, OPTIONS."),
        ("B17", "GET /cases/name:str/test", "200 test"),
        ("B24", "GET /cases/reverse", "200 /cases/router-path/path-one/param-value"),
        ("B28", "GET /cases/url-for?name=handler-name", """200 {"url":"http://host/cases/router-path/path-one/1"}"""),
        ("B28", "GET /cases/url-for?name=unknown", """200 {"url":null}"""),
        ("B29", "GET /cases/he/llo", "200 hello"),
        ("B29", "GET /cases/he%2Fllo", "404 Nothing is found at '/cases/he%2Fllo'."),
        ("B32", "OPTIONS /cases/get-only", "204 Allow: GET, HEAD, OPTIONS"),
        ("B33", "OPTIONS /cases/get-and-patch", "204 Allow: GET, HEAD, PATCH, OPTIONS"),
        ("B34", "OPTIONS /cases/own-options", "200 own … Custom-Handler: Active"),
        ("B35", "HEAD /cases/head", "200 "),
        ("B36", "GET /cases/verbs", """200 {"name":"model"}"""),
        ("B36", "POST /cases/verbs", """201 {"name":"model"}"""),
        ("B36", "PUT /cases/verbs", """200 {"name":"model"}"""),
        ("B36", "PATCH /cases/verbs", """200 {"name":"model"}"""),
        ("B36", "DELETE /cases/verbs", """200 {"name":"model"}"""),
        ("B36", "DELETE /cases/verbs/nothing", "204 "));

    [Theory, MemberData(nameof(Rows))]
    public Task A_path_is_matched_as_litestar_matches_it(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("B", id);
        return Cases.Check(host, request, expected);
    }

    public static TheoryData<Host, string, string, string> Rejections => Cases.Of(
        ("B10", "repeated", "/{param:int}/foo/{param:int}"),
        ("B27", "same name", "same-name"));

    [Theory, MemberData(nameof(Rejections))]
    public async Task An_app_that_cannot_be_is_refused_at_the_start(Host host, string id, string app, string named)
    {
        Assert.StartsWith("B", id);
        HandlerList handlers = app is "repeated" ? HandlerList.Under("/{param:int}/foo", [Inner]) : [First, Second];

        var rejection = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(host, handlers));

        Assert.Contains(named, rejection.Message);
    }

    [Get("/{param:int}")] private static int Inner(int param) => param;
    [Get("/first", Name = "same-name")] private static string First() => "first";
    [Get("/second", Name = "same-name")] private static string Second() => "second";
}
