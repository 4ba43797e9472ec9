using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps;

public record Ticks(bool A, bool? B, bool C = true);

public class TickClass
{
    public bool A { get; set; }
    public bool? B { get; set; }
    public bool C { get; init; } = true;
    public required bool D { get; set; }
    public Ticks Inner { get; set; } = new(false, null);
    public Ticks? Perhaps { get; set; }
}

public class HeirOfTicks : TickClass
{
    public bool E { get; init; }
}

public readonly record struct TickStruct(bool A, Ticks Inner, List<Row>? Rows = null);

public record Row(string Name, bool Done, bool[]? Marks = null);

public record TickGroup([FromForm] bool Agree, [FromForm] bool? Perhaps, [FromForm(Name = "news-letter")] bool News, [FromQuery] bool Loud = false);

/// <summary>Check boxes, of which a browser sends those that are ticked.</summary>
[Path("/boxes")]
public static class Boxes
{
    [Post("/one")] public static string One([FromForm] bool agree) => Said(agree);
    [Post("/null")] public static string Null([FromForm] bool? agree) => Said(agree);
    [Post("/default")] public static string Default([FromForm] bool agree = true) => Said(agree);
    [Post("/must")] public static string Must([FromForm, AllowedValues(true)] bool agree) => Said(agree);
    [Post("/required")] public static string Required([FromForm, Required] bool? agree) => Said(agree);
    [Post("/list")] public static string List([FromForm] List<bool> agree) => string.Join(',', agree.Select(one => Said(one)));
    [Post("/record")] public static string Record([FromForm] Ticks ticks) => Said(ticks);
    [Post("/record/perhaps")] public static string Perhaps([FromForm] Ticks? ticks) => Said(ticks);
    [Post("/class")] public static string Class([FromForm] TickClass ticks) => Said(ticks);
    [Post("/heir")] public static string Heir([FromForm] HeirOfTicks ticks) => $"{Said(ticks)}{Said(ticks.E)}";
    [Post("/struct")] public static string Struct([FromForm] TickStruct ticks) => $"{Said(ticks.A)} {Said(ticks.Inner)} {Said(ticks.Rows)}";
    [Post("/struct/perhaps")] public static string StructPerhaps([FromForm] TickStruct? ticks) => ticks is { } some ? Struct(some) : "none";
    [Post("/rows")] public static string Rows([FromForm] Row[] rows) => Said(rows);
    [Post("/group")] public static string Group([AsParameters] TickGroup group) => $"{Said(group.Agree)}{Said(group.Perhaps)}{Said(group.News)}{Said(group.Loud)}";
    [Post("/json")] public static string Json(Ticks ticks) => Said(ticks);
    [Get("/query")] public static string Query(bool agree) => Said(agree);

    private static string Said(bool? box) => box is { } known ? known ? "+" : "-" : "?";

    private static string Said(Ticks? ticks) => ticks is null ? "none" : $"{Said(ticks.A)}{Said(ticks.B)}{Said(ticks.C)}";

    private static string Said(TickClass ticks) => $"{Said(ticks.A)}{Said(ticks.B)}{Said(ticks.C)}{Said(ticks.D)} {Said(ticks.Inner)} {Said(ticks.Perhaps)} ";

    private static string Said(IEnumerable<Row>? rows) => rows is null ? "none" : string.Join(' ', rows.Select(row => row.Name + Said(row.Done) + string.Concat((row.Marks ?? []).Select(mark => Said(mark)))));
}

/// <summary>Texts with white space around, dates and lists as headers say them.</summary>
[Path("/texts")]
public static class Texts
{
    [Get("/query")] public static string Query(int n, double d, bool b, DateOnly day, Guid id, Shade shade, TimeSpan wait, System.Net.IPAddress address, Uri link, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{n} {d} {b} {day:yyyy-MM-dd} {id} {shade} {wait} {address} {link} [{text}]");

    [Get("/route/{n}/{text}")] public static string Route(int n, string text) => $"{n} [{text}]";
    [Get("/cookie")] public static string Cookie([FromCookie] int n, [FromCookie] string text) => $"{n} [{text}]";
    [Post("/form")] public static string Form([FromForm] int n, [FromForm] string text, [FromForm] int? perhaps) => $"{n} [{text}] {perhaps?.ToString(CultureInfo.InvariantCulture) ?? "-"}";
    [Get("/list")] public static string List(int[] n, string[] text) => $"{string.Join('+', n)} [{string.Join('|', text)}]";
    [Get("/char")] public static string Char(char c) => $"[{c}]";
    [Post("/json")] public static string Json(Spot spot) => $"{spot.X}";

    [Get("/dates")] public static string Dates([FromHeader(Name = "If-Modified-Since")] DateTimeOffset? since, [FromHeader(Name = "X-Date")] DateTime? date, [FromHeader(Name = "X-Day")] DateTimeOffset day = default) =>
        string.Create(CultureInfo.InvariantCulture, $"{since:O} {date:O} {day:yyyy}");

    [Get("/dates/query")] public static string QueryDate(DateTimeOffset at) => $"{at:O}";
    [Get("/tags")] public static string Tags([FromHeader(Name = "If-None-Match")] string[]? tags) => tags is null ? "none" : string.Join('|', tags);
    [Get("/numbers")] public static string Numbers([FromHeader(Name = "X-N")] int[] numbers) => string.Join('+', numbers);
    [Get("/last")] public static string Last([FromHeader(Name = "X-N")] int header, [FromCookie] int cookie, int query) => $"{header} {cookie} {query}";
}
