#pragma warning disable IL2026 // As in Apps/Rules.cs: .NET marks the constructors of these attributes.

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Conformance.LitestarCases;

public record PageSize(int Size);

public record Four(int Path, int Query, int Header, int Cookie);

public record Named(string Name);

public record Link(string? Url);

public record Parent(Child Child, OtherChild OtherChild);

public record Child(int Val, int OtherVal);

public record OtherChild(int[] Val);

public record Echoed(string Filename, string Content, string ContentType);

public record Documents(IFormFile Cv, IFormFile Diploma, IFormFile Photo, IFormFile Letter);

public record FileList(IFormFile[] Files);

public record MaybeFileList(IFormFile[]? Files);

public record MaybeFile(IFormFile? File = null);

public sealed class Rejected(string detail) : HttpException(400, detail);

public sealed class Lookalike() : Exception("hello")
{
    public int StatusCode => 400;

    public string Detail => "hello";
}

/// <summary>The handlers of Python Litestar's own tests, in C#.</summary>
[Path("/cases")]
public static class CasesApp
{
    // A: the query.
    [Get("/search")] public static string Search(int page, [FromQuery(Name = "pageSize"), Range(1, 100)] int size, [Length(1, 3)] string[] brands, [FromQuery(Name = "from_date")] DateTime? from = null, [FromQuery(Name = "to_date")] DateTime? to = null) =>
        $"{page} {size} {string.Join('|', brands)} {from:s} {to:s}";
    [Get("/one-or-many")] public static string OneOrMany(int[]? param = null) => string.Join('|', param ?? []);
    [Get("/both-lists")] public static string BothLists(string[] a, string[] b, HttpRequest request) => $"{string.Join('|', a)} {string.Join('|', b)} {request.Query.Count}";
    [Get("/two-texts")] public static string TwoTexts(string first, string second) => $"{first} {second}";
    [Get("/page-size"), Provide(nameof(SizeOfPage))] public static string FromProvider(PageSize size) => $"{size.Size}";
    [Post("/secret/query")] public static string SecretInQuery(Named? data, [FromQuery(Name = "x-secret")] string secret) => $"{data?.Name} {secret}";
    [Get("/pattern")] public static string Pattern([RegularExpression("[a|b]")] string text) => $"str: {text}";
    [Get("/alias")] public static string Alias([FromQuery(Name = "query-param")] string param) => param;

    public static PageSize SizeOfPage([FromQuery(Name = "pageSize"), Range(1, 100)] int pageSize) => new(pageSize);

    // B: paths and methods.
    [Get("/checked/{version}/{service}/{user}")] public static string CheckedPath([Range(0.1, 4.0)] double version, [Range(1, 100)] int service, [Length(1, 10)] string user) => FormattableString.Invariant($"{version} {service} {user}");
    [Get("/typed/int/{test:int}")] public static string TypedInt(int test) => $"{test}";
    [Get("/typed/float/{test:double}")] public static string TypedFloat(double test) => FormattableString.Invariant($"{test}");
    [Get("/typed/uuid/{test:guid}")] public static string TypedUuid(Guid test) => $"{test}";
    [Get("/typed/decimal/{test:decimal}")] public static string TypedDecimal(decimal test) => FormattableString.Invariant($"{test}");
    [Get("/typed/date/{test}")] public static string TypedDate(DateOnly test) => $"{test:O}";
    [Get("/typed/time/{test}")] public static string TypedTime(TimeOnly test) => $"{test:HH:mm:ss}";
    [Get("/typed/datetime/{test}")] public static string TypedDateTime(DateTime test) => $"{test:O}";
    [Get("/typed/duration/{test}")] public static string TypedDuration(TimeSpan test) => test.TotalSeconds.ToString(CultureInfo.InvariantCulture);
    [Get("/typed/path/{**test}")] public static string TypedPath(string test) => test;
    [Get("/names/{name}")] public static string GetName(string name) => $"Hello, {name}!";
    [Post("/names/{title}")] public static string PostName(string title) => $"Hello, {title}!";
    [Get("/message/{message?}")] public static string Message(string? message = null) => message ?? "no message";
    [Get("/numbered/{id:int=1}", "/numbered/something/{id:int=1}")] public static int Numbered(int id) => id;
    [Get("/sub/int/{p:int}")] public static int SubInt(int p) => p;
    [Get("/sub/uuid/{p:guid}")] public static Guid SubUuid(Guid p) => p;
    [Get("/sub/float/{p:double}")] public static double SubFloat(double p) => p;
    [Get("/without/{first:int}/{second}/sub/{third:guid}", "/with/{first:int}/{second}/sub/{third:guid}/")] public static string Slashes(int first, string second, Guid third) => $"{first} {second} {third}";
    [Get("/wins/{n:int}")] public static string WinsParameter(int n) => $"path {n}";
    [Get("/wins/query")] public static string WinsQuery(int value) => $"query {value}";
    [Get("/wins/mixed/{n:int}")] public static string WinsMixed(int n, int value) => $"mixed {n} {value}";
    [Get("/two"), Post("/two")] public static string Two() => "two";
    [Get("/name:str/{name}")] public static string Colon(string name) => name;
    [Get("/router-path/path-one/{param}", Name = "handler-name")] public static string NamedHandler(string param) => param;
    [Get("/reverse")] public static string? Reverse(LinkGenerator links) => links.GetPathByName("handler-name", new RouteValueDictionary { ["param"] = "param-value" });
    [Get("/url-for")] public static Link UrlFor(LinkGenerator links, HttpContext context, string name) => new(links.GetUriByName(context, name, new RouteValueDictionary { ["param"] = "1" }));
    [Get("/he/llo")] public static string Hello() => "hello";
    [Get("/get-only")] public static string GetOnly() => "get";
    [Get("/get-and-patch")] public static string GetOfTwo() => "get";
    [Patch("/get-and-patch")] public static string PatchOfTwo() => "patch";
    [Options("/own-options")] public static string OwnOptions(HttpResponse response) { response.Headers["Custom-Handler"] = "Active"; return "own"; }
    [Head("/head")] public static void Head() { }
    [Get("/verbs"), Post("/verbs"), Put("/verbs"), Patch("/verbs"), Delete("/verbs")] public static Named Verbs() => new("model");
    [Delete("/verbs/nothing")] public static void DeleteNothing() { }

