using Litestar.Generated;

namespace Litestar.Tests.Binding;

/// <summary>What each type takes in the query, and what it refuses; above all what .NET's own parsers would let through.</summary>
public sealed class RejectionTests
{
    // A type, the texts it refuses.
    private static readonly (string Types, string[] Texts)[] Rejected =
    [
        ("bool char byte sbyte short ushort int uint long ulong nint nuint int128 uint128 biginteger half float double decimal datetime datetimeoffset dateonly timeonly timespan guid uri ipaddress shade level huge small state access label point", [""]),
        ("bool byte sbyte short ushort int uint long ulong nint nuint int128 uint128 biginteger half float double decimal", ["1,0", "1,000", "1 000", "1_000", "(1)", "$1", "1$", "1-", "1+", "0x1", "1.0.0", "--1", "+-1", "\u22121", "\u0661", "\uff11", "1f", "1m", "null", "∞"]),
        ("bool", ["yes", "no", "on", "off", "t", "f", "2", "-1", "01", "truee"]),
        ("byte sbyte short ushort int uint long ulong nint nuint int128 uint128 biginteger", ["1.0", "1.", ".1", "1e3", "1E0", "NaN", "Infinity", "-", "+"]),
        ("byte", ["-1", "256"]),
        ("sbyte", ["-129", "128"]),
        ("short", ["32768"]),
        ("ushort", ["65536", "-1"]),
        ("int", ["2147483648", "-2147483649", "99999999999999999999"]),
        ("uint", ["4294967296", "-1"]),
        ("long nint", ["9223372036854775808", "-9223372036854775809"]),
        ("ulong nuint", ["18446744073709551616", "-1"]),
        ("int128", ["170141183460469231731687303715884105728"]),
        ("uint128", ["340282366920938463463374607431768211456", "-1"]),
        ("half float double decimal", ["1e", "e1", ".", "-", "1.5.0", "0x1p3", "1,5", "nan", "infinity", "INF", "+Infinity", "-NaN"]),
        ("half", ["65536", "-1e9"]),
        ("float", ["1e39", "-1e39"]),
        ("double", ["1e309", "-1e999"]),
        ("decimal", ["NaN", "Infinity", "79228162514264337593543950336", "1e29"]),
        ("char", ["ab", "😀", "  "]),
        ("dateonly", ["2024-02-30", "2023-02-29", "2024-00-01", "2024-13-01", "2024-01-00", "2024-1-1", "02/29/2024", "2024/02/29", "20240229", "2024-02", "2024", "29 Feb 2024", "2024-02-29T00:00", "2024-02-29T00:00:00", "2024-02-29Z", "0000-01-01", "10000-01-01", "-2024-02-29", "2024-060", "2024-W09-4", "２024-02-29", "today"]),
        ("timeonly", ["24:00", "12:60", "12:30:60", "1:30", "12", "1230", "12:30:15.", "12:30:15.12345678", "12:30:15,5", "12:30 PM", "1:30 PM", "T12:30", "12:30Z", "12:30+02:00", "12:30:", "-12:30"]),
        ("datetime datetimeoffset", ["02/29/2024", "29 Feb", "29 Feb 2024", "Feb 2024", "12:00", "12", "2024-02-30", "2024-02-29T", "2024-02-29T13", "2024-02-29T24:00", "2024-02-29T13:60", "2024-02-29T13:30:60", "2024-02-29T13:30:15.", "2024-02-29T13:30:15.12345678", "2024-02-29T13:30:15,5", "2024-02-29T13:30 Z", "2024-02-29T13:30 02:00", "2024-02-29T13:30+2", "2024-02-29T13:30+02", "2024-02-29T13:30+0200", "2024-02-29T13:30+02:60", "2024-02-29T13:30+14:01", "2024-02-29T13:30ZZ", "2024-02-29Z", "2024-02-29+02:00", "2024-02-29  13:30", "2024-02-29_13:30", "20240229T133000Z", "Thu, 29 Feb 2024 13:30:00 GMT", "2024-02-29T13:30:00 PM", "1709213400", "/Date(0)/", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "now"]),
        ("timespan", ["5", "-5", "1.5", "5.", "12", "1:30", "1:2:3", "24:00:00", "12:60", "12:30:60", "1.24:00", "1:12:30:00", "12:30:15.", "12:30:15.12345678", "+12:30", "--12:30", "12:30:", "10675199.02:48:05.4775808", "-10675199.02:48:05.4775809", "99999999999999999999.00:00", "P", "PT", "-P", "P1", "1D", "P1DT", "PT1", "P1Y", "P1M", "P1Y2M", "P1H", "PT1D", "PT1S1M", "P1D1W", "P1D1D", "PT1.5H", "P0.5D", "PT.5S", "PT1.S", "PT1.12345678S", "PT-1S", "P-1D", "+P1D", "p1d", "P 1D", "PT922337203686S", "P99999999999999999999D", "PT999999999999999999H", "1 day", "5s"]),
        ("guid", ["0", "6f9619ff", "{6f9619ff-8b86-d011-b42d-00c04fc964ff}", "(6f9619ff-8b86-d011-b42d-00c04fc964ff)", "{0x6f9619ff,0x8b86,0xd011,{0xb4,0x2d,0x00,0xc0,0x4f,0xc9,0x64,0xff}}", "6f9619ff-8b86-d011-b42d-00c04fc964fg", "+f9619ff-8b86-d011-b42d-00c04fc964ff", "0xf9619f-8b86-d011-b42d-00c04fc964ff", "6f9619ff8b86-d011-b42d-00c04fc964ff-", "6f9619ff-8b86-d011-b42d-00c04fc964f", "6f9619ff8b86d011b42d00c04fc964f"]),
        ("uri", ["http://", "http://a:99999", "http://[::1", "C:\\a", "\\\\a.example", "/\\a.example", "\t"]),
        ("ipaddress", ["1", "1.2", "1.2.3", "1.2.3.4.5", "256.1.1.1", "010.0.0.1", "0x7f.0.0.1", "127.1", "2130706433", "[::1]", "[::1]:80", "::1::", "localhost", "1.2.3.4:80", "::1/64", "fe80::1%eth0", "fe80::1%", "fe80::1%99999999999"]),
        ("shade", ["2", "-1", "+1", "Light,Dark", "Light, Dark", "1,7", "0x1", "1.0", "Lightt", "Lig", "value__", "4294967296", "Shade.Light", "18446744073709551616", ","]),
        ("level huge small", ["2", "+0", "Lowestt", "-", "99999999999999999999999"]),
        ("small", ["255", "128"]),
        ("huge", ["-1"]),
        ("state", ["in_progress", "2x", "in-progress,closed", "5", "-1", "all  done"]),
        ("access", ["8", "16", "32", "9", "-1", "Read,", ",Read", "Read,,Write", "Read;Write", "Read|Write", "Read ,Write", "Read,  Write", "Read,4", "4,Read", "1,2", "Read,Delete", ","]),
        ("point", ["a,b", "1", "1,", "1,99999999999"]),
    ];

