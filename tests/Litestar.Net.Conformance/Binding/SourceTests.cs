using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>Where arguments come from, and what is said when they do not come.</summary>
public sealed class SourceTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /sources/route/5/Bob", "200 5 Bob"),
        ("GET /Sources/ROUTE/5/B%20b", "200 5 B b"),
        ("GET /sources/route/optional", "200 none"),
        ("GET /sources/route/optional/", "200 none"),
        ("GET /sources/route/optional/3", "200 3"),
        ("GET /sources/route/default", "200 7"),
        ("GET /sources/route/default/8", "200 8"),
        ("GET /sources/route/rest", "200 []"),
        ("GET /sources/route/rest/a/b/", "200 [a/b/]"),
        ("GET /sources/route/parts/1.20", "200 1/20"),
        ("GET /sources/route/enum/dark", "200 Dark"),
        ("GET /sources/route/enum/1", "200 Dark"),
        ("GET /sources/route/enum/2", "400 shade: Route parameter 'shade' must be one of Light, Dark, not '2'."),
        ("GET /sources/route/guid/6f9619ff-8b86-d011-b42d-00c04fc964ff", "200 6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        ("GET /sources/route/named/x", "200 x"),
        ("GET /sources/query", "200 1 - False Light"),
        ("GET /sources/query?PAGE=2&q=a%26b+c&all=1&shade=DARK&unknown=x", "200 2 a&b c True Dark"),
        ("GET /sources/query?q=", "200 1  False Light"),
        ("GET /sources/query?q", "200 1  False Light"),
        ("GET /sources/query?q=a&q=b", "200 1 b False Light"),
        ("GET /sources/query?p%61ge=4", "200 4 - False Light"),
        ("GET /sources/query?page=", "400 page: Query parameter 'page' must be a whole number from -2147483648 to 2147483647, not ''."),
        ("GET /sources/query?page=99999999999", "400 page: Query parameter 'page' must be a whole number from -2147483648 to 2147483647, not '99999999999'."),
        ("GET /sources/query?page=x&all=maybe", "400 page: Query parameter 'page' must be a whole number from -2147483648 to 2147483647, not 'x'. all: Query parameter 'all' must be true or false, not 'maybe'."),
        ("GET /sources/query/required", "400 a: Missing required query parameter 'a'. b: Missing required query parameter 'b'. c: Missing required query parameter 'c'."),
        ("GET /sources/query/required?a=x&b=2&c=2024-02-29", "200 x 2 2024-02-29"),
        ("GET /sources/query/list?tags=a&tags=b&ids=1&ids=2", "200 a|b 3 -1"),
        ("GET /sources/query/list?tags=a&ids=1&ids=2&ids=3&ids=4&ids=5&ids=6&ids=7&ids=8&x=1", "200 a 36 -1"),
        ("GET /sources/query/list?tags=a&ids=1&ids=2&ids=3&ids=4&ids=5&ids=6&ids=7&ids=8&ids=9&x=1", "200 a 45 -1"),
        ("GET /sources/query/list?tags=a&ids=1&ids=x", "400 ids: Query parameter 'ids' must be a whole number from -2147483648 to 2147483647, not 'x'."),
        ("GET /sources/query/list?ids=1", "400 tags: Missing required query parameter 'tags'."),
        ("GET /sources/query/optional-list", "200 none"),
        ("GET /sources/query/optional-list?tags=a&tags=&tags=c", "200 3"),
        ("GET /sources/query/named?page-size=5", "200 5"),
        ("GET /sources/query/nullable", "200     "),
        ("GET /sources/query/nullable?a=1&b=6f9619ff-8b86-d011-b42d-00c04fc964ff&c=1.5&d=01:02:03&e=2.50", "200 1 6f9619ff-8b86-d011-b42d-00c04fc964ff 1.5 01:02:03 2.50"),
        ("GET /sources/query/stage?stage=in-progress&rights=read,write", "200 InProgress Read, Write"),
        ("GET /sources/query/stage?stage=1&rights=2", "200 Done Write"),
        ("GET /sources/query/stage?stage=x&rights=4", "400 stage: Query parameter 'stage' must be one of in-progress, Done, not 'x'. rights: Query parameter 'rights' must be one of Read, Write, or several joined by commas, not '4'."),
        ("GET /sources/query/exact?large=340282366920938463463374607431768211455&half=1.5&at=2024-02-29T13:30%2B02:00&wait=P1DT1S&address=::1&mark=%C3%A4", "200 340282366920938463463374607431768211455 1.5 2024-02-29T13:30:00.0000000+02:00 1.00:00:01 ::1 ä"),
        ("GET /sources/query/exact?large=1,000&half=65536&at=29%20Feb&wait=5&address=1&mark=ab", "400 large: Query parameter 'large' must be a whole number from 0 to 340282366920938463463374607431768211455, not '1,000'. half: Query parameter 'half' must be a number, not '65536'. at: Query parameter 'at' must be a date and time such as 2024-02-29T13:30:00Z, not '29 Feb'. wait: Query parameter 'wait' must be a duration such as 1.12:30:00, not '5'. address: Query parameter 'address' must be an IP address such as 192.0.2.1 or 2001:db8::1, not '1'. mark: Query parameter 'mark' must be one character, not 'ab'."),
        ("GET /sources/query/uri?link=https%3A%2F%2Fa.example%2Fb", "200 a.example"),
        ("GET /sources/header", "400 X-Id: Missing required header 'X-Id'."),
        ("GET /sources/cookie", "400 session: Missing required cookie 'session'."),
        ("GET /sources/service", "200 True noon"),
        ("GET /sources/service/keyed", "200 utc noon"),
        ("GET /sources/service/marked", "200 noon True"),
        ("GET /sources/framework", "200 True True True True"),
        ("""POST /sources/body {"customer":"Ann","lines":[{"sku":"x","quantity":2}]}""", """201 {"customer":"Ann","lines":[{"sku":"x","quantity":2}],"note":null}"""),
        ("""POST /sources/body {"CUSTOMER":"Ann","lines":[]}""", """201 {"customer":"Ann","lines":[],"note":null}"""),
        ("""POST /sources/body/service {"customer":"Ann","lines":[]}""", "201 noon Ann True"),
        ("POST /sources/body", "400 : A JSON body is required, and none came."),
        ("POST /sources/body null", "400 : The body is null where a value is required."),
        ("POST /sources/body {\"customer\":", "400 : The body is not well-formed JSON: line 1, position 13."),
        ("POST /sources/body {\"customer\":\"Ann\",\"lines\":[{\"sku\":\"x\",\"quantity\":\"many\"}]}", "400 lines[0].quantity: Member 'lines[0].quantity' must be a whole number from -2147483648 to 2147483647, not \"many\"."),
        ("POST /sources/body {}", "400 customer: Missing required member 'customer'. lines: Missing required member 'lines'."),
        ("""POST /sources/body {"customer":null,"lines":[{"sku":1,"quantity":"many"},{"quantity":2.5}],"note":3}""", "400 customer: Member 'customer' must not be null. lines[0].sku: Member 'lines[0].sku' must be text, not 1. lines[0].quantity: Member 'lines[0].quantity' must be a whole number from -2147483648 to 2147483647, not \"many\". lines[1].sku: Missing required member 'lines[1].sku'. lines[1].quantity: Member 'lines[1].quantity' must be a whole number from -2147483648 to 2147483647, not 2.5. note: Member 'note' must be text, not 3."),
        ("POST /sources/body []", "400 : The body must be an object, not []."),
        ("POST /sources/body {\"customer\":\"Ann\",\"lines\":7}", "400 lines: Member 'lines' must be an array, not 7."),
        ("GET /sources/route/5/%25zz", "200 5 %zz"),
        ("POST /sources/body/optional", "201 none"),
        ("POST /sources/body/optional null", "201 none"),
        ("POST /sources/body/list [1,2,3]", "201 6"),
        ("POST /sources/body/number 7", "201 7"),
        ("DELETE /sources/body/3 {\"sku\":\"x\",\"quantity\":1}", "200 3 x"),
        ("POST /sources/raw/bytes 12345", "201 5"),
        ("POST /sources/raw/stream as it is", "201 as it is"),
        ("POST /sources/mixed/1", "400 q: Missing required query parameter 'q'. : A JSON body is required, and none came. X-Id: Missing required header 'X-Id'."));

    [Theory, MemberData(nameof(Rows))]
    public async Task An_argument_is_bound_or_its_fault_is_named(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        var answer = Summary.Of(await app.Ask(request));

        if (expected.EndsWith('*'))
        {
            Assert.StartsWith(expected[..^1], answer);
        }
        else
        {
            Assert.Equal(expected, answer);
        }
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Headers_and_cookies_are_read(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("200 5 text/html", Summary.Of(await app.Ask("GET /sources/header", ("x-id", "5"), ("Accept", "text/html"))));
        Assert.Equal("400 X-Id: Header 'X-Id' must be a whole number from -2147483648 to 2147483647, not 'five'.", Summary.Of(await app.Ask("GET /sources/header", ("X-Id", "five"))));
        Assert.Equal("200 a|b", Summary.Of(await app.Ask("GET /sources/header/list", ("X-Tag", "a"), ("X-Tag", "b"))));
        Assert.Equal("200 s1 3", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "session=s1"))));
        Assert.Equal("200 s1 4", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "session=s1; page=4"))));
        Assert.Equal("200 s2 3", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "session=s1; Session=s2"))));
        Assert.Equal("200 a b+c 3", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "x; session=\"a%20b+c\";y=%zz"))));
        Assert.Equal("200  3", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "session="))));
        Assert.Equal("400 page: Cookie 'page' must be a whole number from -2147483648 to 2147483647, not ''.", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "session=s1; page="))));
        Assert.Equal("400 session: Cookie 'session' is not valid percent-encoded UTF-8: 'a%zz'.", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "session=a%zz"))));
        Assert.Equal("400 session: Cookie 'session' contains a NUL character.", Summary.Of(await app.Ask("GET /sources/cookie", ("Cookie", "session=a%00"))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Bytes_may_be_missing_and_may_be_answered(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("201 none", Summary.Of(await app.Ask("POST /sources/raw/bytes/or/null")));
        Assert.Equal("201 3", Summary.Of(await app.Ask("POST /sources/raw/bytes/or/null abc")));
        Assert.Equal("200 application/octet-stream octets", (await app.Ask("GET /sources/memory")).ToString());
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_body_of_another_media_type_is_a_415_that_says_what_is_accepted(Host host)
    {
        await using var app = await Start(host);

        var answer = await app.Ask("POST /sources/body <order/>", ("Content-Type", "application/xml"));

        Assert.Equal("415 : The body's Content-Type 'application/xml' cannot be read; 'application/json' is accepted.", Summary.Of(answer));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task The_faults_of_one_body_are_listed_up_to_a_hundred(Host host)
    {
        await using var app = await Start(host);

        var answer = await app.Ask($"POST /sources/body/list [{string.Join(',', Enumerable.Repeat("\"x\"", 1000))}]");

        Assert.Equal((400, 100), (answer.Status, System.Text.Json.Nodes.JsonNode.Parse(answer.Body)!["errors"]!.AsObject().Count));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_body_without_a_length_is_read_whole(Host host)
    {
        await using var app = await Start(host);
        foreach (var (body, expected) in ((string, string)[])[("[1,2]" + new string(' ', 1 << 21), "201 3"), ("[1,\"x\"]" + new string(' ', 1 << 21), "400 [1]: Member '[1]' must be a whole number from -2147483648 to 2147483647, not \"x\".")])
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/sources/body/list") { Content = new StreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body))) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TransferEncodingChunked = true;
            Assert.Equal(expected, Summary.Of(await app.Ask(request)));
        }
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_byte_order_mark_is_passed_over(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("201 7", Summary.Of(await app.Ask("POST /sources/body/number \uFEFF7")));
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.order+json")]
    public async Task Other_spellings_of_json_are_read(string mediaType)
    {
        foreach (var host in Matrix.Hosts.Select(row => row.Data))
        {
            await using var app = await Start(host);
            Assert.Equal("201 7", Summary.Of(await app.Ask("POST /sources/body/number 7", ("Content-Type", mediaType))));
        }
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Another_charset_is_read(Host host)
    {
        await using var app = await Start(host);
        var content = new StringContent("""{"customer":"Änne","lines":[]}""", System.Text.Encoding.Unicode, "application/json");

        var answer = await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/sources/body") { Content = content });

        Assert.Equal("""201 {"customer":"Änne","lines":[],"note":null}""", Summary.Of(answer));
    }

    private static Task<RunningApp> Start(Host host) => RunningApp.Start(host, [typeof(Sources)], services => services.AddConformance());
}
