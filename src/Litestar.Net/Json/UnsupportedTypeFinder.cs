using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>Finds a type in a body that System.Text.Json cannot create: every request would be rejected.</summary>
internal static class UnsupportedTypeFinder
{
    /// <summary>
    /// Returns the first such type among all required members, or a tuple among all optional ones; null if each can be
    /// created.
    /// </summary>
    public static Type? In(JsonTypeInfo type) => In(type, []) ?? TupleIn(type, []);

    /// <summary>Returns the reason and the remedy.</summary>
    public static string Why(Type type) =>
        IsTuple(type) ? "is a tuple, whose elements are fields, which JSON ignores. Use a record, or set IncludeFields in the JSON settings"
        : typeof(IEnumerable).IsAssignableFrom(type) ? "is a collection that System.Text.Json cannot fill. Take an array, a list or a dictionary"
        : type.IsInterface ? "is an interface. Use a record or class, or list its derived types with [JsonDerivedType]"
        : type.IsAbstract ? "is abstract. Use a type that can be created, or list its derived types with [JsonDerivedType]"
        : "has no constructor that System.Text.Json can use. Leave one of them public, or mark one with [JsonConstructor]";

    // A tuple without fields is read as an empty object from any JSON, without an error.
    private static Type? TupleIn(JsonTypeInfo type, HashSet<Type> seen)
    {
        if (!seen.Add(type.Type))
        {
            return null;
        }

        if (type.Kind is JsonTypeInfoKind.Object && IsTuple(type.Type) && type.Properties.Count is 0)
        {
            return type.Type;
        }

        var held = type.Kind switch
        {
            _ when Nullable.GetUnderlyingType(type.Type) is { } bare => [bare],
            JsonTypeInfoKind.Object => type.Properties.Where(member => member.CustomConverter is null && (member.Set is not null || IsArgument(member))).Select(member => member.PropertyType)
                .Concat(type.PolymorphismOptions?.DerivedTypes.Select(heir => heir.DerivedType) ?? []),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary when type.ElementType is { } element => [element],
            _ => (IEnumerable<Type>)[],
        };
        return held.Select(one => Known(type, one) is { } known ? TupleIn(known, seen) : null).FirstOrDefault(found => found is not null);
    }

    // A type without metadata is rejected when its metadata is requested.
    private static JsonTypeInfo? Known(JsonTypeInfo owner, Type type)
    {
        try
        {
            return owner.Options.TryGetTypeInfo(type, out var known) ? known : null;
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsTuple(Type type) => type.IsValueType && typeof(ITuple).IsAssignableFrom(type);

    private static Type? In(JsonTypeInfo type, HashSet<Type> seen)
    {
        if (!seen.Add(type.Type))
        {
            return null;
        }

        if (Nullable.GetUnderlyingType(type.Type) is { } bare)
        {
            return In(type.Options.GetTypeInfo(bare), seen);
        }

        return type is { Kind: JsonTypeInfoKind.Object, CreateObject: null, PolymorphismOptions: null } && !type.Properties.Any(IsArgument)
            || type is { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, CreateObject: null, Type.IsArray: false } && !CanFill(type)
            ? type.Type
            : HeldBy(type).Select(held => In(type.Options.GetTypeInfo(held), seen)).FirstOrDefault(found => found is not null);
    }

    // Metadata does not show which collections are built from others, as immutable ones are.
    private static bool CanFill(JsonTypeInfo type)
    {
        try
        {
            JsonSerializer.Deserialize(type.Kind is JsonTypeInfoKind.Enumerable ? "[]"u8 : "{}"u8, type);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
        catch (Exception)
        {
            // A user's collection may reject an empty one.
            return true;
        }
    }

    private static IEnumerable<Type> HeldBy(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => type.Properties.Where(MustCome).Select(member => member.PropertyType),
        JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary when type.ElementType is { } element => [element],
        _ => [],
    };

    private static bool MustCome(JsonPropertyInfo member) => member is { IsRequired: true, CustomConverter: null } && !JsonErrorTranslator.IsNullable(member);

    private static bool IsArgument(JsonPropertyInfo member) => member.AssociatedParameter is not null;
}
