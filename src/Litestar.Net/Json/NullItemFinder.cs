using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;
using Litestar.Generated;

namespace Litestar.Json;

/// <summary>Finds a null among the items of collections with non-nullable items, because System.Text.Json accepts it.</summary>
/// <remarks>Used only if the body contains a null. The members that lead to such collections are determined at start-up.</remarks>
internal sealed class NullItemFinder
{
    // The bit for a member itself.
    private const int Itself = 1 << 30;

    private readonly JsonTypeInfo _type;
    private readonly int _depths;
    private readonly Dictionary<Type, List<ItemsMember>> _members = [];

    private NullItemFinder(JsonTypeInfo type, int depths)
    {
        _type = type;
        _depths = depths;
        Follow(type);
        Prune();
    }

    /// <summary>Returns null if a type has no such items.</summary>
    /// <param name="type">The type of the body.</param>
    /// <param name="depths">A bit for each depth at which the body's own items may not be null.</param>
    public static NullItemFinder? Of(JsonTypeInfo type, int depths)
    {
        var items = new NullItemFinder(type, depths);
        return items.Leads(type, depths) ? items : null;
    }

    /// <summary>Returns the bits of a member's items.</summary>
    public static int DepthsOf(JsonTypeInfo type, JsonPropertyInfo member) => BitsOf(type, member) & ~Itself;

    /// <summary>
    /// Returns true if a member may not be null because its type, a type parameter of its owner, is a non-nullable
    /// argument.
    /// </summary>
    public static bool IsNonNull(JsonTypeInfo type, JsonPropertyInfo member) => (BitsOf(type, member) & Itself) is not 0;

    /// <summary>Returns the path of the first null that is not allowed; null if there is none.</summary>
    public string? NullIn(object value)
    {
        var found = Find(value, _type, _depths);
        return found is ['.', .. var member] ? member : found;
    }

    private static int BitsOf(JsonTypeInfo type, JsonPropertyInfo member) =>
        type.Options.RespectNullableAnnotations && member.AttributeProvider is MemberInfo declared ? HandlerRegistry.NonNullItemsOf(type.Type, declared.Name) : 0;

    private static JsonTypeInfo Bare(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) is { } inner ? type.Options.GetTypeInfo(inner) : type;

    private void Follow(JsonTypeInfo type)
    {
        type = Bare(type);
        if (type.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary && InfoOf(type, type.ElementType) is { } element)
        {
            Follow(element);
        }

        if (type.Kind is not JsonTypeInfoKind.Object || _members.ContainsKey(type.Type))
        {
            return;
        }

        var members = _members[type.Type] = [];
        foreach (var member in type.Properties)
        {
            if (member is { Get: { } get, CustomConverter: null } && (member.Set is not null || member.AssociatedParameter is not null) && InfoOf(type, member.PropertyType) is { } info)
            {
                members.Add(new(member.Name, get, info, DepthsOf(type, member), IsNonNull(type, member)));
                Follow(info);
            }
        }

        foreach (var derived in type.PolymorphismOptions?.DerivedTypes ?? [])
        {
            if (InfoOf(type, derived.DerivedType) is { } info)
            {
                Follow(info);
            }
        }
    }

    // Only members that lead to such items are searched later; types may contain each other.
    private void Prune()
    {
        var worth = new HashSet<Type>();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (type, members) in _members)
            {
                changed |= members.Exists(member => member.Leads || worth.Contains(ObjectIn(member.Type))) && worth.Add(type);
                changed |= _members.Keys.Any(other => worth.Contains(other) && type.IsAssignableFrom(other)) && worth.Add(type);
            }
        }

        foreach (var (type, members) in _members.ToList())
        {
            members.RemoveAll(member => !member.Leads && !worth.Contains(ObjectIn(member.Type)));
            if (!worth.Contains(type))
            {
                _members.Remove(type);
            }
        }
    }

    private bool Leads(JsonTypeInfo type, int depths) => depths > 0 || _members.ContainsKey(ObjectIn(type));

    // Returns the type inside all collections.
    private static Type ObjectIn(JsonTypeInfo type)
    {
        type = Bare(type);
        return type.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary && InfoOf(type, type.ElementType) is { } element ? ObjectIn(element) : type.Type;
    }

    // The path is built when the search returns: nearly always there is nothing to find.
    private string? Find(object value, JsonTypeInfo type, int depths)
    {
        type = Bare(type);
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when _members.TryGetValue(value.GetType(), out var members) || _members.TryGetValue(type.Type, out members):
                foreach (var member in members)
                {
                    if ((member.Get(value) is { } held ? Find(held, member.Type, member.Depths) : member.IsNonNull ? "" : null) is { } found)
                    {
                        return $".{member.Name}{found}";
                    }
                }

                return null;
            case JsonTypeInfoKind.Dictionary when InfoOf(type, type.ElementType) is { } element && Leads(element, depths):
                return value is IDictionary entries ? FindEntry(entries, element, depths) : null;
            case JsonTypeInfoKind.Enumerable when InfoOf(type, type.ElementType) is { } element && Leads(element, depths):
                return value is IEnumerable items ? FindItem(items, element, depths) : null;
            default:
                return null;
        }
    }

    private string? FindItem(IEnumerable items, JsonTypeInfo type, int depths)
    {
        var leads = Leads(type, depths >> 1);
        var index = 0;
        foreach (var item in items)
        {
            if ((item is null ? NullAt(depths) : leads ? Find(item, type, depths >> 1) : null) is { } found)
            {
                return string.Create(CultureInfo.InvariantCulture, $"[{index}]{found}");
            }

            index++;
        }

        return null;
    }

    private string? FindEntry(IDictionary entries, JsonTypeInfo type, int depths)
    {
        var leads = Leads(type, depths >> 1);
        foreach (DictionaryEntry entry in entries)
        {
            if ((entry.Value is null ? NullAt(depths) : leads ? Find(entry.Value, type, depths >> 1) : null) is { } found)
            {
                return string.Create(CultureInfo.InvariantCulture, $".{Excerpt.Of($"{entry.Key}")}{found}");
            }
        }

        return null;
    }

    private static string? NullAt(int depths) => (depths & 1) is 0 ? null : "";

    // A member that System.Text.Json cannot read is not checked here.
    private static JsonTypeInfo? InfoOf(JsonTypeInfo owner, Type? type)
    {
        try
        {
            return type is null ? null : owner.Options.GetTypeInfo(type);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record ItemsMember(string Name, Func<object, object?> Get, JsonTypeInfo Type, int Depths, bool IsNonNull)
    {
        public bool Leads => IsNonNull || Depths > 0;
    }
}

/// <summary>The exception for a null item that is not allowed.</summary>
/// <param name="path">Its path in the body.</param>
internal sealed class NullItemException(string path) : System.Text.Json.JsonException($"'{path}' must not be null.")
{
    /// <summary>Its path in the body.</summary>
    public string Place => path;
}
