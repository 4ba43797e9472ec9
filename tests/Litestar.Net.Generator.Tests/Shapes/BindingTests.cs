namespace Litestar.Generator.Tests.Shapes;

/// <summary>Parameters of every source, and of every type that is read from text.</summary>
public sealed class BindingTests
{
    private static readonly (string Parameter, string Text, string Expected)[] Values =
    [
        ("int a", "5", "5"),
        ("bool a", "1", "True"),
        ("char a", "x", "x"),
        ("decimal a", "1.5", "1.5"),
        ("Guid a", "0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        ("DateOnly a", "2020-02-29", "02/29/2020"),
        ("DateTime a", "2020-02-29T01:02:03Z", "02/29/2020 01:02:03"),
        ("TimeSpan a", "1.02:03:04", "1.02:03:04"),
        ("Half a", "1.5", "1.5"),
        ("Int128 a", "170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
        ("System.Numerics.BigInteger a", "99999999999999999999999999999999999999999", "99999999999999999999999999999999999999999"),
        ("System.Net.IPAddress a", "::1", "::1"),
        ("Uri a", "/x", "/x"),
        ("Color a", "green", "Green"),
        ("Color? a", "green", "Green"),
        ("int? a", "5", "5"),
        ("string a", "%C3%A9", "é"),
        ("Point a", "1;2", "1;2"),
        ("Point? a", "1;2", "1;2"),
        ("Ref a", "z", "Ref z"),
        ("Ref? a", "z", "Ref z"),
    ];

    private static readonly string[] Lists =
    [
        "int[]",
        "int?[]",
        "List<int>",
        "IList<int>",
        "ICollection<int>",
        "IEnumerable<int>",
        "IReadOnlyList<int>",
        "IReadOnlyCollection<int>",
        "HashSet<int>",
        "ISet<int>",
        "IReadOnlySet<int>",
        "params int[]",
        "params IEnumerable<int>",
        "params List<int>",
    ];

    [Fact]
    public Task A_value_is_read_from_the_query() => Generated.Ask($$"""
        using System.Diagnostics.CodeAnalysis;
        using System.Globalization;
        Serve([{{string.Join(", ", Values.Select((_, i) => $"Show{i}"))}}]);
        {{string.Join("\n", Values.Select((one, i) => $"[Get(\"/{i}\")] static string Show{i}({one.Parameter}) => string.Create(CultureInfo.InvariantCulture, $\"{{a}}\");"))}}
        enum Color { Red, Green }
        readonly record struct Point(int X, int Y) : ISpanParsable<Point>
        {
            public static Point Parse(string s, IFormatProvider? p) => throw new NotSupportedException();
            public static Point Parse(ReadOnlySpan<char> s, IFormatProvider? p) => throw new NotSupportedException();
            public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? p, out Point point) => TryParse(s.AsSpan(), p, out point);
            public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? p, out Point point) { var at = s.IndexOf(';'); point = at < 0 ? default : new(int.Parse(s[..at]), int.Parse(s[(at + 1)..])); return at >= 0; }
            public override string ToString() => $"{X};{Y}";
        }
        sealed class Ref(string text) : IParsable<Ref>
        {
            public static Ref Parse(string s, IFormatProvider? p) => new(s);
            static bool IParsable<Ref>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? p, [MaybeNullWhen(false)] out Ref found) { found = new(s!); return true; }
            public override string ToString() => $"Ref {text}";
        }
        """, [.. Values.Select((one, i) => ($"GET /{i}?a={Uri.EscapeDataString(Uri.UnescapeDataString(one.Text))}", one.Expected))]);

    [Fact]
    public Task Lists_of_every_type() => Generated.Ask($$"""
        Serve([typeof(Holder), {{string.Join(", ", Lists.Select((_, i) => $"Local{i}"))}}]);
        {{string.Join("\n", Lists.Select((type, i) => $"[Get(\"/local/{i}\")] static string Local{i}({type} ids) => string.Join(\"+\", ids.Order());"))}}
        static class Holder
        {
            {{string.Join("\n", Lists.Select((type, i) => $"[Get(\"/name/{i}\")] public static string Name{i}({type} ids) => string.Join(\"+\", ids.Order());"))}}
            {{string.Join("\n", Lists.Select((type, i) => $"[Get(\"/accessor/{i}\")] private static string Accessor{i}({type} ids) => string.Join(\"+\", ids.Order());"))}}
        }
        """, [.. Lists.SelectMany((_, i) => new[] { ($"GET /local/{i}?ids=2&ids=1", "1+2"), ($"GET /name/{i}?ids=2&ids=1", "1+2"), ($"GET /accessor/{i}?ids=2&ids=1", "1+2") })]);

    [Fact]
    public async Task Every_source()
    {
        using var app = Running.Start("""
            using System.Security.Claims;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;

            Serve([typeof(All), Found], builder =>
            {
                builder.Services.AddKeyedSingleton("big", new Store("big"));
                builder.Services.AddKeyedSingleton(Size.Small, new Store("small"));
                builder.Services.AddKeyedSingleton(3, new Store("three"));
                builder.Services.AddSingleton(new Store("plain"));
                builder.Services.AddSingleton<List<string>>(["listed"]);
            });

            [Get("/found/{id}")]
            static string Found([FromRoute(Name = "id")] int number, [FromQuery(Name = "page-size")] int size, [FromHeader(Name = "X-Id")] string header, [FromCookie(Name = "c \"k\\")] string cookie = "none") =>
                $"{number} {size} {header} {cookie}";

            enum Size { Small }
            record Store(string Name);
            static class All
            {
                [Get("/keyed")]
                public static string Keyed([FromKeyedServices("big")] Store big, [FromKeyedServices(Size.Small)] Store small, [FromKeyedServices(3)] Store three, [FromKeyedServices("none")] Store? none, Store plain) =>
                    $"{big.Name} {small.Name} {three.Name} {none?.Name} {plain.Name}";

                [Get("/framework")]
                public static string Framework(HttpContext context, HttpRequest request, HttpResponse response, ClaimsPrincipal user, CancellationToken stop) =>
                    $"{context.Request == request} {context.Response == response} {context.User == user} {stop == context.RequestAborted}";

                [Get("/services")]
                public static string Services([FromServices] List<string> texts, IServiceProvider provider, [FromServices] ILoggerFactory? absent = null) => texts[0];
                public interface ILoggerFactory;

                [Post("/bytes")] public static int Bytes(byte[] body) => body.Length;
                [Post("/stream")] public static async Task<int> Read(Stream body) { var text = new MemoryStream(); await body.CopyToAsync(text); return (int)text.Length; }
                [Delete("/delete")] public static string Remove([FromBody] Store store) => store.Name;
                [Post("/both/{id}")] public static string Both(int id, Store store, [FromBody] Size[] sizes, string? q) => $"{id} {store.Name} {sizes.Length} {q}";
            }
            """);
        await app.Ask("GET /found/1?page-size=2\nX-Id: 3", 200, "1 2 3 none");
        await app.Ask("GET /keyed", 200, "big small three  plain");
        await app.Ask("GET /framework", 200, "True True True True");
        await app.Ask("GET /services", 200, "listed");
        await app.Ask("POST /bytes [1]", 201, "3");
        await app.Ask("POST /stream [1]", 201, "3");
        await app.Ask("DELETE /delete {\"name\":\"x\"}", 200, "x");
        await app.Ask("POST /both/7?q=z [0]", 201, "7 plain 1 z");
    }

    [Fact]
    public async Task All_faults_of_a_request_at_once()
    {
        using var app = Running.Start("""
            Serve([Show]);
            [Post("/{id}")] static async Task<string> Show(int id, int page, Note note) { await Task.Yield(); return "never"; }
            record Note(string Text);
            """);
        using var answer = await app.Send("POST /x {}");
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.All(["\"id\":", "\"page\":", "text"], part => Assert.Contains(part, body, StringComparison.Ordinal));
    }

    [Fact]
    public Task Several_paths_and_verbs() => Generated.Ask("""
        Serve([Show]);
        [Get("/a", "/b/{id:int}"), Put("/a", Status = 200), Verb("QUERY", "/c")]
        static string Show(int id = 3) => $"{id}";
        """, ("GET /a?id=1", "1"), ("GET /b/2", "2"), ("PUT /a", "3"), ("QUERY /c", "3"));

    [Fact]
    public async Task Statuses_of_several_verbs()
    {
        using var app = Running.Start("""
            Serve([Show]);
            [Get("/"), Post("/"), Delete("/", Status = 202)] static int[] Show() => [1];
            """);
        await app.Ask("GET /", 200, "[1]");
        await app.Ask("POST /", 201, "[1]");
        await app.Ask("DELETE /", 202, "[1]");
    }

    [Fact]
    public Task More_parameters_than_func_takes()
    {
        var parameters = string.Join(", ", Enumerable.Range(0, 20).Select(i => $"int p{i}"));
        var sum = string.Join(" + ", Enumerable.Range(0, 20).Select(i => $"p{i}"));
        return Generated.Ask($"Serve([Sum]);\n[Get(\"/sum\")] static int Sum({parameters}) => {sum};", ("GET /sum?" + string.Join("&", Enumerable.Range(0, 20).Select(i => $"p{i}={i}")), "190"));
    }
}
