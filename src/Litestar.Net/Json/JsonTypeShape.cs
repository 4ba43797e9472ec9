using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>The members of one type, for the comparison with a rejected body.</summary>
internal sealed class JsonTypeShape
{
    private readonly Dictionary<string, int> _indices;

    public JsonTypeShape(JsonTypeInfo type)
    {
        Members = [.. Declared(type)];
        _indices = new(type.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        for (var i = 0; i < Members.Length; i++)
        {
            _indices.TryAdd(Members[i].Name, i);
        }

        IsClosed = (type.UnmappedMemberHandling ?? type.Options.UnmappedMemberHandling) is JsonUnmappedMemberHandling.Disallow
            && !Array.Exists(Members, member => member.IsExtensionData);
    }

    /// <summary>The members in source order: those of a constructor in its order, then those of a base before the type's own.</summary>
    public JsonPropertyInfo[] Members { get; }

    /// <summary>The index of each name among them.</summary>
    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Indices => _indices.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True if members that the type does not declare are rejected.</summary>
    public bool IsClosed { get; }

    private static IEnumerable<JsonPropertyInfo> Declared(JsonTypeInfo type) => type.Properties
        .OrderBy(member => member.AssociatedParameter?.Position ?? int.MaxValue)
        .ThenBy(member => member.AttributeProvider is MemberInfo { DeclaringType: { } owner } ? DepthOf(owner) : int.MaxValue);

    private static int DepthOf(Type type) => type.BaseType is { } owner ? DepthOf(owner) + 1 : 0;
}
