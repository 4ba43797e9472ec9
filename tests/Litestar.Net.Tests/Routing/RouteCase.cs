using CsCheck;

namespace Litestar.Tests.Routing;

/// <summary>A random table with random requests, dense enough that most requests meet a route.</summary>
internal sealed record RouteCase(string[] Routes, string[] Requests)
{
    private static readonly string[] Literals = ["a", "B", "ab", "users", "a-b", "v1", "7"];

    private static readonly string[] Parameters =
    [
        "{#}", "{#}", "{#:int}", "{#:int}", "{#:alpha}", "{#:guid}", "{#:min(2)}", "{#:max(5)}", "{#:range(1,9)}", "{#:length(2)}",
        "{#:length(1,3)}", "{#:minlength(2)}", "{#:maxlength(1)}", "{#:bool}", "{#:long}", "{#:decimal}", "{#:double}", "{#:float}",
        "{#:datetime}", "{#:regex(^a)}", "{#:required}", "{#:file}", "{#:nonfile}", "{#:int:min(2)}", "{#:INT}",
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
        "9223372036854775808", "00000000-0000-0000-0000-000000000000", "2024-02-29", "%2F", "a%20b", "a%2fb", "é", "\u212A", "a\n",
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

    private static readonly Gen<string> Path = Gen.Select(
        Gen.OneOf(Texts).Array[0, 4],
        Gen.OneOf("", "", "", "/", "//"),
        (segments, tail) => segments.Length == 0 ? tail : $"/{string.Join('/', segments)}{tail}");

    public static readonly Gen<RouteCase> Random = Gen.Select(
        Gen.Select(Method, Template, (method, template) => $"{method} /{template}").Array[1, 8],
        Gen.Select(Asked, Path, (method, path) => $"{method} {path}").Array[150],
        (routes, requests) => new RouteCase(routes, requests));
}
