using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Dependencies;

/// <summary>
/// Separates a list of services from a list in a body. The container claims every <c>IEnumerable&lt;T&gt;</c> as a
/// service: without any T it returns an empty one.
/// </summary>
internal static class EnumerableServices
{
    /// <summary>Returns T for <c>IEnumerable&lt;T&gt;</c>, and null for any other type.</summary>
    public static Type? ElementOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? type.GenericTypeArguments[0] : null;

    /// <summary>Returns true if a list can only hold services, even if it is empty: its items cannot be read from JSON.</summary>
    /// <param name="element">The type of its items.</param>
    /// <param name="json">The options that read bodies.</param>
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
