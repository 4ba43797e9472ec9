using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>Whether a type and all it holds are known by name: a member of type <c>object</c> may hold anything, and only the user's settings know how to write that.</summary>
internal static class ClosedGraph
{
    public static bool Holds(JsonTypeInfo type) => Holds(type, []);

    private static bool Holds(JsonTypeInfo type, HashSet<Type> seen)
    {
        if (type.Type == typeof(object))
        {
            return false;
        }

        if (!seen.Add(type.Type))
        {
            return true;
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => type.Properties.All(member => Holds(type, member.PropertyType, seen)),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => type.ElementType is { } element && Holds(type, element, seen),
            _ => Nullable.GetUnderlyingType(type.Type) is not { } inner || Holds(type, inner, seen),
        };
    }

    private static bool Holds(JsonTypeInfo owner, Type held, HashSet<Type> seen)
    {
        try
        {
            return Holds(owner.Options.GetTypeInfo(held), seen);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }
}
