using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>Rejects a text that contains U+0000: storage, logs and C libraries would end it there.</summary>
/// <param name="own">The inner converter.</param>
internal sealed class NulRejectingConverter(JsonConverter<string?> own) : JsonConverter<string>
{
    public override bool HandleNull => own.HandleNull;

    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Clean(own.Read(ref reader, type, options));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Clean(reader.GetString())!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => own.Write(writer, value, options);

    private static string? Clean(string? text) => text?.Contains('\0') is true ? throw new NulCharacterException() : text;
}

/// <summary>Rejects the same for a single character.</summary>
internal sealed class NulRejectingCharConverter(JsonConverter<char> own) : JsonConverter<char>
{
    public override char Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        own.Read(ref reader, type, options) is var character and not '\0' ? character : throw new NulCharacterException();

    public override void Write(Utf8JsonWriter writer, char value, JsonSerializerOptions options) => own.Write(writer, value, options);
}

/// <summary>
/// Rejects the same in values that are kept as JSON: otherwise only the user's code would find an unreadable text in
/// them.
/// </summary>
/// <param name="settings">The settings that read them.</param>
internal sealed class NulRejectingDocumentFactory(JsonSerializerOptions settings) : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type == typeof(JsonElement) || type == typeof(JsonDocument) || type == typeof(JsonNode) || type == typeof(JsonObject) || type == typeof(JsonArray) || type == typeof(JsonValue) || type == typeof(object);

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        type == typeof(JsonElement) ? Clean(JsonMetadataServices.JsonElementConverter)
        : type == typeof(JsonDocument) ? Clean(JsonMetadataServices.JsonDocumentConverter)
        : type == typeof(JsonNode) ? Clean(JsonMetadataServices.JsonNodeConverter)
        : type == typeof(JsonObject) ? Clean(JsonMetadataServices.JsonObjectConverter)
        : type == typeof(JsonArray) ? Clean(JsonMetadataServices.JsonArrayConverter)
        : type == typeof(JsonValue) ? Clean(JsonMetadataServices.JsonValueConverter)
        : Clean(JsonMetadataServices.ObjectConverter);

    private NulRejectingDocumentConverter<T> Clean<T>(JsonConverter<T> own) => new(settings.Converters.FirstOrDefault(converter => converter.CanConvert(typeof(T))) as JsonConverter<T> ?? own);
}

/// <inheritdoc cref="NulRejectingDocumentFactory"/>
internal sealed class NulRejectingDocumentConverter<T>(JsonConverter<T> own) : JsonConverter<T>
{
    public override bool HandleNull => own.HandleNull;

    public override T? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var ahead = reader;
        var depth = ahead.CurrentDepth;
        do
        {
            if (ahead is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true } && ahead.GetString()!.Contains('\0'))
            {
                throw new NulCharacterException();
            }
        }
        while ((ahead.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) || ahead.CurrentDepth > depth) && IsOpen(ahead.TokenType, ahead.CurrentDepth - depth) && ahead.Read());

        return own.Read(ref reader, type, options);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => own.Write(writer, value, options);

    // A value that is neither an object nor an array ends where it begins.
    private static bool IsOpen(JsonTokenType token, int depth) => depth > 0 || token is JsonTokenType.StartObject or JsonTokenType.StartArray;
}

/// <summary>The exception for a text that contains U+0000.</summary>
internal sealed class NulCharacterException() : JsonException("The text contains a NUL character.");
