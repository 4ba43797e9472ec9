using System.Text.RegularExpressions;
using CsCheck;

namespace Litestar.Tests.Routing;

/// <summary>A random table with random requests, dense enough that most requests meet a route.</summary>
internal sealed partial record RouteCase(string[] Routes, string[] Requests)
{
    private static readonly string[] Literals = ["a", "B", "ab", "users", "a-b", "v1", "7", "é", "{{a}}", "%2F"];

    private static readonly string[] Parameters =
    [
        "{#}", "{#}", "{#:int}", "{#:int}", "{#:alpha}", "{#:guid}", "{#:min(2)}", "{#:max(5)}", "{#:range(1,9)}", "{#:length(2)}",
        "{#:length(1,3)}", "{#:minlength(2)}", "{#:maxlength(1)}", "{#:bool}", "{#:long}", "{#:decimal}", "{#:double}", "{#:float}",
        "{#:datetime}", "{#:regex(^a)}", @"{#:regex(^\d{{1,2}}$)}", "{#:required}", "{#:file}", "{#:nonfile}", "{#:int:min(2)}", "{#:INT}",
        "{#-1}-{#-2}", "{#-1}.{#-2?}", "v{#:int}", "{#:int}.{#-2}", "a{#}", "{#}b", "{#-1:int}-{#-2:alpha}.{#-3?}", "{#-1}a{#-2}",
        "{#=1}", "{#:int=1}",
    ];

    private static readonly string[] Lasts =
    [
        "{#?}", "{#:int?}", "{#:alpha?}", "{#:required?}", "{#=1}", "{#=}", "{#:int=1}", "{#:int=x}", "{#:file=x}", "{#:nonfile=x}",
        "{*#}", "{**#}", "{*#:int}", "{*#:alpha}", "{**#:maxlength(5)}", "{*#:regex(a)}", "{*#=z}", "{*#:int=x}", "{*#:int=3}",
        "{*#:nonfile}", "{*#:required}",
    ];

    private static readonly string[] Texts =
    [
        "a", "A", "a", "b", "B", "ab", "Ab", "users", "USERS", "1", "7", "7", "12", "-3", "+4", " 5", "1,000", "1.5", "1e3", "x", "zz",
        "a-b", "A-b", "1-a", "1-a.b", "a.b", "a.", ".b", "a.b.c", "-", "a-", "--", "v1", "V2", "vx", "v", "aab", "bab", "true", "False",
        "9223372036854775808", "00000000-0000-0000-0000-000000000000", "2024-02-29", "%2F", "a%20b", "a%2fb", "é", "É", "\u212A", "a\n",
        "NaN", "", "", "a b", "{a}", "*",
    ];

    private static readonly Gen<string> Method = Gen.OneOf("GET", "GET", "GET", "POST", "PUT", "HEAD", "OPTIONS", "QUERY");

    private static readonly Gen<string> Asked = Gen.OneOf(
        "GET", "GET", "GET", "get", "POST", "Post", "PUT", "HEAD", "OPTIONS", "QUERY", "query", "NOPE");

    private static readonly Gen<string> Segment = Gen.Frequency((3, Gen.OneOf(Literals)), (4, Gen.OneOf(Parameters)));

    private static readonly Gen<string> Template = Gen.Select(
        Segment.Array[0, 3],
        Gen.Frequency((2, Gen.Const("")), (1, Gen.OneOf(Lasts))),
        Gen.Frequency((3, Gen.Const("")), (1, Gen.OneOf(Lasts))),
        (segments, beforeLast, last) => string.Join('/',
            segments.Append(beforeLast.StartsWith("{*") ? "" : beforeLast).Append(last)
                .Where(segment => segment.Length > 0)
                .Select((segment, i) => segment.Replace("#", $"p{i}"))));

    private static readonly Gen<string> Stray = Gen.Select(
        Gen.OneOf(Texts).Array[0, 4],
        Gen.OneOf("", "", "", "/", "//"),
        (segments, tail) => segments.Length == 0 ? tail : $"/{string.Join('/', segments)}{tail}");

    private static readonly Gen<Func<string, string>> Change = Gen.Frequency(
        (6, Gen.Const((string path) => path)),
        (1, Gen.Const((string path) => path.ToUpperInvariant())),
        (1, Gen.Const((string path) => $"{path}/")),
        (1, Gen.Const((string path) => path[..Math.Max(0, path.LastIndexOf('/'))])),
        (1, Gen.Const((string path) => $"{path}//")),
        (1, Gen.Const((string path) => $"{path}/a")),
        (1, Gen.Const((string path) => path.Insert(path.LastIndexOf('/') + 1, "/"))));

    // Many that are much alike, some of them in letters that fold in ways of their own.
    private static readonly Gen<string> Alike = Gen.Select(
        Gen.OneOf("area", "Route-", "straße-", "Émile", "σ\u212A"), Gen.Int[0, 30], Gen.OneOf("", "", "/items", "/{#}", "/{#:int}", "-é/{*#}"),
        (start, number, end) => $"{start}{number:00}{end.Replace("#", "p")}");

    private static readonly Gen<string[]> Tables = Gen.Frequency(
        (9, Gen.Int[1, 10].Select(size => (size, 0))), (1, Gen.Int[20, 40].Select(size => (size, 0))), (2, Gen.Select(Gen.Int[0, 10], Gen.Int[20, 60]))).SelectMany(sizes => Gen.Select(
            Gen.Select(Method, Template, (method, template) => $"{method} /{template}").Array[sizes.Item1],
            Gen.Select(Method, Alike, (method, template) => $"{method} /{template}").Array[sizes.Item2],
            (any, alike) => any.Concat(alike).ToArray()));

    public static readonly Gen<RouteCase> Random = Tables.SelectMany(routes =>
        Gen.Frequency((1, Gen.Select(Asked, Stray, (method, path) => $"{method} {path}")), (4, Near(routes))).Array[150]
            .Select(requests => new RouteCase(routes, requests)));

    // A request made after one of the routes, so that most of it fits, and then changed a little.
    private static Gen<string> Near(string[] routes) => Gen.Select(
        Gen.OneOf(routes), Gen.Int[0, 5], Change, Gen.Frequency((2, Gen.Const("")), (1, Asked)),
        (route, salt, change, asked) =>
        {
            var (method, template) = (route[..route.IndexOf(' ')], route[route.IndexOf('/')..]);
            var path = Parameter().Replace(template, match => Fitting(match.Value, salt + match.Index));
            return $"{(asked.Length > 0 ? asked : method)} {change(path)}";
        });

    private static string Fitting(string parameter, int salt)
    {
        string[] texts = parameter switch
        {
            _ when parameter.Contains("guid") => ["00000000-0000-0000-0000-000000000000", "a"],
            _ when parameter.Contains("bool") => ["true", "False", "x"],
            _ when parameter.Contains("datetime") => ["2024-02-29", "7"],
            _ when parameter.Contains("alpha") => ["ab", "x", "users", "\u212A", "a\n"],
            _ when NumberLike().IsMatch(parameter) => ["1", "7", "12", "+4", " 5", "x"],
            _ when parameter.StartsWith("{*") => ["a/b", "7", "x.y/z", "a//b", "", "ab"],
            _ => ["a", "B", "users", "1", "zz", "a-b", "a.b", "%2F", "a%20b", "v1", ""],
        };
        return texts[salt % texts.Length];
    }

    [GeneratedRegex(@"\{.*?\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("int|min|max|range|long|decimal|double|float")]
    private static partial Regex NumberLike();
}
