using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>Rethrows setter exceptions as <see cref="JsonException"/>, so that System.Text.Json adds the path.</summary>
internal static class SetterExceptionTranslator
{
    public static void Apply(JsonTypeInfo type)
    {
        foreach (var member in type.Kind is JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if (member is { Set: { } set, AssociatedParameter: null })
            {
                var (name, isNullable) = (member.Name, JsonErrorTranslator.IsNullable(member));
                member.Set = (target, value) =>
                {
                    // If a body comes in parts and its type has a constructor with parameters, System.Text.Json accepts null.
                    if (value is null && !isNullable)
                    {
                        throw new NullMemberException(name);
                    }

                    try
                    {
                        set(target, value);
                    }
                    catch (Exception thrown) when (ClientValueExceptions.Is(thrown))
                    {
                        throw new ClientValueExceptions(thrown, name);
                    }
                };
            }
        }
    }
}

/// <summary>The exception for a null member that is not allowed.</summary>
/// <param name="member">Its name on the wire.</param>
internal sealed class NullMemberException(string member) : JsonException($"Member '{member}' must not be null.")
{
    /// <summary>Its name on the wire.</summary>
    public string Member => member;
}
