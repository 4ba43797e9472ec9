using System.Text.Json;
using System.Text.Json.Serialization;

namespace Litestar.Benchmarks;

/// <summary>Serializers made at compile time, for the contestants that want them written by hand.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(Line[]))]
[JsonSerializable(typeof(IAsyncEnumerable<Line>))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Signup))]
[JsonSerializable(typeof(Contestants.FastSignup))]
internal sealed partial class ContractsJson : JsonSerializerContext;