    // A type, a text it takes, the value as .NET writes it.
    private static readonly (string Types, string Text, string Value)[] Taken =
    [
        ("bool", "1", "true"), ("bool", "0", "false"), ("bool", "TRUE", "true"), ("bool", "False", "false"),
        ("byte sbyte short ushort int uint long ulong nint nuint int128 uint128 biginteger half float double decimal", "+5", "5"),
        ("byte sbyte short ushort int uint long ulong nint nuint int128 uint128 biginteger half float double decimal", "007", "7"),
        ("sbyte short int long nint int128 biginteger half float double decimal", "-5", "-5"),
        ("half float double", "1e3", "1000"), ("decimal", "1e3", "1000"), ("decimal", "1.50", "1.50"), ("double", ".5", "0.5"), ("double", "1e-999", "0"),
        ("half float double", "-Infinity", "-Infinity"), ("half float double", "NaN", "NaN"),
        ("char", " ", " "), ("char", "+", "+"),
        ("datetime", "2024-02-29", "2024-02-29T00:00:00.0000000"),
        ("datetime", "2024-02-29T13:30", "2024-02-29T13:30:00.0000000"),
        ("datetime", "2024-02-29 13:30:15.5", "2024-02-29T13:30:15.5000000"),
        ("datetime", "2024-02-29t13:30z", "2024-02-29T13:30:00.0000000Z"),
        ("datetime", "2024-02-29T13:30:00+02:00", "2024-02-29T11:30:00.0000000Z"),
        ("datetime", "2024-02-29T13:30:00-00:00", "2024-02-29T13:30:00.0000000Z"),
        ("datetimeoffset", "2024-02-29", "2024-02-29T00:00:00.0000000+00:00"),
        ("datetimeoffset", "2024-02-29T13:30", "2024-02-29T13:30:00.0000000+00:00"),
        ("datetimeoffset", "2024-02-29T13:30Z", "2024-02-29T13:30:00.0000000+00:00"),
        ("datetimeoffset", "2024-02-29T13:30:15.123+05:45", "2024-02-29T13:30:15.1230000+05:45"),
        ("datetimeoffset", "2024-02-29T13:30:15-14:00", "2024-02-29T13:30:15.0000000-14:00"),
        ("timeonly", "13:30", "13:30:00.0000000"), ("timeonly", "13:30:15.25", "13:30:15.2500000"),
        ("timespan", "12:30", "12:30:00"), ("timespan", "-1.12:30:00", "-1.12:30:00"), ("timespan", "P1D", "1.00:00:00"), ("timespan", "P2W", "14.00:00:00"),
        ("timespan", "P1W2D", "9.00:00:00"), ("timespan", "PT1H1S", "01:00:01"), ("timespan", "PT36H", "1.12:00:00"), ("timespan", "-PT0.5S", "-00:00:00.5000000"), ("timespan", "P1DT1M", "1.00:01:00"),
        ("timespan", "PT90S", "00:01:30"), ("timespan", "-P10675199DT2H48M5.4775808S", "-10675199.02:48:05.4775808"),
        ("guid", "6F9619FF8B86D011B42D00C04FC964FF", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        ("ipaddress", "2001:DB8::1", "2001:db8::1"), ("ipaddress", "127.0.0.1", "127.0.0.1"), ("ipaddress", "fe80::1%3", "fe80::1%3"),
        ("shade", "dark", "Dark"), ("shade", "DARK", "Dark"), ("shade", "1", "Dark"), ("shade", "7", "Dim"),
        ("level", "-1", "Under"), ("level", "-9223372036854775808", "Lowest"), ("huge", "18446744073709551615", "Largest"), ("small", "-128", "Minus"),
        ("state", "in-progress", "InProgress"), ("state", "IN-PROGRESS", "InProgress"), ("state", "inprogress", "InProgress"), ("state", "Done", "Done"),
        ("state", "closed", "Done"), ("state", "Closed", "Done"), ("state", "all done", "Closed"), ("state", "open", "open"), ("state", "Open", "Open"), ("state", "OPEN", "open"),
        ("access", "read,write", "Both"), ("access", "Read, Run", "Read, Execute"), ("access", "run", "Execute"), ("access", "execute", "Execute"), ("access", "7", "Both, Execute"), ("access", "48", "Hidden"), ("access", "0", "0"), ("access", "Both,Read", "Both"),
        ("label", " a ", " a "), ("point", "1, 2", "1,2"),
    ];

    /// <summary>Every text of both tables: the fuzzer starts from them.</summary>
    internal static string[] Corpus { get; } = [.. Rejected.SelectMany(row => row.Texts).Concat(Taken.SelectMany(row => new[] { row.Text, row.Value, $" {row.Text}", $"{row.Text}\u00a0" })).Distinct()];

    public static TheoryData<string> Types => [.. Rejected.SelectMany(row => row.Types.Split(' ')).Distinct()];

    [Theory, MemberData(nameof(Types))]
    public async Task What_is_no_value_is_a_400(string type)
    {
        await using var app = TestApp.Create([typeof(Echo)]);

        foreach (var text in Rejected.Where(row => row.Types.Split(' ').Contains(type)).SelectMany(row => row.Texts).Except(Exceptions(type)))
        {
            var answer = await Asked.Query(app, type, Uri.EscapeDataString(text));
            Assert.True(answer.FaultOf("query")?.StartsWith("Query parameter 'query' must be ") ?? false, $"{type} '{text}': {answer.Body}");
        }
    }

    [Theory, MemberData(nameof(Types))]
    public async Task Other_ways_to_write_a_value_are_read(string type)
    {
        await using var app = TestApp.Create([typeof(Echo)]);

        foreach (var (_, text, value) in Taken.Where(row => row.Types.Split(' ').Contains(type)))
        {
            var answer = await Asked.Everywhere(app, type, text);
            Assert.Equal((text, 200, value), (text, answer.Status, answer.Body.Split('\n')[0]));
        }
    }

    [Theory, MemberData(nameof(Types))]
    public async Task White_space_around_a_value_is_overlooked(string type)
    {
        await using var app = TestApp.Create([typeof(Echo)]);

        foreach (var (_, text, _) in Taken.Where(row => row.Types.Split(' ').Contains(type) && type is not ("char" or "label" or "point")))
        {
            foreach (var (before, after) in new[] { (" ", ""), ("", " "), ("\t", "\n"), ("\u00a0", "\u2003"), ("\r\n  ", "  ") })
            {
                var answer = await Asked.From(app, context => (context.Request.Path, context.Request.QueryString) = ($"/{type}/{before}{text}{after}", new($"?query={Uri.EscapeDataString(before + text + after)}")));
                Assert.True(answer.FaultOf("query") is null && answer.FaultOf("route") is null, $"{type} '{before}{text}{after}': {answer.Body}");
            }
        }

        foreach (var blank in type is "char" or "label" or "point" ? [] : new[] { " ", "\t", "\u00a0", " \n " })
        {
            Assert.NotNull((await Asked.Query(app, type, Uri.EscapeDataString(blank))).FaultOf("query"));
        }
    }

    [Theory]
    [InlineData("shade", "x", "one of Light, Dark, Dim")]
    [InlineData("state", "x", "one of in-progress, closed, all done, open, Open")]
    [InlineData("access", "x", "one of Read, Write, Both, run, Hidden, or several joined by commas")]
    [InlineData("int128", "x", "a whole number from -170141183460469231731687303715884105728 to 170141183460469231731687303715884105727")]
    [InlineData("ipaddress", "x", "an IP address such as 192.0.2.1 or 2001:db8::1")]
    [InlineData("timespan", "x", "a duration such as 1.12:30:00")]
    [InlineData("datetime", "x", "a date and time such as 2024-02-29T13:30:00Z")]
    [InlineData("label", "", "a valid Label")]
    public async Task A_refusal_says_what_is_expected(string type, string text, string expected)
    {
        await using var app = TestApp.Create([typeof(Echo)]);

        Assert.Equal($"Query parameter 'query' must be {expected}, not '{text}'.", (await Asked.Query(app, type, text)).FaultOf("query"));
    }

    [Fact]
    public async Task A_plus_in_the_query_is_a_space_and_no_sign()
    {
        await using var app = TestApp.Create([typeof(Echo)]);

        Assert.Equal("Query parameter 'query' must be a whole number from -2147483648 to 2147483647, not '1 5'.", (await Asked.Query(app, "int", "1+5")).FaultOf("query"));
        Assert.Null((await Asked.Query(app, "int", "+5")).FaultOf("query"));
        Assert.Null((await Asked.Query(app, "int", "%2B5")).FaultOf("query"));
    }

    [Theory]
    [InlineData("https://a.example/b?c=d", true)]
    [InlineData("HTTPS://a.example/b", true)]
    [InlineData("file:///a", true)]
    [InlineData("/a", false)]
    [InlineData("//a.example/b", false)]
    [InlineData("a/b", false)]
    [InlineData("?a=b", false)]
    public void A_uri_is_absolute_when_it_names_its_scheme(string text, bool isAbsolute)
    {
        Assert.True(UriText.TryRead(text, out var link));
        Assert.Equal((text, isAbsolute), (link.OriginalString, link.IsAbsoluteUri));
    }

    [Fact]
    public async Task A_type_that_fails_otherwise_is_a_fault_of_the_server()
    {
        await using var app = TestApp.Create([typeof(Echo)]);

        Assert.Equal(500, (await Asked.From(app, context => (context.Request.Path, context.Request.QueryString) = ("/broken", new("?query=1")))).Status);
    }

    // What one type of a group takes after all.
    private static string[] Exceptions(string type) => type switch
    {
        "biginteger" => [],
        "float" or "double" or "decimal" or "half" => ["1.0"],
        _ => [],
    };
}
