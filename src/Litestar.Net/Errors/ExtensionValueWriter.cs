using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Litestar.Errors;

/// <summary>Writes the value of an extension member of a problem document, whose type is not known in advance.</summary>
internal static class ExtensionValueWriter
{
    /// <param name="writer">The document.</param>
    /// <param name="value">The value.</param>
    /// <param name="json">The app's JSON options, for types with metadata.</param>
    public static void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions json)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            default: WriteOther(writer, value, json); break;
        }
    }

    // The app's own metadata comes first: it knows converters and naming. A type without metadata is written in the same way.
    private static void WriteOther(Utf8JsonWriter writer, object value, JsonSerializerOptions json)
    {
        if (json.TryGetTypeInfo(value.GetType(), out var type))
        {
            JsonSerializer.Serialize(writer, value, type);
            return;
        }

        switch (value)
        {
            case float number: writer.WriteNumberValue(number); break;
            case uint number: writer.WriteNumberValue(number); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case short or sbyte or byte or ushort: writer.WriteNumberValue(Convert.ToInt32(value, CultureInfo.InvariantCulture)); break;
            case DateTime time: writer.WriteStringValue(time); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case DateOnly day: writer.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeOnly or TimeSpan: writer.WriteStringValue(((IFormattable)value).ToString(value is TimeSpan ? "c" : "O", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case JsonElement element: element.WriteTo(writer); break;
            case System.Text.Json.Nodes.JsonNode node: node.WriteTo(writer, json); break;
            case IDictionary entries: WriteEntries(writer, entries, json); break;
            case IEnumerable items: WriteItems(writer, items, json); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteEntries(Utf8JsonWriter writer, IDictionary entries, JsonSerializerOptions json)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in entries)
        {
            writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "");
            Write(writer, entry.Value, json);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items, JsonSerializerOptions json)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item, json);
        }

        writer.WriteEndArray();
    }
}
