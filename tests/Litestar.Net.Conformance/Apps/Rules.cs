// These attributes warn wherever they are written in a project that is published with Native AOT: .NET itself marks their constructors.
// What is generated from them is not silenced here.
#pragma warning disable IL2026

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using FluentValidation;

namespace Litestar.Conformance.Apps.Checked;

public record Purchase([Required, StringLength(10)] string Buyer, [MinLength(1)] List<Item> Items, Address? Address = null, Dictionary<string, Item>? Extras = null, Point? At = null)
{
    [property: Range(typeof(decimal), "0.5", "99.5")]
    public decimal Price { get; set; } = 1;

    [EmailAddress, JsonPropertyName("e-mail")]
    public string? Contact { get; init; }
}

public record Item([property: Range(1, 5)] int Count, [RegularExpression("[A-Z]{2}")] string Sku = "AA")
{
    public Item[]? Items { get; init; }
}

public class Address
{
    [Required, Display(Name = "The street")]
    public string? Street { get; set; }

    [Compare(nameof(Street))]
    public string? Again { get; set; }
}

public record struct Point([Range(-1.5, 1.5)] double X);

public record Period(int From, [Even] int To) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (To < From)
        {
            yield return new("It ends before it begins.", [nameof(To), nameof(From)]);
        }

        if (From is 13)
        {
            yield return new("Not on a 13th.");
        }
    }
}

public record Window([Range(1, 100)] int Size = 20, [AllowedValues("up", "down")] string? Sort = null, [AsParameters] Edges Edges = default)
{
    [Range(1, 9)] public int Depth { get; init; } = Math.Max(1, 2);
}

public record struct Edges([property: Range(0, 5)] int Left = 0);

public record Parcel([StringLength(6)] string To, [MinLength(1)] Piecework[]? Pieces = null);

public record Piecework([Range(1, 9)] int Weight);

public sealed class ParcelValidator : AbstractValidator<Parcel>
{
    public ParcelValidator() => RuleFor(parcel => parcel.To).NotEqual("hell").WithMessage("Not there.");
}

public abstract class Piece
{
    public int Pages { get; set; }
}

public class Draft : Piece
{
    public Draft() => Size = 3;

    public string Title { get; set; } = null!;
    public string? Note { get; set; }
    public string Kind { get; set; } = "plain";
    public List<string> Tags { get; set; } = [];
    public int Size { get; set; }
    [JsonIgnore] public string Secret { get; set; } = null!;
}

public sealed class EvenAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is int number && number % 2 is 0 ? ValidationResult.Success : new($"{context.DisplayName} is odd.");
}

/// <summary>DataAnnotations on parameters and bodies.</summary>
[Path("/rules")]
public static class Rules
{
    [Post("/purchase")] public static string Purchase(Purchase data) => data.Buyer;
    [Post("/purchases")] public static int Purchases([FromBody, MaxLength(2)] List<Purchase> data) => data.Count;
    [Post("/skipped")] public static int Skipped([FromBody, SkipValidation] Item data) => data.Count;
    [Post("/optional")] public static int Optional([FromBody] Item? data) => data?.Count ?? -1;
    [Post("/period")] public static int Period(Period data) => data.To;
    [Post("/mixed/{id}")] public static int Mixed([Range(1, 9)] int id, [Length(2, 3)] string q, Item data, [FromHeader(Name = "X-Id"), Even] int header = 2) => id;
    [Get("/page")] public static string Page([Range(1, 100)] int size = 20, [AllowedValues("up", "down")] string? sort = null, [Required] string? q = "x", [MaxLength(2)] int[]? tags = null, [Range(0, 1, MaximumIsExclusive = true)] decimal? share = null) =>
        FormattableString.Invariant($"{size} {sort} {q} {tags?.Length} {share}");
    [Post("/draft")] public static string Draft(Draft data) => $"{data.Title} {data.Pages} {data.Note ?? "-"} {data.Kind} {data.Tags.Count} {data.Size}";
    [Get("/group")] public static string Group([AsParameters] Window window) => FormattableString.Invariant($"{window.Size} {window.Sort} {window.Edges.Left} {window.Depth}");
    [Get("/group/skipped")] public static int SkippedGroup([AsParameters, SkipValidation] Window window) => window.Size;
    [Post("/form")] public static string Form([FromForm] Parcel parcel, [FromForm, Range(1, 3)] int speed = 1) => $"{parcel.To} {speed}";
    [Post("/form/named")] public static string NamedForm([FromForm(Name = "p")] Parcel parcel) => parcel.To;
    [Get("/custom/{n}")] public static int Custom([Even] int n) => n;
}

public record Booking([Range(1, 9)] int Seats, Guest[] Guests, [property: JsonPropertyName("where")] Address Place);

public record Guest(string FullName);

public interface IStock { Task<bool> Has(int seats); }

public sealed class Stock : IStock
{
    public async Task<bool> Has(int seats)
    {
        await Task.Yield();
        return seats < 5;
    }
}

public sealed class BookingValidator : AbstractValidator<Booking>
{
    public BookingValidator(IStock stock, IValidator<Guest> guest)
    {
        RuleFor(booking => booking.Seats).MustAsync((seats, _) => stock.Has(seats)).WithMessage("Not that many are left.");
        RuleForEach(booking => booking.Guests).SetValidator(guest);
        RuleFor(booking => booking.Place.Street).NotEqual("nowhere").WithMessage("There is no such place.");
        RuleFor(booking => booking.Seats).NotEqual(4).WithSeverity(Severity.Warning);
        RuleSet("night", () => RuleFor(booking => booking.Seats).Equal(0));
        RuleFor(booking => booking).Must(booking => booking.Seats >= booking.Guests.Length).WithMessage("There are more guests than seats.");
    }
}

internal sealed class GuestValidator : AbstractValidator<Guest>
{
    public GuestValidator() => RuleFor(guest => guest.FullName).NotEmpty().WithMessage("Who is it?");
}

[Path("/bookings")]
public static class Bookings
{
    [Post] public static int Book(Booking data) => data.Seats;
    [Post("/optional")] public static int Maybe(Booking? data) => data?.Seats ?? -1;
    [Post("/skipped")] public static int Skipped([SkipValidation] Booking data) => data.Seats;
}
