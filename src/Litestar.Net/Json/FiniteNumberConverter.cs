using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;

namespace Litestar.Json;

/// <summary>
/// Reads a binary number, and rejects a value out of range: .NET reads <c>1e999</c> as infinity, which JSON cannot
/// express.
/// </summary>
/// <param name="own">The inner converter.</param>
internal sealed class FiniteNumberConverter<T>(JsonConverter<T> own) : JsonConverter<T> where T : struct, IBinaryFloatingPointIeee754<T>
{
    // No number of the type needs more digits for its exact value.
    private const int Longest = 1280;

    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var value = reader.TokenType is JsonTokenType.String && (options.NumberHandling & JsonNumberHandling.AllowReadingFromString) is not 0
            ? OfText(ref reader)
            : own.Read(ref reader, type, options);
        return T.IsFinite(value) ? value : throw new JsonException();
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => OfText(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => own.Write(writer, value, options);

    private static T OfText(ref Utf8JsonReader reader)
    {
        if ((reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) > Longest)
        {
            throw new JsonException();
        }

        Span<char> text = stackalloc char[Longest];
        return RealNumberText<T>.TryRead(text[..reader.CopyString(text)], out var value) ? value : throw new JsonException();
    }
}

/// <summary>Adds this converter for binary numbers, unless the settings allow their names, <c>"NaN"</c>.</summary>
internal static class FiniteNumberModifier
{
    /// <summary>Adds the converters to the options of all bodies.</summary>
    public static void Add(JsonSerializerOptions options)
    {
        if ((options.NumberHandling & JsonNumberHandling.AllowNamedFloatingPointLiterals) is 0)
        {
            Add(options, JsonMetadataServices.DoubleConverter);
            Add(options, JsonMetadataServices.SingleConverter);
            Add(options, JsonMetadataServices.HalfConverter);
        }
    }

    /// <summary>
    /// Modifies the metadata of every type: number settings of a type or a member apply only to System.Text.Json's own
    /// converters.
    /// </summary>
    public static void Apply(JsonTypeInfo type)
    {
        foreach (var member in type.Kind is JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if ((member.NumberHandling ?? type.NumberHandling) is not null && member.CustomConverter is null && OwnOf(member.PropertyType, type.Options) is { } own)
            {
                member.CustomConverter = own;
            }
        }
    }

    private static void Add<T>(JsonSerializerOptions options, JsonConverter<T> own) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (!options.Converters.Any(converter => converter.CanConvert(typeof(T))))
        {
            options.Converters.Add(new FiniteNumberConverter<T>(own));
        }
    }

    private static JsonConverter? OwnOf(Type type, JsonSerializerOptions options) =>
        OwnOf(type, JsonMetadataServices.DoubleConverter, options) ?? OwnOf(type, JsonMetadataServices.SingleConverter, options) ?? OwnOf(type, JsonMetadataServices.HalfConverter, options);

    private static JsonConverter? OwnOf<T>(Type type, JsonConverter<T> own, JsonSerializerOptions options) where T : struct =>
        type == typeof(T) ? own
        : type == typeof(T?) ? JsonMetadataServices.GetNullableConverter(JsonMetadataServices.CreateValueInfo<T>(options, own))
        : null;
}
