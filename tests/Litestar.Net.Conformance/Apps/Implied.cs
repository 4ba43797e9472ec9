#pragma warning disable IL2026 // As in Rules.cs: .NET marks the constructors of these attributes.
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps.Presences;

/// <summary>What a request may leave out, in every shape.</summary>
public class Todo
{
    public int Id { get; set; }

    public string Title { get; set; } = null!;

    public bool IsComplete { get; set; }

    public string Kind { get; set; } = "plain";

    public List<string> Tags { get; set; } = null!;

    public override string ToString() => $"{Id} {Title ?? "-"} {IsComplete} {Kind} {Tags?.Count ?? -1}";
}

public class Said : Todo
{
    public required string Word { get; set; }

    [JsonRequired] public int Marked { get; set; }

    [Required] public int Ruled { get; set; }

    [Required(ErrorMessage = "Text, please.")] public string Text { get; set; } = null!;

    [Range(0, 5)] public int Few { get; init; }

    public override string ToString() => $"{Word} {Marked} {Ruled} {Text} {Few}";
}

public record Positional(string Name, [Required] int Ruled, int Count, string? Note, int Given = 7);

public record struct Spot(int X, int Y)
{
    public string Label { get; set; } = null!;

    public readonly override string ToString() => $"{X}/{Y}/{Label ?? "-"}";
}

public class Holder
{
    public Todo One { get; set; } = null!;

    public Spot Spot { get; set; }

    public Todo? Maybe { get; set; }

    public List<Todo> Many { get; set; } = [];

    public Dictionary<string, Todo> Map { get; set; } = [];

    public override string ToString() => $"{One?.ToString() ?? "-"}; {Spot}; {Maybe?.ToString() ?? "-"}; {string.Join(",", Many)}; {string.Join(",", Map.Values)}";
}

/// <summary>The same as a form sees it.</summary>
public class Slip
{
    public Todo One { get; set; } = null!;

    public Spot Spot { get; set; }

    public List<Todo> Many { get; set; } = [];

    public IFormFile File { get; set; } = null!;

    public override string ToString() => $"{One?.ToString() ?? "-"}; {Spot}; {string.Join(",", Many)}; {File?.Length ?? -1}";
}

public class Page
{
    public int Size { get; set; }

    public string Sort { get; set; } = null!;

    public int[] Ids { get; set; } = null!;

    [FromHeader(Name = "X-Who")] public string Who { get; set; } = null!;

    [FromCookie] public Guid Session { get; set; }

    [Required] public int Ruled { get; set; }

    public required int Word { get; set; }

    public override string ToString() => $"{Size} {Sort ?? "-"} {Ids?.Length ?? -1} {Who ?? "-"} {Session == default} {Ruled} {Word}";
}

public record Window(int From, string Unit, [Range(0, 9)] int Step);

public record Asked([FromForm] string Title, [FromForm] int Count, IFormFile? File, int Q);

[Path("/implied/lax"), ImplicitlyRequired(false)]
public static class Lax
{
    [Post("/todo")] public static string Todo(Todo data) => $"{data}";
    [Post("/said")] public static string Said(Said data) => $"{data}";
    [Post("/record")] public static string Record(Positional data) => $"{data}";
    [Post("/spot")] public static string Spot(Spot data) => $"{data}";
    [Post("/list")] public static string List(List<Todo> data) => string.Join(",", data.Select(todo => todo?.ToString() ?? "null"));
    [Post("/holder")] public static string Holder(Holder data) => $"{data}";
    [Post("/optional")] public static string Optional(Todo? data) => data?.ToString() ?? "none";
    [Post("/form/todo")] public static string Form([FromForm] Todo data) => $"{data}";
    [Post("/form/said")] public static string FormSaid([FromForm] Said data) => $"{data}";
    [Post("/form/record")] public static string FormRecord([FromForm] Positional data) => $"{data}";
    [Post("/form/slip")] public static string FormSlip([FromForm] Slip data) => $"{data}";
    [Post("/form/group")] public static string FormGroup([AsParameters] Asked asked) => $"{asked.Title ?? "-"} {asked.Count} {asked.Q}";
    [Get("/group")] public static string Group([AsParameters] Page page) => $"{page}";
    [Get("/window")] public static string Windowed([AsParameters] Window window) => $"{window}";
    [Get("/twice")] public static string Twice([AsParameters] Window window, int from) => $"{window} {from}";
    [Post("/strict"), ImplicitlyRequired] public static string Strict(Todo data) => $"{data}";
}

[Path("/implied/strict")]
public static class Strict
{
    [Post("/todo")] public static string Todo(Todo data) => $"{data}";
    [Post("/form/todo")] public static string Form([FromForm] Todo data) => $"{data}";
    [Get("/window")] public static string Windowed([AsParameters] Window window) => $"{window}";
    [Post("/nearer"), ImplicitlyRequired(false)] public static string Nearer(Todo data) => $"{data}";
}
