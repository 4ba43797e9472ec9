using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>A path in a body, in System.Text.Json's format: <c>$.lines[0].quantity</c>.</summary>
internal static class JsonPath
{
    /// <summary>
    /// Returns the path in the client's format, below another path: <c>order</c> and <c>$.lines[0]</c> are
    /// <c>order.lines[0]</c>.
    /// </summary>
    public static string Below(string path, string? inner)
    {
        foreach (var step in Steps(inner))
        {
            path = Excerpt.Path(step.Index is { } index ? $"{path}[{index}]" : Of(path, Excerpt.Of(step.Name)));
        }

        return path;
    }

    /// <summary>Returns the path of a member.</summary>
    public static string Of(string path, string member) => path is "" ? member : $"{path}.{member}";

    /// <summary>Returns the metadata for a path: the type of the value, and its member; null if they are not known.</summary>
    public static (JsonTypeInfo? Type, JsonPropertyInfo? Member) Find(JsonTypeInfo? type, string? inner)
    {
        JsonPropertyInfo? member = null;
        foreach (var step in Steps(inner))
        {
            type = type is not null && Nullable.GetUnderlyingType(type.Type) is { } bare ? type.Options.GetTypeInfo(bare) : type;
            member = step.Name is { } name && type?.Kind is JsonTypeInfoKind.Object ? type.Properties.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) : null;
            var next = member?.PropertyType ?? (type?.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary ? type.ElementType : null);
            type = next is null ? null : type!.Options.GetTypeInfo(next);
        }

        return (type, member);
    }

    /// <summary>Returns the value at a path.</summary>
    public static JsonElement? Find(JsonElement element, string? inner)
    {
        foreach (var step in Steps(inner))
        {
            JsonElement? next = step.Index is { } index
                ? element.ValueKind is JsonValueKind.Array && index < element.GetArrayLength() ? element[index] : null
                : element.ValueKind is JsonValueKind.Object ? JsonName.Find(element, step.Name!) : null;
            if (next is null)
            {
                return null;
            }

            element = next.Value;
        }

        return element;
    }

    // $.a.b[0]['with space']
    private static IEnumerable<(string? Name, int? Index)> Steps(string? path)
    {
        for (var at = 1; path is not null && at < path.Length;)
        {
            var isBracket = path[at] is '[';
            var isQuoted = isBracket && at + 1 < path.Length && path[at + 1] is '\'';
            var start = at + (isQuoted ? 2 : 1);
            var end = isQuoted ? path.IndexOf("']", start, StringComparison.Ordinal) : isBracket ? path.IndexOf(']', start) : path.AsSpan(start).IndexOfAny('.', '[') is var next and >= 0 ? start + next : path.Length;
            if (start > path.Length || end < 0)
            {
                yield break;
            }

            var text = path[start..end];
            yield return isBracket && !isQuoted && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (null, index) : (text, null);
            at = end + (isQuoted ? 2 : isBracket ? 1 : 0);
        }
    }
}
