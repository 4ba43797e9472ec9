using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Litestar.Conformance.Apps.Bounds;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>A client may claim no more than its bytes are worth: faults, names, sentences, memory.</summary>
public sealed class LimitTests
{
    private const int Most = 100;

    private const int LargestAnswer = 64 * 1024;

    private static readonly string Long = new('k', 20_000);

    public static TheoryData<Host, string, string, int> Floods
    {
        get
        {
            (string Path, string Body, int Told)[] rows =
            [
                ("items", Items("""{"q":9}""", 4000), Most),
                ("items", Items("""{"q":9}""", Most), Most),
                ("items", Items("""{"q":9}""", 99), 99),
                ("items", Items("""{"q":9}""", 1_000_000), Most),
                ("items", Items("""{"q":"x"}""", 4000), Most),
                ("items", Items("{}", 4000), Most),
                ("items", Items("{}", 6_000_000), 1),
                ("items", Items("""{"q":null}""", 4000), Most),
                ("items", Items("null", 4000), Most),
                ("lazy", Items("""{"q":9}""", 4000), Most),
                ("map", $$"""{"{{Long}}":{{Items("""{"q":9}""", 4000)}}}""", Most),
                ("map", $$"""{"{{Long}}":{{Items("""{"q":"x"}""", 4000)}}}""", Most),
                ("map", $$"""{"{{Long}}":{{Items("null", 4000)}}}""", Most),
                ("map", $$"""{"{{string.Concat(Enumerable.Repeat("😀", 10_000))}}":{{Items("""{"q":9}""", 4000)}}}""", 0),
                ("map", $$"""{{{string.Join(',', Enumerable.Range(0, 4000).Select(i => $"\"k{i}\":[{{\"q\":{i + 9}}}]"))}}}""", Most),
                ("maps", $$$"""{"{{{Long}}}":{"{{{Long}}}":"{{{Long}}}"}}""", 1),
                ("maps", $$$"""{"{{{Long}}}":{{{{string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"{i}{Long}\":\"x\""))}}}}}""", 0),
                ("numbers", $$"""{{{string.Join(',', Enumerable.Range(0, 4000).Select(i => $"\"k{i}{Long[..50]}\":1"))}}}""", Most),
                ("strict", $$"""{"n":1,{{string.Join(',', Enumerable.Range(0, 4000).Select(i => $"\"k{i}\":1"))}}}""", Most),
                ("named", Items("""{"text":"\u00e4bcdefgh"}""", 4000), 0),
                ("named", Items("""{"text":"\u0001bcdefgh"}""", 4000), 0),
                ("wordy", """{"count":4000}""", 0),
                ("wordy", """{"count":2000000000}""", 0),
            ];
            TheoryData<Host, string, string, int> data = [];
            foreach (var host in Matrix.Hosts)
            {
                foreach (var (path, body, told) in rows)
                {
                    data.Add(host.Data, path, body, told);
                }
            }

            return data;
        }
    }

