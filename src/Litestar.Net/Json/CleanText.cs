using System.Text.Json;
using System.Text.Json.Serialization;

namespace Litestar.Json;

/// <summary>Refuses a text that contains U+0000: storage, logs and C libraries would end it there.</summary>
/// <param name="own">What else reads text.</param>
internal sealed class CleanText(JsonConverter<string?> own) : JsonConverter<string>
{
    public override bool HandleNull => own.HandleNull;

    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Clean(own.Read(ref reader, type, options));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Clean(reader.GetString())!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => own.Write(writer, value, options);

    private static string? Clean(string? text) => text?.Contains('\0') is true ? throw new NulInText() : text;
}

/// <summary>The same for a single character.</summary>
internal sealed class CleanCharacter(JsonConverter<char> own) : JsonConverter<char>
{
    public override char Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        own.Read(ref reader, type, options) is var character and not '\0' ? character : throw new NulInText();

    public override void Write(Utf8JsonWriter writer, char value, JsonSerializerOptions options) => own.Write(writer, value, options);
}

/// <summary>A text contains U+0000.</summary>
internal sealed class NulInText() : JsonException("The text contains a NUL character.");
