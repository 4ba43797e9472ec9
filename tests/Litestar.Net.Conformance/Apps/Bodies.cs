using System.Text.Json;
using System.Text.Json.Serialization;

namespace Litestar.Conformance.Apps.Json;

/// <summary>A member of each kind that may stay away.</summary>
public sealed class Profile
{
    public string Name { get; init; } = "anonymous";
    public List<string> Tags { get; init; } = ["new"];
    public required int Id { get; init; }
    public int Age { get; init; }
    public string? Note { get; init; }
}

public record Person(string City, int Floor = 2)
{
    public string Name { get; init; } = "anonymous";
}

public readonly record struct Spot(int X, int Y = 7)
{
    public int Z { get; init; } = 5;
}

public sealed class Page<T> where T : notnull
{
    public int Size { get; init; } = 20;
    public List<T> Items { get; init; } = [];
}

public enum Level : byte { Low = 1, High = 5 }

[JsonConverter(typeof(JsonStringEnumConverter<Shape>))]
public enum Shape { Round, Square }

public enum Mood { Calm, Wild }

public sealed record Painting(
    Shade Shade,
    Stage? Stage,
    Level[] Levels,
    Dictionary<Rights, Shade> Owners,
    Rights Rights = Rights.Read,
    Shape Shape = Shape.Round,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Mood>))] Mood Mood = Mood.Calm);

/// <summary>Types of the user's own that refuse values.</summary>
public sealed class Booking
{
    public Booking(int seats, string row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        Seats = seats;
        Row = row is "" ? throw new FormatException("A row has a letter.") : row;
    }

    private string _code = "-";

    public int Seats { get; }

    public string Row { get; }

    public string Code { get => _code; set => _code = value.Length is 3 ? value : throw new ArgumentException("A code has three letters.", nameof(value)); }

    public Hex? Colour { get; set; }

    public string? Broken { get => null; set => throw new InvalidOperationException($"Nobody foresaw '{value}'."); }
}

[JsonConverter(typeof(HexConverter))]
public readonly record struct Hex(int Value);

public sealed class HexConverter : JsonConverter<Hex>
{
    public override Hex Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.GetString() is ['#', .. var digits] ? new(int.Parse(digits, System.Globalization.NumberStyles.HexNumber, null)) : throw new JsonException("A colour starts with '#'.");

    public override void Write(Utf8JsonWriter writer, Hex value, JsonSerializerOptions options) => writer.WriteStringValue($"#{value.Value:x}");
}

public sealed record Trip(string Name, Booking[] Bookings);

/// <summary>What JSON bodies are made of.</summary>
[Path("/bodies")]
public static class Bodies
{
    [Post("/profile")] public static Profile Profile(Profile data) => data;
    [Post("/person")] public static Person Person(Person data) => data;
    [Post("/spot")] public static Spot Spot(Spot data) => data;
    [Post("/painting")] public static string Painting(Painting data) =>
        $"{data.Shade} {data.Stage} {string.Join('|', data.Levels)} {string.Join('|', data.Owners.Select(owner => $"{owner.Key}={owner.Value}"))} {data.Rights} {data.Shape} {data.Mood}";
    [Post("/shades")] public static string Shades([Microsoft.AspNetCore.Mvc.FromBody] List<Shade?> data) => string.Join('|', data);
    [Post("/shade")] public static Shade Shade([Microsoft.AspNetCore.Mvc.FromBody] Shade data) => data;
    [Post("/trip")] public static string Trip(Trip data) => $"{data.Name} {string.Join('|', data.Bookings.Select(booking => $"{booking.Seats}{booking.Row}{booking.Code}{booking.Colour}"))}";
    [Post("/counts")] public static string Counts(Dictionary<int, Guid> data) => $"{data.Count}";
    [Post("/tree")] public static string Tree([Microsoft.AspNetCore.Mvc.FromBody] JsonElement data) => $"{data.ValueKind}";
    [Post("/page")] public static Page<Spot> Page(Page<Spot> data) => data;
}
