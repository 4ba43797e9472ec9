using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Validation;

/// <summary>A path of C# members as the client knows it: <c>Lines[0].Quantity</c> becomes <c>lines[0].qty</c>.</summary>
/// <remarks>Asked only where something is wrong.</remarks>
internal static class WirePath
{
    public static string Of(string path, Type type, JsonSerializerOptions? json)
    {
        if (json is null)
        {
            return path;
        }

        var wire = new StringBuilder();
        var at = InfoOf(type, json);
        foreach (var segment in path.Split('.'))
        {
            var end = segment.IndexOf('[', StringComparison.Ordinal);
            var (name, indices) = end < 0 ? (segment, "") : (segment[..end], segment[end..]);
            var member = at?.Properties.FirstOrDefault(property => property.AttributeProvider is MemberInfo declared && declared.Name == name);
            wire.Append(wire.Length > 0 && name.Length > 0 ? "." : "")
                .Append(member?.Name ?? json.PropertyNamingPolicy?.ConvertName(name) ?? name)
                .Append(indices);
            at = name.Length is 0 ? at : member is null ? null : InfoOf(member.PropertyType, json);
            for (var depth = indices.Count(letter => letter is '['); depth > 0; depth--)
            {
                at = at?.ElementType is { } element ? InfoOf(element, json) : null;
            }
        }

        return wire.ToString();
    }

    private static JsonTypeInfo? InfoOf(Type type, JsonSerializerOptions json) =>
        json.TryGetTypeInfo(Nullable.GetUnderlyingType(type) ?? type, out var info) ? info : null;
}
