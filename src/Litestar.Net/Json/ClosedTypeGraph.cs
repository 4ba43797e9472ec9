using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>
/// Checks that a type and all its members have known types: a member of type <c>object</c> may hold any type, which
/// only the user's settings can write.
/// </summary>
internal static class ClosedTypeGraph
{
    public static bool Holds(JsonTypeInfo type) => Holds(type, static type => type == typeof(object), []);

    /// <summary>Returns true if it contains values that are kept as JSON, and read only by the user's code.</summary>
    public static bool HoldsDocuments(JsonTypeInfo type) => !Holds(type, IsDocument, []);

    /// <summary>Returns true if values of a type are kept as JSON.</summary>
    public static bool IsDocument(Type type) =>
        type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type);

    private static bool Holds(JsonTypeInfo type, Func<Type, bool> isOpen, HashSet<Type> seen)
    {
        if (isOpen(type.Type))
        {
            return false;
        }

        if (!seen.Add(type.Type))
        {
            return true;
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => type.Properties.All(member => Holds(type, member.PropertyType, isOpen, seen)) && (type.PolymorphismOptions?.DerivedTypes.All(derived => Holds(type, derived.DerivedType, isOpen, seen)) ?? true),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => type.ElementType is { } element && Holds(type, element, isOpen, seen),
            _ => Nullable.GetUnderlyingType(type.Type) is not { } inner || Holds(type, inner, isOpen, seen),
        };
    }

    private static bool Holds(JsonTypeInfo owner, Type held, Func<Type, bool> isOpen, HashSet<Type> seen)
    {
        try
        {
            return Holds(owner.Options.GetTypeInfo(held), isOpen, seen);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }
}
