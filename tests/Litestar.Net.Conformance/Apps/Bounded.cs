using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps.Bounds;

public sealed record Item([property: Range(1, 5)] int Q);

public sealed record Order(string Customer, List<Item> Lines);

/// <summary>A form within a form.</summary>
public sealed record Nest(int Value, List<Nest>? Inner, Nest? Next, string Text);

public sealed record Named(string Text);

public sealed class NamedValidator : AbstractValidator<Named>
{
    public NamedValidator() => RuleFor(named => named.Text).Must(text => text.Length < 5).WithMessage(named => new string(named.Text[0], 100_000));
}

public sealed record Wordy(int Count) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(System.ComponentModel.DataAnnotations.ValidationContext context) =>
        Enumerable.Range(0, Count).Select(i => new ValidationResult($"{i} {new string('\u0001', 200)}", [$"m{i}"]));
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Strict(int N, Inner? Inner = null, Dictionary<string, Inner>? Map = null, Animal? Animal = null)
{
    [JsonIgnore]
    public int Hidden { get; set; }

    public int Twice => N * 2;
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class Inner
{
    public int M { get; set; }
}

[JsonDerivedType(typeof(Cat), "cat")]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public abstract record Animal;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Cat(int Lives) : Animal;

public sealed record Kept(JsonElement Element, JsonNode? Node = null, object? Any = null);

/// <summary>What clients try to make expensive.</summary>
[Path("/bounds")]
public static class Bounded
{
    [Post("/items")]
    public static int Items(List<Item> items) => items.Count;

    [Post("/lazy")]
    public static int Lazy(IReadOnlyCollection<Item?> items) => items.Count;

    [Post("/map")]
    public static int Map(Dictionary<string, Item[]> map) => map.Count;

    [Post("/maps")]
    public static int Maps(Dictionary<string, Dictionary<string, int>> map) => map.Count;

    [Post("/order")]
    public static string Place(Order order) => order.Customer;

    [Post("/named")]
    public static int Named(Named[] named) => named.Length;

    [Post("/wordy")]
    public static int Wordy(Wordy wordy) => wordy.Count;

    [Post("/strict")]
    public static string Strict(Strict strict) => $"{strict.N} {strict.Inner?.M} {strict.Map?.Count} {strict.Animal}";

    [Post("/kept")]
    public static string Kept(Kept kept) => $"{kept.Element} {kept.Node?.ToJsonString()} {kept.Any}";

    [Post("/numbers")]
    public static int Numbers(Dictionary<int, int> numbers) => numbers.Count;

    [Get("/numbers")]
    public static int Numbers([FromQuery] int[]? n = null, [FromHeader(Name = "X-Numbers")] int[]? header = null) => (n?.Length ?? 0) + (header?.Length ?? 0);

    [Post("/nest")]
    public static int Nest([FromForm] Nest nest) => nest.Value;

    [Post("/form-numbers"), RequestFormLimits(ValueCountLimit = 200_000)]
    public static string FormNumbers([FromForm] int[] ids, [FromForm] Slot[]? slots = null) => $"{ids.Length} {ids[^1]} {slots?.Length}";

    [Post("/patterned")]
    public static int Patterned(Patterned patterned) => patterned.Pieces.Length;

    [Get("/patterned")]
    public static int Patterned([RegularExpression("^(?!x)(a+)+$")] string? a = null, [RegularExpression("^(?!x)(a+)+$")] string? b = null, [Slug] string? c = null, [Slug] string? d = null, [RegularExpression("^[0-9]{2}$")] int e = 10) => e;

    [Post("/judgement")]
    public static int Judgement(Judgement judgement) => judgement.Texts.Length;

    [Post("/raw")]
    public static int Raw(byte[] body) => body.Length;
}

public sealed record Slot(int N, Microsoft.AspNetCore.Http.IFormFile? File = null);

/// <summary>Patterns of which the first is matched in linear time, and the others are not: they look around.</summary>
public sealed record Patterned(int N, Piece[] Pieces);

public sealed record Piece([property: RegularExpression("^(a+)+$")] string? Linear = null, [property: RegularExpression("^(?!x)(a+)+$")] string? Slow = null, [property: Slug] string? Own = null);

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SlugAttribute() : RegularExpressionAttribute("^(?!x)([a-z]+)+$");

/// <summary>A pattern in the user's own code.</summary>
public sealed record Judgement(string[] Texts) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(System.ComponentModel.DataAnnotations.ValidationContext context)
    {
        foreach (var text in Texts)
        {
            if (!System.Text.RegularExpressions.Regex.IsMatch(text, "^(a+)+$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                yield return new("No.", [nameof(Texts)]);
            }
        }
    }
}
