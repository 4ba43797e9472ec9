using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps.Checked;

/// <summary>A group that judges itself, and one within it that does too.</summary>
public record Listing(
    [FromQuery(Name = "pageSize"), Range(1, 100)] int Size,
    [FromHeader(Name = "X-Request-Id")] string? RequestId,
    [AsParameters] Dates Dates,
    [FromCookie(Name = "tenant")] string? Tenant = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Size > 50 && RequestId is null)
        {
            yield return new("Large pages need a request id.", [nameof(Size), nameof(RequestId)]);
        }

        if (Tenant is "none")
        {
            yield return new("Nobody lives here.", [nameof(Tenant), "Dates.To"]);
        }

        if (context.GetService(typeof(IStock)) is null)
        {
            yield return new("No stock.");
        }
    }
}

public readonly record struct Dates(int From = 1, int To = 9) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext context) =>
        To < From ? [new("It ends before it begins.", [nameof(To)])] : From is 13 ? [new("Not on a 13th.")] : [];
}

/// <summary>A rule on a whole group, which a base bears.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter)]
public sealed class OrderedAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is Span span && span.High < span.Low ? new("Low is above high.", [nameof(Span.Low)]) : ValidationResult.Success;
}

[Ordered]
public abstract class Span
{
    public int Low { get; init; } = Math.Max(0, 1);
    public int High { get; set; } = 9;
}

public class Weights : Span
{
    public required string Unit { get; init; }
}

public class Plain
{
    public int Low { get; set; }
}

public sealed class WholeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is Plain { Low: not 7 };
}

/// <summary>A group with a route value, a service and a body, which only a validator judges.</summary>
public record Reservation([FromRoute(Name = "shop")] int Shop, [FromServices] IStock Stock, [FromBody] Booking Booking, HttpContext Context, string[]? Tags = null);

public sealed class ReservationValidator : AbstractValidator<Reservation>
{
    public ReservationValidator(IStock stock)
    {
        RuleFor(reservation => reservation.Shop).MustAsync((shop, _) => stock.Has(shop)).WithMessage("There is no such shop.");
        RuleFor(reservation => reservation.Stock).Must(own => own == stock);
        RuleFor(reservation => reservation.Booking.Place.Street).NotEqual("here").WithMessage("Not here.");
        RuleForEach(reservation => reservation.Tags).MaximumLength(2).WithMessage("Too long.");
        RuleFor(reservation => reservation.Shop).NotEqual(3).WithSeverity(Severity.Warning);
        RuleFor(reservation => reservation).Must(reservation => reservation.Booking.Seats != reservation.Shop).WithMessage("Seats and shop are one.");
    }
}

/// <summary>A validator of a base, of an interface and of what derives from both.</summary>
public interface INamed { string Name { get; } }

public abstract class Animal : INamed
{
    public required string Name { get; init; }
    public int Legs { get; set; } = 4;
}

public sealed class Dog : Animal
{
    public string Owner { get; set; } = "nobody";
}

public sealed class NamedValidator : AbstractValidator<INamed>
{
    public NamedValidator() => RuleFor(named => named.Name).NotEqual("Cat").WithMessage("That is no name.");
}

public sealed class AnimalValidator : AbstractValidator<Animal>
{
    public AnimalValidator() => RuleFor(animal => animal.Legs).LessThan(5).WithMessage("Too many legs.");
}

public sealed class DogValidator : AbstractValidator<Dog>
{
    public DogValidator()
    {
        Include(new AnimalValidator());
        RuleFor(dog => dog.Owner).NotEmpty().WithMessage("Whose is it?");
    }
}

/// <summary>A form of a group, beside a query.</summary>
public record Sending([FromForm] Parcel Parcel, int Copies = 1) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext context) =>
        Copies > 3 ? [new("Too many.", [nameof(Copies), "Parcel.To"])] : [];
}

/// <summary>Groups that are judged as a whole, and values that validators of other types judge.</summary>
[Path("/judged")]
public static class Judged
{
    [Get("/listing")] public static string List([AsParameters] Listing listing, int limit = 5) => $"{listing.Size} {listing.RequestId ?? "-"} {listing.Dates.From}-{listing.Dates.To} {limit}";
    [Get("/listing/skipped")] public static string Skip([AsParameters, SkipValidation] Listing listing) => $"{listing.Size} {listing.Dates.From}-{listing.Dates.To}";
    [Get("/{to:int}/listing")] public static string Routed([AsParameters] Dates dates) => $"{dates.From}-{dates.To}";
    [Get("/weights")] public static string Weigh([AsParameters] Weights weights) => $"{weights.Low}-{weights.High} {weights.Unit}";
    [Get("/plain")] public static int Plainly([AsParameters, Whole] Plain plain) => plain.Low;
    [Post("/shops/{shop:int}")] public static string Reserve([AsParameters] Reservation reservation, int q = 0) => $"{reservation.Shop} {reservation.Booking.Seats} {q}";
    [Post("/shops/{shop:int}/skipped")] public static string ReserveAnyway([AsParameters, SkipValidation] Reservation reservation) => $"{reservation.Shop} {reservation.Booking.Seats}";
    [Get("/dog")] public static string Pet([AsParameters] Dog dog) => $"{dog.Name} {dog.Legs} {dog.Owner}";
    [Post("/dog")] public static string Adopt([FromBody] Dog dog) => dog.Name;
    [Post("/dogs")] public static int AdoptAll([FromBody] List<Dog?> dogs) => dogs.Count;
    [Post("/kennels")] public static int Settle([FromBody] Dictionary<string, Dog> kennels) => kennels.Count;
    [Post("/sendings")] public static string Send([AsParameters] Sending sending) => $"{sending.Parcel.To} {sending.Copies}";
    [Post("/parcels")] public static int SendAll([FromForm] Parcel[] parcels) => parcels.Length;
    [Post("/form/late")] public static string Late(int before, [FromForm] Parcel parcel) => $"{before} {parcel.To}";
}
