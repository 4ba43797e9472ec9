#pragma warning disable IL2026 // As in Rules.cs: .NET marks the constructors of these attributes.

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps.Json;

public record Tin(string Label, int Weight = 1);

public record Boxed<T>(T[] Items, T? Lid = default);

/// <summary>Collections whose items may be null, and such whose may not.</summary>
public sealed class Shelf
{
    public List<string> Names { get; set; } = [];
    public string[] Tags { get; init; } = [];
    public Dictionary<string, string> Notes { get; set; } = [];
    public List<List<string>> Rows { get; set; } = [];
    public Tin[]? Tins { get; set; }
    public HashSet<string>? Marks { get; set; }
    public IReadOnlyList<Tin>? Row { get; set; }
    public Dictionary<string, List<Tin>>? Rooms { get; set; }
    public Boxed<Uri>? Links { get; set; }
    public object[]? Things { get; set; }
    public List<string?> LooseNames { get; set; } = [];
    public List<Tin?>? Gaps { get; set; }
    public int?[]? Counts { get; set; }
    public Dictionary<string, string?>? Hints { get; set; }
    public Boxed<string?>? Open { get; set; }
    public Boxed<string>? Closed { get; set; }
    public List<Shelf>? Below { get; set; }
}

public record Stack(List<string> Names, Tin[] Tins, Dictionary<int, Tin> Map, [AllowedValues("a", "b")] string? Sort = null);

public record Base(string First, int Second);

public sealed record Above(string First, int Second, bool Third) : Base(First, Second);

public sealed class Envelope<T>
{
    public T Data { get; set; } = default!;
}

public sealed record Sealed<T>(T Data);

public sealed record Lax<T>(T Data);

public sealed class Measures
{
    public double A { get; set; }
    public float? B { get; set; }
    public List<double>? C { get; set; }
    public Dictionary<double, Half>? D { get; set; }
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double? E { get; set; }
}

public sealed record Guest([Range(0, 150)] int Years, [Required, StringLength(20, MinimumLength = 2)] string Name, List<Guest>? Others = null, [property: JsonPropertyName("e-mail"), EmailAddress] string? Mail = null);

[Path("/shelves")]
public static class Shelves
{
    [Post] public static string Fill(Shelf data) => "filled";
    [Post("/stack")] public static string Stack(Stack data) => $"{data.Names.Count} {data.Tins.Length} {data.Map.Count}";
    [Post("/names")] public static string Names([FromBody] List<string> data) => $"{data.Count}";
    [Post("/loose")] public static string Loose([FromBody] List<string?> data) => $"{data.Count}";
    [Post("/tins")] public static string Tins(Tin[] data) => $"{data.Length}";
    [Post("/map")] public static string Map(Dictionary<string, Tin[]>? data) => $"{data?.Count}";
    [Post("/above")] public static string Above(Above data) => $"{data}";
    [Post("/envelope")] public static string Envelope(Envelope<Tin> data) => data.Data.Label;
    [Post("/sealed")] public static string Sealed(Sealed<string> data) => data.Data;
    [Post("/lax")] public static string Lax(Lax<string?> data) => data.Data ?? "none";
    [Post("/measures")] public static string Measures(Measures data) => FormattableString.Invariant($"{data.A} {data.B} {data.C?.Count} {data.D?.Count} {data.E}");
    [Post("/guest")] public static string Guest(Guest data) => data.Name;
    [Post("/guests")] public static string Guests(Dictionary<string, Guest> data) => $"{data.Count}";
    [Post("/anybody")] public static string Anybody([SkipValidation] Guest data) => data.Name;
    [Get("/query/{id}")] public static string Query([FromQuery] int id, [FromRoute(Name = "id")] string route) => $"{id} {route}";
}
