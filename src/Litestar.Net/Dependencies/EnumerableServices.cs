using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Dependencies;

/// <summary>Tells a list of services from a list that a body brings. The container says of every <c>IEnumerable&lt;T&gt;</c> that it is a service: where it holds no T, it returns an empty one.</summary>
internal static class EnumerableServices
{
    /// <summary>Returns T for <c>IEnumerable&lt;T&gt;</c>, and null for any other type.</summary>
    public static Type? ElementOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? type.GenericTypeArguments[0] : null;

    /// <summary>Returns whether a list of a type can only be one of services, even if it is empty: of what can never come as JSON.</summary>
    /// <param name="element">The type of its items.</param>
    /// <param name="json">How bodies are read.</param>
    public static bool MayBeEmpty(Type element, JsonSerializerOptions json) => element.IsAbstract && (!TryRead(element, json, out var type) || type is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null });

    private static bool TryRead(Type element, JsonSerializerOptions json, [NotNullWhen(true)] out JsonTypeInfo? type)
    {
        try
        {
            return json.TryGetTypeInfo(element, out type);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            type = null;
            return false;
        }
    }
}
