using System.Text.Json;
using System.Text.Json.Serialization;

namespace Litestar.Benchmarks;

public sealed record Message(string Text, int Number);

public sealed record User(int Id, bool Active, string[] Tags);

public sealed record Line(string Sku, int Quantity);

public sealed record Order(string Customer, Line[] Lines);

public sealed record Receipt(int Id, int Quantity);

/// <summary>Serializers made at compile time, for the contestants that want them written by hand.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class ContractsJson : JsonSerializerContext;
