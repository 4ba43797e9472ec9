using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Litestar.Generated;

namespace Litestar.Json;

/// <summary>Reads an enum of a handler's JSON by name or number, but never a number that no member has.</summary>
internal abstract class EnumJsonType
{
    /// <summary>Returns the default converter.</summary>
    /// <param name="settings">The user's settings.</param>
    public abstract JsonConverter Converter(JsonSerializerOptions settings);

    /// <summary>Returns a wrapper of the user's converter that checks its result.</summary>
    public abstract JsonConverter? Declared(JsonConverter converter);
}

/// <inheritdoc/>
internal sealed class EnumJsonType<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : EnumJsonType where T : struct, Enum
{
    public override JsonConverter Converter(JsonSerializerOptions settings)
    {
        var isOwn = settings.Converters.Any(converter => converter.CanConvert(typeof(T))) || typeof(T).IsDefined(typeof(JsonConverterAttribute), inherit: false);
        return isOwn && settings.GetTypeInfo(typeof(T)).Converter is JsonConverter<T> own ? new DeclaredEnumConverter<T>(own) : new EnumNameConverter<T>();
    }

    public override JsonConverter? Declared(JsonConverter converter) => converter switch
    {
        DeclaredEnumConverter<T> or DeclaredNullableEnumConverter<T> => converter,
        JsonConverter<T> one => new DeclaredEnumConverter<T>(one),
        JsonConverter<T?> one => new DeclaredNullableEnumConverter<T>(one),
        _ => null,
    };
}

/// <summary>Reads an enum by name, in any case, or by number, in quotes or bare.</summary>
internal sealed class EnumNameConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : JsonConverter<T> where T : struct, Enum
{
    // No name is that long; a number has 20 digits at most.
    private const int Longest = 1024;

    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[Longest];
        switch (reader.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.PropertyName when (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= Longest:
                text = text[..reader.CopyString(text)];
                break;
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                text = number.TryFormat(text, out var digits) ? text[..digits] : default;
                break;
            case JsonTokenType.Number when reader.TryGetUInt64(out var number):
                text = number.TryFormat(text, out digits) ? text[..digits] : default;
                break;
            default:
                throw new JsonException();
        }

        return EnumText<T>.TryRead(text, out var value) ? value : throw new JsonException();
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Read(ref reader, type, options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException("Bodies are only read with it.");
}

/// <summary>Reads an enum with the user's converter, and rejects values that no member has.</summary>
internal sealed class DeclaredEnumConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(JsonConverter<T> own) : JsonConverter<T> where T : struct, Enum
{
    public override bool HandleNull => own.HandleNull;

    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        own.Read(ref reader, type, options) is var value && EnumText<T>.Declares(value) ? value : throw new JsonException();

    // System.Text.Json's own converters do not let others call their method for keys.
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var key = new Utf8JsonReader([(byte)'"', .. JsonEncodedText.Encode(reader.GetString()!).EncodedUtf8Bytes, (byte)'"']);
        key.Read();
        return Read(ref key, type, options);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => own.Write(writer, value, options);
}

/// <summary>Reads the same for a member that may be null.</summary>
internal sealed class DeclaredNullableEnumConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(JsonConverter<T?> own) : JsonConverter<T?> where T : struct, Enum
{
    public override bool HandleNull => own.HandleNull;

    public override T? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        own.Read(ref reader, type, options) is var value && (value is null || EnumText<T>.Declares(value.Value)) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) => own.Write(writer, value, options);
}
