using System.Globalization;
using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>White space around values, dates and lists of headers, and which of several values counts.</summary>
public sealed class TextTests
{
    private const string Whole = "must be a whole number from -2147483648 to 2147483647, not";

    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /texts/query?n=%205%20&d=+1.5+&b=%09true&day=%202024-02-29&id=6f9619ff-8b86-d011-b42d-00c04fc964ff%20&shade=+dark+&wait=%2001:00:00&address=%20::1%20&link=%20/a%20&text=%20x%20",
            "200 5 1.5 True 2024-02-29 6f9619ff-8b86-d011-b42d-00c04fc964ff Dark 01:00:00 ::1 /a [ x ]"),
        ("GET /texts/route/%205%20/%20x%20", "200 5 [ x ]"),
        ("GET /texts/route/%20/x", $"400 n: Route parameter 'n' {Whole} ' '."),
        ("GET /texts/list?n=%201&n=2%0a&n=%C2%A03&text=%20a", "200 1+2+3 [ a]"),
        ("GET /texts/list?n=1&n=%20&text=a", $"400 n: Query parameter 'n' {Whole} ' '."),
        ("GET /texts/list?n=1%202&text=a", $"400 n: Query parameter 'n' {Whole} '1 2'."),
        ("GET /texts/list?n=-%201&text=a", $"400 n: Query parameter 'n' {Whole} '- 1'."),
        ("GET /texts/char?c=%20", "200 [ ]"),
        ("GET /texts/char?c=%20a", "400 c: Query parameter 'c' must be one character, not ' a'."),
        ("POST /texts/json {\"x\":\" 5 \"}", "400 x: Member 'x' must be a whole number from -2147483648 to 2147483647, not \" 5 \"."),
        ("GET /texts/dates/query?at=Sun,%2006%20Nov%201994%2008:49:37%20GMT", "400 at: Query parameter 'at' must be a date and time such as 2024-02-29T13:30:00Z, not 'Sun, 06 Nov 1994 08:49:37 GMT'."));

    public static TheoryData<Host, string, string> Dates => Matrix.Of(
        ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37"),
        ("Saturday, 06-Nov-99 08:49:37 GMT", "1999-11-06T08:49:37"),
        ("Thursday, 29-Feb-24 08:49:37 GMT", "2024-02-29T08:49:37"),
        ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37"),
        ("Wed Nov 16 08:49:37 1994", "1994-11-16T08:49:37"),
        ("1994-11-06T08:49:37Z", "1994-11-06T08:49:37"));

    public static TheoryData<string> NoDates =>
    [
        "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 08:49:37 +0000", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:49:60 GMT", "Xyz, 06 Nov 1994 08:49:37 GMT", "sun, 06 nov 1994 08:49:37 gmt", "Sun, 06 Nov 0000 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT x",
        "Thursday, 29-Feb-23 08:49:37 GMT", "Sun Nov 6 08:49:37 1994", "Sun Nov  0 08:49:37 1994", "Sun, 06 Nov 94 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun", "06 Nov 1994",
    ];

    public static TheoryData<Host, string, string> Lists => Matrix.Of(
        ("\"a,b\", W/\"c\"", "\"a,b\"|W/\"c\""),
        ("*", "*"),
        ("\"a\\\"b,c\",\"d\"", "\"a\\\"b,c\"|\"d\""),
        ("a\\,b", "a\\|b"),
        (", ,a,,  b ,", "a|b"),
        ("\"a,b", "\"a,b"),
        ("\"\"", "\"\""),
        ("x\"a,b\"y,z", "x\"a,b\"y|z"),
        (",", "none"));

    [Theory, MemberData(nameof(Rows))]
    public async Task White_space_is_text_for_texts_alone(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Texts)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task White_space_in_cookies_and_forms(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Texts)]);
        async Task<string> Form(string fields) => Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/texts/form") { Content = new StringContent(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded") }));

        Assert.Equal("200 5 [ x ]", Summary.Of(await app.Ask("GET /texts/cookie", ("Cookie", "n=%205%20; text=%20x%20"))));
        Assert.Equal("201 5 [ x ] 7", await Form("n=+5+&text=+x+&perhaps=7%0D%0A"));
        Assert.Equal("201 5 [] -", await Form("n=5&text=&perhaps="));
        Assert.Equal($"400 n: Form field 'n' {Whole} ' '. perhaps: Form field 'perhaps' {Whole} ' '.", await Form("n=+&text=&perhaps=+"));
    }

    [Theory, MemberData(nameof(Dates))]
    public async Task A_header_may_say_a_date_as_HTTP_does(Host host, string text, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Texts)]);

        Assert.Equal($"200 {expected}.0000000+00:00 {expected}.0000000Z 0001", Summary.Of(await app.Ask("GET /texts/dates", ("If-Modified-Since", text), ("X-Date", text))));
    }

    [Theory, MemberData(nameof(NoDates))]
    public async Task Or_nearly_so_and_is_refused(string text)
    {
        await using var app = await RunningApp.Start(Host.Memory, [typeof(Texts)]);

        Assert.Equal($"400 X-Date: Header 'X-Date' must be a date and time such as 2024-02-29T13:30:00Z, not '{text}'.", Summary.Of(await app.Ask("GET /texts/dates", ("X-Date", text))));
    }

    [Fact]
    public async Task Two_digits_of_a_year_are_never_more_than_fifty_years_ahead()
    {
        await using var app = await RunningApp.Start(Host.Memory, [typeof(Texts)]);
        for (var year = DateTime.UtcNow.Year - 49; year <= DateTime.UtcNow.Year + 50; year++)
        {
            var date = new DateTime(year, 3, 1, 0, 0, 0, DateTimeKind.Utc);

            Assert.Equal($"200   {year}", Summary.Of(await app.Ask("GET /texts/dates", ("X-Day", date.ToString("dddd, dd-MMM-yy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture)))));
        }
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_list_is_split_at_commas_outside_of_quotes(Host host, string text, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Texts)]);

        Assert.Equal($"200 {expected}", Summary.Of(await app.Ask("GET /texts/tags", ("If-None-Match", text))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Lists_of_numbers_and_of_several_lines(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Texts)]);

        Assert.Equal("200 1+2+3", Summary.Of(await app.Ask("GET /texts/numbers", ("X-N", "1, 2"), ("X-N", "3,"))));
        Assert.Equal($"400 X-N: Header 'X-N' {Whole} '\"1\"'.", Summary.Of(await app.Ask("GET /texts/numbers", ("X-N", "\"1\""))));
        Assert.Equal("400 X-N: Missing required header 'X-N'.", Summary.Of(await app.Ask("GET /texts/numbers", ("X-N", " , "))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Of_several_values_the_last_counts(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Texts)]);

        // The client joins lines of one name, unless it has no wire to write them to.
        if (host is Host.Memory)
        {
            Assert.Equal("200 2 4 6", Summary.Of(await app.Ask("GET /texts/last?query=5&query=6", ("X-N", "1"), ("X-N", "2"), ("Cookie", "cookie=3; cookie=4"))));
        }
        else
        {
            using var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(app.Address.Host, app.Address.Port);
            await socket.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes("GET /texts/last?query=5&query=6 HTTP/1.1\r\nHost: a\r\nX-N: 1\r\nx-n: 2\r\nCookie: cookie=3; cookie=4\r\nConnection: close\r\n\r\n"));
            Assert.EndsWith("2 4 6", (await new StreamReader(socket.GetStream()).ReadToEndAsync()).TrimEnd('\r', '\n', '0'));
        }

        Assert.Equal($"400 X-N: Header 'X-N' {Whole} '1, 2'.", Summary.Of(await app.Ask("GET /texts/last?query=5", ("X-N", "1, 2"), ("Cookie", "cookie=3"))));
    }
}
