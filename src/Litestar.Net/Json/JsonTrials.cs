using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>
/// Deserializes parts of a rejected body one by one, to find faults that members' types do not show: a constructor, a
/// setter or a converter rejects the value.
/// </summary>
/// <param name="found">Receives the faults.</param>
/// <param name="place">The place of the part in the body.</param>
internal sealed class JsonTrials(FaultCollector found, JsonPlace place)
{
    // Each object is read once more by itself, and again as part of the outer one: at most this many bytes in total.
    private int _budget = 4 * 1024 * 1024;

    /// <summary>Takes the size of a part from what one body may cost, and returns false if not enough is left.</summary>
    public bool Spend(JsonElement element)
    {
        var length = JsonMarshal.GetRawUtf8Value(element).Length;
        var isLeft = length <= _budget;
        _budget -= isLeft ? length : 0;
        return isLeft;
    }

    /// <summary>Deserializes a part, and adds the fault of one that is rejected.</summary>
    public void Try(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            element.Deserialize(type);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            found.Add(JsonErrorTranslator.Of(exception, type, place.ToString(), element));
        }
        catch (Exception)
        {
            // An error of the server, not a fault of the client. It may have been slow, so no other object is tried.
            _budget = 0;
        }
    }

    /// <summary>Returns true if a dictionary takes an entry. With a readable value, only the key can be at fault.</summary>
    public static bool Reads(JsonTypeInfo map, string key, JsonElement value)
    {
        try
        {
            new JsonObject { [key] = JsonNode.Parse(value.GetRawText()) }.Deserialize(map);
            return true;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return false;
        }
    }

    private static bool IsFault(Exception exception) => exception is JsonException or NotSupportedException || ClientValueExceptions.Is(exception);
}