    // No number of faults: as many as there is room for.
    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Floods))]
    public async Task An_answer_to_a_bad_body_is_bounded(Host host, string path, string body, int told)
    {
        await using var app = await Start(host);

        var answer = await Post(app, path, body);

        AssertBounded(answer, told, isMore: told is 0 || (told is Most && !body.Equals(Items("""{"q":9}""", Most), StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task An_answer_to_a_bad_form_query_or_header_is_bounded(Host host)
    {
        await using var app = await Start(host);
        var fields = Enumerable.Range(0, 900).Select(i => $"inner[0].inner[0].next.next.inner[{i}].inner[0].inner[0].inner[0].next.next.next.next.next.next.next.next.value=x");

        AssertBounded(await Post(app, "nest", string.Join('&', fields), "application/x-www-form-urlencoded"), Most, isMore: true);
        AssertBounded(await Post(app, "nest", string.Concat(Enumerable.Repeat("next.", 63)) + "value=1", "application/x-www-form-urlencoded"), 0, isMore: true);
        AssertBounded(await Post(app, "form-numbers", string.Join('&', Enumerable.Repeat("ids=x", 40_000)), "application/x-www-form-urlencoded"), 1, isMore: true);
        AssertBounded(await app.Ask("GET /bounds/numbers?" + string.Join('&', Enumerable.Repeat("n=x", 1500))), 1, isMore: true);
        AssertBounded(await app.Ask("GET /bounds/numbers", ("X-Numbers", string.Join(',', Enumerable.Repeat("x", 3000)))), 1, isMore: true);
        AssertBounded(await app.Ask("GET /bounds/numbers?" + string.Join('&', Enumerable.Repeat("n=x", 60)), ("X-Numbers", string.Join(',', Enumerable.Repeat("x", 60)))), 2, isMore: true);
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task So_is_one_in_the_other_format(Host host)
    {
        await using var app = await Start(host, format: ErrorFormat.Litestar);

        var answer = await Post(app, "map", $$"""{"{{Long}}":{{Items("""{"q":9}""", 4000)}}}""");

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.Length <= LargestAnswer);
        var document = JsonNode.Parse(answer.Body)!;
        Assert.Equal("Validation failed for POST /bounds/map. More faults were found than are listed here.", (string)document["detail"]!);
        Assert.Equal(Most, document["extra"]!.AsArray().Count);
        Assert.All(document["extra"]!.AsArray(), fault => Assert.StartsWith($"{Long[..64]}…[", (string)fault!["key"]!, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Whatever_an_app_says_of_faults_the_answer_is_bounded(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Bounded)], services => services.AddSingleton<RejectionTexts, Talkative>());

        AssertBounded(await Post(app, "items", Items("{}", 4000)), 0, isMore: null);
        AssertBounded(await Post(app, "items", Items("{}", 1)), 1, isMore: null);
    }

    // A list that must come is sent, so that something is wrong that has to be looked for.
    public static TheoryData<Host, string, string> Names => Matrix.Of(
        ("""POST /bounds/order {"customer":"a","\ud800":1,"lines":[{"q":1}]}""", "400 \\ud800: The body's keys must each be text, not '\\ud800'."),
        ("""POST /bounds/order {"customer":"a","lines":[{"q":1,"\uDC00x":2}]}""", "400 lines[0].\\uDC00x: The keys of member 'lines[0]' must each be text, not '\\uDC00x'."),
        ("""POST /bounds/order {"customer":"\ud800","lines":[{"q":1}]}""", "400 customer: Member 'customer' must be text, not \"\\ud800\"."),
        ("""POST /bounds/map {"\ud800":[]}""", "400 \\ud800: The body's keys must each be text, not '\\ud800'."),
        ("""POST /bounds/numbers {"\ud800":1}""", "400 \\ud800: The body's keys must each be a whole number from -2147483648 to 2147483647, not '\\ud800'."),
        ("""POST /bounds/strict {"n":1,"animal":{"$type":"\ud800","lives":1}}""", "400 animal.$type: Member 'animal.$type' must be one of cat, not \"\\ud800\"."),
        ("""POST /bounds/strict {"n":1,"animal":{"\ud800":"cat","lives":1}}""", "400 animal.$type: Missing required member 'animal.$type'."),
        ("""POST /bounds/kept {"element":{"a":[{"\ud800":1}]}}""", "400 element.a[0].\\ud800: The keys of member 'element.a[0]' must each be text, not '\\ud800'."),
        ("""POST /bounds/kept {"element":1,"node":{"\ud800":1}}""", "400 node.\\ud800: The keys of member 'node' must each be text, not '\\ud800'."),
        ("""POST /bounds/kept {"element":1,"any":["\ud800"]}""", "400 any[0]: Member 'any[0]' must be text, not \"\\ud800\"."),
        ("""POST /bounds/kept {"element":"a\u0000"}""", "400 element: Member 'element' contains a NUL character."),
        ("""POST /bounds/kept {"element":"\ud83d\ude00","node":{"a\\u0000":[1,"\ud83d\ude00"]},"any":"\ud83d\ude00"}""", """201 😀 {"a\\u0000":[1,"\uD83D\uDE00"]} 😀"""));

    [Theory, MemberData(nameof(Names))]
    public async Task What_is_no_text_is_refused(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    // Above 16 MiB a body is read as it comes.
    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task However_large_the_body_is(Host host)
    {
        await using var app = await Start(host);
        foreach (var size in (int[])[2 << 20, 17 << 20])
        {
            var space = new string(' ', size);
            Assert.Equal(400, (await Post(app, "order", $$"""{"customer":"a",{{space}}"\ud800":1,"lines":[{"q":1}]}""")).Status);
            Assert.Equal(400, (await Post(app, "kept", $$"""{"element":{{space}}{"\ud800":1} }""")).Status);
            Assert.Equal("400 zz: Member 'zz' is not known.", Summary.Of(await Post(app, "strict", $$"""{"n":1,{{space}}"zz":1}""")));
        }
    }

    public static TheoryData<Host, string, string> Unknown => Matrix.Of(
        ("""POST /bounds/strict {"n":1,"inner":{"m":2},"map":{"a":{"m":1}},"animal":{"$type":"cat","lives":9}}""", "201 1 2 1 Cat { Lives = 9 }"),
        ("""POST /bounds/strict {"N":1,"hidden":5,"twice":7}""", "201 1   "),
        ("""POST /bounds/strict {"n":1,"x":1,"y":null,"inner":{"z":1,"m":"a"},"map":{"a":{"w":1,"m":1}},"animal":{"lives":9,"v":1,"$type":"cat"}}""", "400 x: Member 'x' is not known. y: Member 'y' is not known. inner.z: Member 'inner.z' is not known. inner.m: Member 'inner.m' must be a whole number from -2147483648 to 2147483647, not \"a\". map.a.w: Member 'map.a.w' is not known. animal.v: Member 'animal.v' is not known."),
        ("""POST /bounds/strict {"x\n":1,"n":1}""", "400 x\uFFFD: Member 'x\uFFFD' is not known."));

    [Theory, MemberData(nameof(Unknown))]
    public async Task Unknown_members_are_named_where_none_may_come(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task So_it_is_where_the_app_says_so(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Bounded)], services => services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.AllowDuplicateProperties = false;
        }));
        foreach (var (path, body, expected) in ((string, string, string)[])
        [
            ("order", """{"customer":"a","lines":[{"q":1}]}""", "201 a"),
            ("order", """{"customer":"a","lines":[{"q":1,"p":2}],"note":1}""", "400 note: Member 'note' is not known. lines[0].p: Member 'lines[0].p' is not known."),
            ("order", """{"customer":"a","customer":"b","lines":[{"q":1,"Q":2},{"q":"x"}]}""", "400 customer: Member 'customer' comes more than once. lines[0].Q: Member 'lines[0].Q' comes more than once. lines[1].q: Member 'lines[1].q' must be a whole number from 1 to 5, not \"x\"."),
            ("map", """{"a":[],"b":[{"q":1,"q":1}],"a":[]}""", "400 b[0].q: Member 'b[0].q' comes more than once. a: Member 'a' comes more than once."),
            ("numbers", """{"1":1,"2":1,"1":1}""", "400 1: Member '1' comes more than once."),
            ("kept", """{"element":{"a":{"b":1,"b":2}},"node":[{"c":1,"c":2}],"any":{"d":1,"d":2}}""", "400 element.a.b: Member 'element.a.b' comes more than once. node[0].c: Member 'node[0].c' comes more than once. any.d: Member 'any.d' comes more than once."),
        ])
        {
            Assert.Equal(expected, Summary.Of(await Post(app, path, body)));
        }

        var space = new string(' ', 17 << 20);
        Assert.Equal("400 lines[0].q: Member 'lines[0].q' comes more than once.", Summary.Of(await Post(app, "order", $$"""{"customer":"a","lines":[{"q":1,"q":2}]{{space}} }""")));
        Assert.Equal("400 lines[0].p: Member 'lines[0].p' is not known.", Summary.Of(await Post(app, "order", $$"""{"customer":"a","lines":[{"q":1,"p":2}]{{space}} }""")));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_charset_that_is_not_read_is_refused(Host host)
    {
        await using var app = await Start(host);
        var multipart = "--b\r\nContent-Disposition: form-data; name=\"ids\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n1\r\n--b--\r\n";
        foreach (var charset in (string[])["utf-7", "UTF-7"])
        {
            foreach (var (path, body, type) in ((string, string, string)[])
            [
                ("items", "[]", $"application/json; charset={charset}"),
                ("items", "[]", $"application/vnd.items+json; charset={charset}"),
                ("form-numbers", "ids=1", $"application/x-www-form-urlencoded; charset={charset}"),
                ("form-numbers", multipart.Replace("utf-7", charset), "multipart/form-data; boundary=b"),
            ])
            {
                Assert.Equal((type, body, 415), (type, body, (await Post(app, path, body, type)).Status));
            }
        }

        Assert.Equal(415, (await Post(app, "items", "[]", "application/json; charset=\"utf-7\"")).Status);
        Assert.Equal(415, (await Post(app, "items", "[]", "application/json; charset=nonsense")).Status);
        Assert.Equal("201 1 1 ", Summary.Of(await Post(app, "form-numbers", "ids=1", "application/x-www-form-urlencoded; charset=utf-8")));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_body_in_another_charset_has_all_its_faults_told(Host host)
    {
        await using var app = await Start(host);
        foreach (var (charset, encoding) in ((string, Encoding)[])[("utf-16", Encoding.Unicode), ("utf-16BE", Encoding.BigEndianUnicode), ("utf-32", Encoding.UTF32), ("iso-8859-1", Encoding.Latin1)])
        {
            var content = new ByteArrayContent(encoding.GetBytes("""{"customer":7,"lines":[{"q":"ä"},{"q":null},null]}"""));
            content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
            Assert.Equal(
                "400 customer: Member 'customer' must be text, not 7. lines[0].q: Member 'lines[0].q' must be a whole number from 1 to 5, not \"ä\". lines[1].q: Member 'lines[1].q' must not be null. lines[2]: Member 'lines[2]' must not be null.",
                Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/bounds/order") { Content = content })));
        }
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_body_in_pieces_is_read_as_one_in_one_piece(Host host)
    {
        await using var app = await Start(host);
        var body = Encoding.UTF8.GetBytes($$"""{"customer":7,"lines":[{"q":"x"}{{string.Concat(Enumerable.Repeat(""",{"q":1}""", 300_000))}}]}""");
        foreach (var piece in (int[])[100, 5_000, 700_000])
        {
            var content = new Pieces(body, piece);
            content.Headers.ContentType = new("application/json");
            var answer = await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/bounds/order") { Content = content });
            Assert.Equal("400 customer: Member 'customer' must be text, not 7. lines[0].q: Member 'lines[0].q' must be a whole number from 1 to 5, not \"x\".", Summary.Of(answer));
        }
    }

    // .NET gives each value two seconds; these would take ten times as long, one after the other.
    public static TheoryData<Host, string, string> Patterns
    {
        get
        {
            var hostile = new string('a', 40) + "!";
            var (linear, slow, own) = (Ten($$"""{"linear":"{{hostile}}"}"""), Ten($$"""{"slow":"{{hostile}}"}"""), Ten($$"""{"own":"{{hostile}}"}"""));
            const string InTime = "could not be checked in time.";
            return Matrix.Of(
                ("""POST /bounds/patterned {"n":1,"pieces":[{"linear":"aaa","slow":"aaa","own":"aaa"},{"linear":"","slow":"","own":""},{"linear":null}]}""", "201 3"),
                ("""POST /bounds/patterned {"n":1,"pieces":[{"linear":"b","slow":"b","own":"0"}]}""", "400 pieces[0].linear: The field linear must match the regular expression '^(a+)+$'. pieces[0].slow: The field slow must match the regular expression '^(?!x)(a+)+$'. pieces[0].own: The field own must match the regular expression '^(?!x)([a-z]+)+$'."),
                ($$"""POST /bounds/patterned {"n":1,"pieces":{{linear}}}""", "400 " + string.Join(' ', Enumerable.Range(0, 10).Select(i => $"pieces[{i}].linear: The field linear must match the regular expression '^(a+)+$'."))),
                ($$"""POST /bounds/patterned {"n":"x","pieces":{{linear}}}""", "400 n: Member 'n' must be a whole number from -2147483648 to 2147483647, not \"x\". " + string.Join(' ', Enumerable.Range(0, 10).Select(i => $"pieces[{i}].linear: The field linear must match the regular expression '^(a+)+$'."))),
                ($$"""POST /bounds/patterned {"n":1,"pieces":{{slow}}}""", $"400 pieces[0].slow: Member 'pieces[0].slow' {InTime}"),
                ($$"""POST /bounds/patterned {"n":"x","pieces":{{slow}}}""", $"400 n: Member 'n' must be a whole number from -2147483648 to 2147483647, not \"x\". pieces[0].slow: Member 'pieces[0].slow' {InTime}"),
                ($$"""POST /bounds/patterned {"n":1,"pieces":{{own}}}""", $"400 pieces[0].own: Member 'pieces[0].own' {InTime}"),
                ($$"""POST /bounds/judgement {"texts":["{{hostile}}","{{hostile}}","{{hostile}}"]}""", $"400 : The request {InTime}"),
                ($"GET /bounds/patterned?a={hostile}&b={hostile}&c={hostile}&d={hostile}", $"400 a: Query parameter 'a' {InTime} b: Query parameter 'b' {InTime}"),
                ($"GET /bounds/patterned?c={hostile}&d={hostile}", $"400 c: Query parameter 'c' {InTime}"),
                ("GET /bounds/patterned?a=b&c=0&e=7", "400 a: The field a must match the regular expression '^(?!x)(a+)+$'. c: The field c must match the regular expression '^(?!x)([a-z]+)+$'. e: The field e must match the regular expression '^[0-9]{2}$'."));

            static string Ten(string item) => $"[{string.Join(',', Enumerable.Repeat(item, 10))}]";
        }
    }

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Patterns))]
    public async Task Patterns_of_one_request_share_the_time_of_one(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        // A pattern with a time of its own would be in the answer too. How long the request takes depends on the machine.
        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Many_fields_and_files_take_no_longer_each(Host host)
    {
        await using var app = await Start(host);

        var fields = string.Join('&', Enumerable.Range(0, 60_000).Select(i => $"ids[{i}]={i}"));
        Assert.Equal("201 60000 59999 ", Summary.Of(await Post(app, "form-numbers", fields, "application/x-www-form-urlencoded")));

        var form = new MultipartFormDataContent { { new StringContent("1"), "ids" } };
        for (var i = 0; i < 10_000; i++)
        {
            form.Add(new StringContent("1"), $"slots[{i}].n");
            form.Add(new StringContent("1"), $"slots[{i}].file", "f");
        }

        Assert.Equal("201 1 1 10000", Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, "/bounds/form-numbers") { Content = form })));
    }

    private static void AssertBounded(Answer answer, int told, bool? isMore)
    {
        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.True(Encoding.UTF8.GetByteCount(answer.Body) <= LargestAnswer, $"{answer.Body.Length}: {answer.Body[..Math.Min(2000, answer.Body.Length)]}");
        var document = JsonNode.Parse(answer.Body)!;
        var errors = document["errors"]!.AsObject();
        Assert.InRange(errors.Count, Math.Max(told, 1), told is 0 ? Most : told);
        Assert.All(errors, error => Assert.InRange(error.Key.Length, 0, 513));
        if (isMore is { } expected)
        {
            Assert.Equal(expected, ((string)document["detail"]!).EndsWith(" More faults were found than are listed here.", StringComparison.Ordinal));
        }
    }

    private static string Items(string item, int count) => $"[{string.Join(',', Enumerable.Repeat(item, count))}]";

    private static async Task<Answer> Post(RunningApp app, string path, string body, string type = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await app.Ask(new HttpRequestMessage(HttpMethod.Post, $"/bounds/{path}") { Content = content });
    }

    private static Task<RunningApp> Start(Host host, ErrorFormat format = ErrorFormat.Problem) =>
        RunningApp.Start(host, [typeof(Bounded)], options: options => options.ErrorFormat = format);

    private sealed class Talkative : RejectionTexts
    {
        public override string Missing(RequestSource source, string name) => new('\u0001', 1_000_000);

        public override string Several(IReadOnlyList<string> faults) => string.Concat(Enumerable.Repeat(string.Concat(faults), 50));

        public override string MoreFaults(int told) => new('"', 1_000_000);
    }

    /// <summary>A body without a length, which comes bit by bit.</summary>
    private sealed class Pieces(byte[] body, int size) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            foreach (var piece in body.Chunk(size).Take(8).Append(body[Math.Min(body.Length, 8 * size)..]))
            {
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
                await Task.Delay(1);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
