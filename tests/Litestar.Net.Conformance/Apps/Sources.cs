using System.Net;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Apps;

public sealed class Counter { private int _count; public int Next() => Interlocked.Increment(ref _count); }

public interface IClock { string Now { get; } }

public sealed class FixedClock(string now) : IClock { public string Now => now; }

public record Order(string Customer, Line[] Lines, string? Note = null);

public record Line(string Sku, int Quantity);

public enum Stage { [JsonStringEnumMemberName("in-progress")] InProgress, Done }

[Flags]
public enum Rights { Read = 1, Write = 2 }

/// <summary>Every source a parameter can come from.</summary>
[Path("/sources")]
public static class Sources
{
    [Get("/route/{id:int}/{name}")] public static string Route(int id, string name) => $"{id} {name}";
    [Get("/route/optional/{id:int?}")] public static string RouteOptional(int? id) => $"{id?.ToString() ?? "none"}";
    [Get("/route/default/{id=7}")] public static string RouteDefault(int id) => $"{id}";
    [Get("/route/rest/{**rest}")] public static string RouteRest(string? rest) => $"[{rest}]";
    [Get("/route/parts/{major:int}.{minor:int}")] public static string RouteParts(int major, int minor) => $"{major}/{minor}";
    [Get("/route/enum/{shade}")] public static string RouteEnum(Shade shade) => $"{shade}";
    [Get("/route/guid/{id:guid}")] public static string RouteGuid(Guid id) => $"{id}";
    [Get("/route/named/{item-id}")] public static string RouteNamed([FromRoute(Name = "item-id")] string id) => id;

    [Get("/query")] public static string Query(int page = 1, string? q = null, bool all = false, Shade shade = Shade.Light) => $"{page} {q ?? "-"} {all} {shade}";
    [Get("/query/required")] public static string QueryRequired(string a, int b, DateOnly c) => $"{a} {b} {c:o}";
    [Get("/query/list")] public static string QueryList(string[] tags, List<int> ids, HashSet<Guid>? keys = null) => $"{string.Join('|', tags)} {ids.Sum()} {keys?.Count ?? -1}";
    [Get("/query/optional-list")] public static string QueryOptionalList(string[]? tags) => tags is null ? "none" : $"{tags.Length}";
    [Get("/query/named")] public static string QueryNamed([FromQuery(Name = "page-size")] int size) => $"{size}";
    [Get("/query/nullable")] public static string QueryNullable(int? a, Guid? b, double? c, TimeSpan? d, decimal? e) => FormattableString.Invariant($"{a} {b} {c} {d} {e}");
    [Get("/query/stage")] public static string QueryStage(Stage stage, Rights rights) => $"{stage} {rights}";
    [Get("/query/exact")] public static string QueryExact(UInt128 large, Half half, DateTimeOffset at, TimeSpan wait, IPAddress address, char mark) => FormattableString.Invariant($"{large} {half} {at:O} {wait} {address} {mark}");
    [Get("/query/uri")] public static string QueryUri(Uri link) => link.Host;

    [Get("/header")] public static string Header([FromHeader(Name = "X-Id")] int id, [FromHeader] string? accept) => $"{id} {accept}";
    [Get("/header/list")] public static string Headers([FromHeader(Name = "X-Tag")] string[] tags) => string.Join('|', tags);
    [Get("/cookie")] public static string Cookie([FromCookie] string session, [FromCookie(Name = "page")] int number = 3) => $"{session} {number}";

    [Get("/service")] public static string Service(Counter counter, IClock clock) => $"{counter.Next() > 0} {clock.Now}";
    [Get("/service/keyed")] public static string Keyed([FromKeyedServices("utc")] IClock clock) => clock.Now;
    [Get("/service/marked")] public static string Marked([FromServices] IClock clock, IServiceProvider services) => $"{clock.Now} {services is not null}";

    [Get("/framework")] public static string Framework(HttpContext context, HttpRequest request, HttpResponse response, ClaimsPrincipal user, CancellationToken aborted) =>
        $"{context.Request == request} {context.Response == response} {context.User == user} {context.RequestAborted == aborted}";

    [Post("/body")] public static Order Body(Order data) => data;
    [Post("/body/service")] public static string BodyAndService(IClock clock, Order data, Counter counter) => $"{clock.Now} {data.Customer} {counter.Next() > 0}";
    [Post("/body/optional")] public static string BodyOptional(Order? data) => data?.Customer ?? "none";
    [Post("/body/list")] public static int BodyList([FromBody] List<int> data) => data.Sum();
    [Post("/body/number")] public static int BodyNumber([FromBody] int data) => data;
    [Delete("/body/{id:int}")] public static string BodyOfDelete(int id, [FromBody] Line data) => $"{id} {data.Sku}";
    [Post("/raw/bytes/or/null")] public static string RawBytesOrNull(byte[]? body) => body is null ? "none" : $"{body.Length}";
    [Get("/memory")] public static Memory<byte> Memory() => "octets"u8.ToArray();
    [Post("/raw/bytes")] public static int RawBytes(byte[] body) => body.Length;
    [Post("/raw/stream")] public static async Task<string> RawStream(Stream body) => await new StreamReader(body).ReadToEndAsync();
    [Post("/mixed/{id:int}")] public static string Mixed(int id, string q, Order data, [FromHeader(Name = "X-Id")] int header) => $"{id} {q} {data.Lines.Length} {header}";
}
