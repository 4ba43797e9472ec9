namespace Litestar.Conformance.LitestarCases;

/// <summary>A: parameters in the query.</summary>
public sealed class QueryCases
{
    public static TheoryData<Host, string, string, string> Rows => Cases.Of(
        ("A1", "GET /cases/search?page=1&pageSize=1&brands=Nike&brands=Adidas", "200 1 1 Nike|Adidas  "),
        ("A1", "GET /cases/search?page=1&pageSize=1&brands=Nike&from_date=2024-02-29", "200 1 1 Nike 2024-02-29T00:00:00 "),
        ("A2", "GET /cases/search?page=1&pageSize=1", "400 brands: Missing required query parameter 'brands'."),
        ("A3", "GET /cases/search?page=1&pageSize=1&brands=a&brands=b&brands=c&brands=d", "400 brands: The field brands must be a string or collection type with a minimum length of '1' and maximum length of '3'."),
        ("A5", "GET /cases/search?page=1&pageSize=1&brands=Nike", "200 1 1 Nike  "),
        ("A7", "GET /cases/one-or-many?param=1&param=2&param=3", "200 1|2|3"),
        ("A7", "GET /cases/one-or-many?param=1", "200 1"),
        ("A8", "GET /cases/both-lists?a=foo&a=bar&b=qux", "200 foo|bar qux 2"),
        ("A9", "GET /cases/two-texts?first=a%40A%26.ac&second=aaa", "200 a@A&.ac aaa"),
        ("A10", "GET /cases/page-size?pageSize=1", "200 1"),
        ("A10", "GET /cases/page-size?pageSize=0", "400 pageSize: The field pageSize must be between 1 and 100."),
        ("A11", "POST /cases/secret/query {\"name\":\"a\"}", "400 x-secret: Missing required query parameter 'x-secret'."),
        ("A14", "GET /cases/pattern?text=a", "200 str: a"),
        ("A14", "GET /cases/pattern?text=c", "400 text: The field text must match the regular expression '[a|b]'."),
        ("A17", "GET /cases/alias?query-param=a", "200 a"),
        ("A17", "GET /cases/alias?param=a", "400 query-param: Missing required query parameter 'query-param'."));

    [Theory, MemberData(nameof(Rows))]
    public Task A_query_is_read_as_litestar_reads_it(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("A", id);
        return Cases.Check(host, request, expected);
    }
}
