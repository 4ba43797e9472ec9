namespace Litestar.Conformance.LitestarCases;

/// <summary>C: headers and cookies.</summary>
public sealed class HeaderCases
{
    private const string Four = "{\"path\":1,\"query\":2,\"header\":3,\"cookie\":4}";

    public static TheoryData<Host, string, string, string> Rows => Cases.Of(
        ("C1", "GET /cases/header/length-3\nspecial-header: 123", "200 123"),
        ("C2", "GET /cases/header/length-2\nspecial-header: 123", "400 special-header: The field special-header must be a string with a minimum length of 1 and a maximum length of 2."),
        ("C2", "GET /cases/header/length-2", "400 special-header: Missing required header 'special-header'."),
        ("C3", "GET /cases/header/le-201\nspecial-header: 123", "200 123"),
        ("C3", "GET /cases/header/le-120\nspecial-header: 123", "400 special-header: The field special-header must be between 100 and 120."),
        ("C4", "GET /cases/header/optional", "200 none"),
        ("C6", "POST /cases/secret/header {\"name\":\"a\"}", "400 x-secret: Missing required header 'x-secret'."),
        ("C6", "POST /cases/secret/cookie {\"name\":\"a\"}", "400 x-secret: Missing required cookie 'x-secret'."),
        ("C7", "GET /cases/four/1?query_param=2\nheader_param: 3\nCookie: cookie_param=4", $"200 {Four}"),
        ("C8", "GET /cases/four/handler/1?query_param=2\nheader_param: 3\nCookie: cookie_param=4", $"200 {Four}"),
        ("C8", "GET /cases/four/provider/1?query_param=2\nheader_param: 3\nCookie: cookie_param=4", $"200 {Four}"),
        ("C8", "GET /cases/four/provider/1", "400 query_param: Missing required query parameter 'query_param'. header_param: Missing required header 'header_param'. cookie_param: Missing required cookie 'cookie_param'."));

    [Theory, MemberData(nameof(Rows))]
    public Task A_header_is_read_as_litestar_reads_it(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("C", id);
        return Cases.Check(host, request, expected);
    }
}
