using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps;

public record Person(string Name, int Age, Address? Address = null, [FromForm(Name = "nick-names")] string[]? NickNames = null);

public record Address(string Street, string City = "Berlin");

public class Purchase
{
    public required string Customer { get; init; }
    public List<Item> Lines { get; set; } = [];
    public IReadOnlyList<int> Codes { get; init; } = [1];
    public Shade? Shade { get; set; }
    public Address Address { get; set; } = new("home");
    public Spot Spot { get; set; }
    public Spot? Other { get; set; }
    public IFormFile? Receipt { get; set; }
    public DateOnly Day { get; init; } = DateOnly.FromDayNumber(1);
}

public record Item(string Sku, int Quantity, string[]? Notes, Item[]? Parts);

public record struct Spot(int X = 0, int Y = 0);

public record Node(int Value, Node? Next);

public record Upload(IFormFile File, [FromForm] string Title, [FromQuery] bool Keep = false);

/// <summary>A form whose fields bear other names than its members, and who judges it.</summary>
public sealed class Slip : IValidatableObject
{
    [FromForm(Name = "full-name"), StringLength(5)] public required string Name { get; set; }
    public int From { get; set; }
    [FromForm(Name = "to-day")] public int To { get; set; } = 100;
    [FromForm(Name = "the-stops")] public List<Stop>? Stops { get; set; }
    public Stop? Last { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (From > To)
        {
            yield return new("It ends before it begins.", [nameof(To)]);
        }
    }
}

public sealed record Stop([FromForm(Name = "zip-code"), StringLength(9, MinimumLength = 2)] string Zip, [Range(1, 5)] int Nights = 1);

public readonly record struct Pixel(int X, int Y);

/// <summary>Forms, url-encoded and multipart.</summary>
[Path("/forms")]
public static class Forms
{
    [Post("/fields")] public static string Fields([FromForm] string name, [FromForm] int[] ids, [FromForm] int? age, [FromForm] bool subscribe = false, [FromForm(Name = "e-mail")] string email = "none") =>
        $"{name} {string.Join('+', ids)} {age?.ToString(CultureInfo.InvariantCulture) ?? "-"} {subscribe} {email}";
    [Post("/person")] public static string Person([FromForm] Person person) =>
        $"{person.Name} {person.Age} {person.Address?.Street ?? "-"} {person.Address?.City ?? "-"} {person.NickNames?.Length ?? -1}";
    [Post("/optional")] public static string Optional([FromForm] Person? person) => person?.Name ?? "none";
    [Post("/purchase")] public static string Buy([FromForm] Purchase data) => string.Join(' ',
        data.Customer,
        string.Join(',', data.Lines.Select(Text)),
        string.Join('+', data.Codes),
        data.Shade?.ToString() ?? "-",
        data.Address.Street,
        $"{data.Spot.X}/{data.Spot.Y}",
        data.Other is { } other ? $"{other.X}/{other.Y}" : "-",
        data.Receipt?.FileName ?? "-",
        data.Day.DayNumber.ToString(CultureInfo.InvariantCulture));
    [Post("/node")] public static string Chain([FromForm] Node node)
    {
        var length = 0;
        for (var at = node; at is not null; at = at.Next)
        {
            length++;
        }

        return $"{length}";
    }

    [Post("/lines")] public static int Lines([FromForm] List<Item> lines) => lines.Count;
    [Post("/mixed/{id:int}")] public static string Mixed(int id, string q, [FromForm] Person person, [FromHeader(Name = "X-Id")] int header) => $"{id} {q} {person.Name} {header}";
    [Post("/whole")] public static string Whole(IFormCollection form, IFormFileCollection files) => $"{string.Join('+', form.Keys.Order())} {files.Count}";
    [Put("/put")] public static string Put([FromForm] string name) => name;
    [Delete("/delete")] public static string Delete([FromForm] string name) => name;

    [Post("/file")] public static async Task<string> File(IFormFile file) => await Content(file);
    [Post("/file/optional")] public static string FileOptional(IFormFile? file) => file?.FileName ?? "none";
    [Post("/file/named")] public static string FileNamed([FromForm(Name = "my-file")] IFormFile file) => file.FileName;
    [Post("/file/list")] public static string FileList(IReadOnlyList<IFormFile> files, IFormFile[]? others, [FromForm] string note = "-") => $"{string.Join('+', files.Select(file => file.FileName))} {others?.Length ?? -1} {note}";
    [Post("/file/list/class")] public static string FileListClass(List<IFormFile> files) => $"{files.Count}";
    [Post("/file/group")] public static string FileGroup([AsParameters] Upload upload, IClock clock) => $"{upload.File.FileName} {upload.Title} {upload.Keep} {clock.Now}";
    [Post("/file/headers")] public static string FileHeaders(IFormFile file) => $"{file.Headers["x-custom"]} {file.ContentType} {file.Name}";
    [Post("/slip")] public static string Slip([FromForm] Slip slip) => slip.Name;
    [Post("/slips")] public static string Slips([FromForm(Name = "s")] List<Slip> slips) => $"{slips.Count}";
    [Post("/beside")] public static string BesideOthers([FromForm] string name, [FromForm] Address? address, [FromForm] Pixel? spot) => $"{name} {address?.City ?? "none"} {spot?.X ?? -1}";
    [Post("/limited"), RequestFormLimits(ValueCountLimit = 2)] public static string Limited(IFormCollection form) => $"{form.Count}";

    private static string Text(Item item) => $"{item.Sku}*{item.Quantity}[{item.Notes?.Length ?? -1}]{(item.Parts is { } parts ? $"({string.Join(',', parts.Select(Text))})" : "")}";

    private static async Task<string> Content(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return $"{file.FileName} {file.ContentType} {await reader.ReadToEndAsync()}";
    }
}

/// <summary>A handler whose second parameter nothing can fill.</summary>
public static class Beside
{
    [Post("/beside")] public static string Both(IFormFile file, Address address) => $"{file.Name} {address}";
}