    // C: headers and cookies.
    [Get("/header/length-3")] public static string HeaderOfThree([FromHeader(Name = "special-header"), StringLength(3, MinimumLength = 1)] string special) => special;
    [Get("/header/length-2")] public static string HeaderOfTwo([FromHeader(Name = "special-header"), StringLength(2, MinimumLength = 1)] string special) => special;
    [Get("/header/le-201")] public static int HeaderTo201([FromHeader(Name = "special-header"), Range(100, 201)] int special) => special;
    [Get("/header/le-120")] public static int HeaderTo120([FromHeader(Name = "special-header"), Range(100, 120)] int special) => special;
    [Get("/header/optional")] public static string HeaderOrNone([FromHeader(Name = "special-header")] string? special) => special ?? "none";
    [Post("/secret/header")] public static string SecretInHeader(Named? data, [FromHeader(Name = "x-secret")] string secret) => $"{data?.Name} {secret}";
    [Post("/secret/cookie")] public static string SecretInCookie(Named? data, [FromCookie(Name = "x-secret")] string secret) => $"{data?.Name} {secret}";
    [Get("/four/{path_param:int}")] public static Four FourSources(int path_param, int query_param, [FromHeader(Name = "header_param")] int header_param, [FromCookie] int cookie_param) => new(path_param, query_param, header_param, cookie_param);
    [Get("/four/handler/{path_param:int}")] public static Four FourAliases([FromRoute(Name = "path_param")] int a, [FromQuery(Name = "query_param")] int b, [FromHeader(Name = "header_param")] int c, [FromCookie(Name = "cookie_param")] int d) => new(a, b, c, d);
    [Get("/four/provider/{path_param:int}"), Provide(nameof(FourAliases))] public static Four FourOfProvider([FromRoute(Name = "path_param")] int path, Four four) => four with { Path = path };

