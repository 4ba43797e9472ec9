using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Litestar.Benchmarks;

public sealed record Message(string Text, int Number);

public sealed record User(int Id, bool Active, string[] Tags);

public sealed record Line(string Sku, int Quantity);

public sealed record Order(string Customer, Line[] Lines);

public sealed record Receipt(int Id, int Quantity);

/// <summary>What is checked once it has been read.</summary>
public sealed record Signup(
    [Required, StringLength(40, MinimumLength = 2)] string Name,
    [Required, EmailAddress] string Email,
    [Range(18, 120)] int Age,
    [Required, MinLength(1), MaxLength(20)] List<Wish> Wishes);

public sealed record Wish([Required, StringLength(20)] string Sku, [Range(1, 99)] int Quantity);

/// <summary>Serializers made at compile time, for the contestants that want them written by hand.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Signup))]
[JsonSerializable(typeof(Contestants.FastSignup))]
internal sealed partial class ContractsJson : JsonSerializerContext;
