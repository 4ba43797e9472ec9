using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Validation;

/// <summary>The names of JSON: <c>Lines[0].Quantity</c> becomes <c>lines[0].qty</c>.</summary>
/// <param name="json">The settings that read the body.</param>
internal sealed class JsonWireNames(JsonSerializerOptions json) : WireNames
{
    // Bounded by the names in the source.
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public override RequestSource Source => RequestSource.Body;

    public override string NameOf(string member) => member is ['=', .. var name] ? name : _names.GetOrAdd(member, static (member, json) =>
        member.IndexOf('=', StringComparison.Ordinal) is >= 0 and var mark ? member[(mark + 1)..]
        : json.PropertyNamingPolicy?.ConvertName(member) ?? member, json);

    public override (RequestSource Source, string Name) Find(string path, Type type) => (Source, PathOf(path, type));

    public string PathOf(string path, Type type)
    {
        var wire = new StringBuilder();
        var at = InfoOf(type);
        foreach (var segment in path.Split('.'))
        {
            var end = segment.IndexOf('[', StringComparison.Ordinal);
            var (name, indices) = end < 0 ? (segment, "") : (segment[..end], segment[end..]);
            var member = at?.Properties.FirstOrDefault(property => property.AttributeProvider is MemberInfo declared && declared.Name == name);
            wire.Append(wire.Length > 0 && name.Length > 0 ? "." : "")
                .Append(member?.Name ?? json.PropertyNamingPolicy?.ConvertName(name) ?? name)
                .Append(indices);
            at = name.Length is 0 ? at : member is null ? null : InfoOf(member.PropertyType);
            for (var depth = indices.Count(letter => letter is '['); depth > 0; depth--)
            {
                at = at?.ElementType is { } element ? InfoOf(element) : null;
            }
        }

        return wire.ToString();
    }

    private JsonTypeInfo? InfoOf(Type type) => json.TryGetTypeInfo(Nullable.GetUnderlyingType(type) ?? type, out var info) ? info : null;
}