    // E: errors.
    [Get("/fault/query"), Provide(nameof(SizeOfTen))] public static string FaultInQuery(PageSize dep, int param) => $"{dep} {param}";
    [Get("/fault/path/{param:int}")] public static int FaultInPath([Range(int.MinValue, 10)] int param) => param;
    [Get("/fault/both"), Provide(nameof(NoSize))] public static string FaultInBoth(PageSize dep, int param) => $"{dep} {param}";
    [Post("/fault/all")] public static string FaultInAll(Parent data, [FromQuery(Name = "int_param")] int number, [FromQuery(Name = "length_param"), MinLength(2)] string length, [FromHeader(Name = "X-SOME-INT")] int header, [FromCookie(Name = "int-cookie")] int cookie) => $"{data} {number} {length} {header} {cookie}";
    [Get("/thrown/extra")] public static string ThrownExtra() => throw new HttpException(500, "x") { Extensions = new Dictionary<string, object?> { ["key"] = "value" } };
    [Get("/thrown/own")] public static string ThrownOwn(bool extra) => throw new Rejected("hello") { Extensions = extra ? new Dictionary<string, object?> { ["key"] = "value" } : null };
    [Get("/thrown/lookalike")] public static string ThrownLookalike() => throw new Lookalike();
    [Get("/thrown/cause")] public static string ThrownCause() => throw new InvalidOperationException("outer", new FormatException("inner"));
    [Get("/text")] public static string Text(DateOnly q) => $"{q}";
    [Get("/lookup"), OnError(nameof(OfAny)), OnError(nameof(OfHttp))] public static string Lookup(int raise) => throw (raise switch { 1 => new BadRequestException("1"), 2 => new HttpException(500, "2"), _ => new InvalidOperationException("3") });
    [Get("/lookup/derived"), OnError(nameof(OfHttp)), OnError(nameof(OfBadRequest)), OnError(nameof(OfArgument))] public static string LookupDerived(int raise) => throw (raise is 1 ? new BadRequestException("1") : new ArgumentNullException("2"));
    [Get("/not-called"), Middleware(nameof(Breaks)), OnError(nameof(OfInvalidOperation))] public static string NotCalled() => "called";
    [Get("/torn")] public static async IAsyncEnumerable<int> Torn()
    {
        for (var i = 0; i < 50_000; i++)
        {
            yield return i;
        }

        await Task.Yield();
        throw new InvalidOperationException("too late");
    }

    public static PageSize SizeOfTen() => new(10);
    public static PageSize NoSize() => throw new InvalidOperationException("thirteen");
    public static IResult OfAny(Exception error) => TypedResults.Text("any", statusCode: 500);
    public static IResult OfHttp(HttpException error) => TypedResults.Text("http", statusCode: error.Status);
    public static IResult OfBadRequest(BadRequestException error) => TypedResults.Text("bad request", statusCode: 400);
    public static IResult OfArgument(ArgumentException error) => TypedResults.Text("argument", statusCode: 400);
    public static IResult OfInvalidOperation(InvalidOperationException error) => TypedResults.Text("handled", statusCode: 418);
    public static Task Breaks(HttpContext context, RequestDelegate next) => throw new InvalidOperationException("middleware");

    // I: responses.
    [Get("/response/text")] public static Response<string> ResponseText() => new("hello world") { Headers = { ["first"] = "1", ["second"] = "2" } };
    [Get("/response/204")] public static Response<byte[]> Response204() => new([]) { Status = 204 };
    [Get("/response/304")] public static Response<byte[]> Response304() => new([]) { Status = 304 };
    [ResponseHeader("Set-Cookie", "test=1; path=/")]
    [Get("/response/cookie")] public static Response<string> ResponseCookie() => new("") { Cookies = { { "test", "2" } } };
    [Get("/response/cookie/default")] public static Response<string> ResponseCookieDefault() => new("") { Cookies = { { "test", "123" } } };

    // F: bodies.
    [Post("/body/dictionary")] public static int BodyOfDictionary(Dictionary<string, int> data) => data.Count;
    [Post("/body/default")] public static Named BodyOrDefault(Named? data) => data ?? new("default");
    [Post("/body/list")] public static int BodyOfList([FromBody, MinLength(1)] List<string> data) => data.Count;
    [Post("/body/called-body")] public static string CalledBody(string[] body) => string.Join('|', body);
    [Post("/form/optional")] public static string FormOrNone([FromForm] Named? data) => data?.Name ?? "none";
    [Post("/form/model")] public static string FormOfFiles([FromForm] Documents data) => $"{data.Cv.FileName} {data.Diploma.FileName} {data.Photo.FileName} {data.Letter.FileName}";
    [Post("/form/files")] public static string AllFiles(IFormFileCollection data) => string.Join(' ', data.Select(file => file.Name));
    [Post("/form/list")] public static int FilesOfOneName(IFormFile[] data) => data.Length;
    [Post("/form/file")] public static string OneFile(IFormFile cv) => cv.FileName;
    [Post("/form/echo")] public static async Task<Echoed> Echo(IFormFile test) => new(test.FileName, await new StreamReader(test.OpenReadStream()).ReadToEndAsync(), test.ContentType);
    [Post("/form/headers")] public static string PartHeaders(IFormFile test) => string.Join(' ', test.Headers.Select(header => $"{header.Key.ToLowerInvariant()}={header.Value}").Order());
    [Post("/form/file-list")] public static int ModelOfList([FromForm] FileList data) => data.Files.Length;
    [Post("/form/file-list/optional")] public static int ModelOfMaybeList([FromForm] MaybeFileList data) => data.Files?.Length ?? -1;
    [Post("/form/file/optional")] public static string ModelOfMaybeFile([FromForm] MaybeFile data) => data.File?.FileName ?? "none";
    [Post("/form/value")] public static string Value([FromForm] string value) => $"[{value}]";
}
