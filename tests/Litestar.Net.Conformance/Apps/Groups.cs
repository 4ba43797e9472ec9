using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Apps;

public record Paging(int Number = 1, [FromQuery(Name = "page-size")] int Size = 20);

public record Search(string Text, [AsParameters] Paging Page, [FromHeader(Name = "X-Tenant")] string? Tenant, [property: FromCookie] string? Session, string[]? Tags = null);

/// <summary>A class with properties of every kind.</summary>
public class Options
{
    private static int _made;

    public Options() => Interlocked.Increment(ref _made);

    public static int Made => _made;

    public int Id { get; set; }
    public required string Name { get; init; }
    public string Sort { get; set; } = "name";
    public int Depth { get; init; } = -1;
    public Shade Shade { get; set; } = Shade.Dark;
    public string? Note { get; set; }
    public string Must { get; set; } = null!;
    public Guid Key { get; set; } = Fixed;
    public DateOnly Day { get; init; } = DateOnly.FromDayNumber(Fixed == default ? 0 : 1);
    public List<string> Tags { get; init; } = ["none"];
    public string[] Words { get; set; } = ["a", "b"];
    public string Computed => $"{Id}";
    public int Hidden { get; private set; } = 5;

    private static Guid Fixed => new("6f9619ff-8b86-d011-b42d-00c04fc964ff");
}

public readonly struct Point(int x, int y)
{
    public int X => x;
    public int Y { get; } = y;
    public DateOnly At { get; init; } = DateOnly.FromDayNumber(7);
}

public class Base
{
    public virtual int First { get; set; }
    [FromRoute(Name = "id")] public required int Number { get; init; }
}

public class Derived : Base
{
    public override int First { get; set; } = 3;
    public int? Second { get; init; }
}

public record struct Deps(HttpContext Context, HttpRequest Request, CancellationToken Aborted, IClock Clock, [FromKeyedServices("utc")] IClock Utc, Counter? Counter, int Id);

public record Submission([FromRoute] int Id, [FromBody] Line Line, IClock Clock, bool Dry = false);

public record Unmarked(Line Line, string Q);

public static class Groups
{
    [Get("/groups/paging")] public static string Page([AsParameters] Paging page) => $"{page.Number}/{page.Size}";
    [Get("/groups/search")] public static string Find([AsParameters] Search search, int limit = 9) =>
        $"{search.Text} {search.Page.Number}/{search.Page.Size} {search.Tenant ?? "-"} {search.Session ?? "-"} {search.Tags?.Length ?? -1} {limit}";
    [Get("/groups/options/{id:int}")] public static string Set([AsParameters] Options options) => FormattableString.Invariant(
        $"{options.Id} {options.Name} {options.Sort} {options.Depth} {options.Shade} {options.Note ?? "-"} {options.Must} {options.Key.ToString()[..4]} {options.Day:yyyy-MM-dd} {string.Join('+', options.Tags)} {string.Join('+', options.Words)} {options.Hidden}");
    [Get("/groups/point")] public static string At([AsParameters] Point point) => FormattableString.Invariant($"{point.X} {point.Y} {point.At.DayNumber}");
    [Get("/groups/derived/{id}")] public static string Inherit([AsParameters] Derived derived) => $"{derived.First} {derived.Number} {derived.Second?.ToString() ?? "-"}";
    [Get("/groups/deps/{id:int}")] public static string Services([AsParameters] Deps deps) =>
        $"{deps.Context.Request == deps.Request} {deps.Aborted == deps.Context.RequestAborted} {deps.Clock.Now} {deps.Utc.Now} {deps.Counter is not null} {deps.Id}";
    [Post("/groups/submit/{id:int}")] public static string Submit([AsParameters] Submission submission) => $"{submission.Id} {submission.Line.Sku} {submission.Clock.Now} {submission.Dry}";
    [Post("/groups/unmarked")] public static string Body([AsParameters] Unmarked data) => $"{data.Line.Sku} {data.Q}";
    [Get("/groups/two")] public static string Two([AsParameters] Paging a, [AsParameters] Paging? b, int a_Number = 4) => $"{a.Number} {b!.Size} {a_Number}";
    [Get("/groups/private")] private static string Private([AsParameters] Paging page) => $"{page.Number}";
    [Get("/groups/made")] public static int Made() => Options.Made;
}
