namespace Litestar.Conformance.LitestarCases;

/// <summary>E: faults of requests, and exceptions.</summary>
public sealed class ErrorCases
{
    private const string Whole = "must be a whole number from -2147483648 to 2147483647, not";

    public static TheoryData<Host, string, string, string> Rows => Cases.Of(
        ("E1", "GET /cases/fault/query?param=thirteen", $"400 param: Query parameter 'param' {Whole} 'thirteen'."),
        ("E2", "GET /cases/fault/path/11", "400 param: The field param must be between -2147483648 and 10."),
        ("E4", "GET /cases/fault/both?param=thirteen", $"400 param: Query parameter 'param' {Whole} 'thirteen'."),
        ("E4", "GET /cases/fault/both?param=13", "500 The server failed to answer this request."),
        ("E5", """
            POST /cases/fault/all?int_param=param&length_param=d {"child":{"val":"a","otherVal":"b"},"otherChild":{"val":[1,"c"]}}
            X-SOME-INT: header
            Cookie: int-cookie=cookie
            """, $"400 child.val: Member 'child.val' {Whole} \"a\". child.otherVal: Member 'child.otherVal' {Whole} \"b\". otherChild.val[1]: Member 'otherChild.val[1]' {Whole} \"c\". int_param: Query parameter 'int_param' {Whole} 'param'. length_param: The field length_param must be a string or array type with a minimum length of '2'. X-SOME-INT: Header 'X-SOME-INT' {Whole} 'header'. int-cookie: Cookie 'int-cookie' {Whole} 'cookie'."),
        ("E8", "GET /cases/thrown/extra", "500 x … \"key\":\"value\""),
        ("E9", "GET /cases/thrown/own?extra=true", "400 hello … \"key\":\"value\""),
        ("E9", "GET /cases/thrown/own?extra=false", "400 hello … !\"key\""),
        ("E11", "GET /cases/thrown/lookalike", "500 The server failed to answer this request. … !hello"),
        ("E13", "GET /cases/text?q=1", "400 q: Query parameter 'q' must be a date such as 2024-02-29, not '1'."),
        ("E17", "GET /cases/lookup?raise=1", "400 http"),
        ("E17", "GET /cases/lookup?raise=2", "500 http"),
        ("E17", "GET /cases/lookup?raise=3", "500 any"),
        ("E18", "GET /cases/lookup/derived?raise=1", "400 bad request"),
        ("E18", "GET /cases/lookup/derived?raise=2", "400 argument"),
        ("E21", "GET /cases/not-called", "418 handled"));

    [Theory, MemberData(nameof(Rows))]
    public Task A_fault_is_told_and_an_exception_is_answered(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("E", id);
        return Cases.Check(host, request, expected);
    }

    public static TheoryData<Host, string, string, string> Development => Cases.Of(
        ("E14", "GET /cases/thrown/cause\nAccept: text/html", "500 InvalidOperationException: outer … \"exception\":"),
        ("E14", "GET /cases/thrown/cause\nAccept: text/plain", "500 InvalidOperationException: outer … \"exception\":"),
        ("E15", "GET /cases/thrown/cause", "500 InvalidOperationException: outer … FormatException"));

    [Theory, MemberData(nameof(Development))]
    public Task In_development_a_500_tells_its_cause(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("E", id);
        return Cases.Check(host, request, expected, "Development");
    }

    public static TheoryData<Host, string, string> Torn => [(Host.Kestrel, "E24", "GET /cases/torn"), (Host.Mapped, "E24", "GET /cases/torn")];

    [Theory, MemberData(nameof(Torn))]
    public async Task An_answer_that_has_begun_is_cut_off(Host host, string id, string request)
    {
        Assert.StartsWith("E", id);
        await using var app = await Cases.Start(host);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.Ask(request));
    }
}
