using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;

namespace Litestar.Json;

/// <summary>Marks the required members of a JSON body: those that are neither nullable nor defaulted, as for parameters.</summary>
internal static class RequiredMemberModifier
{
    /// <summary>Modifies the metadata of every type that a handler reads.</summary>
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
        {
            return;
        }

        var set = HandlerRegistry.RequiredOf(type.Type);
        foreach (var member in type.Properties)
        {
            // A member with the word 'required' stays required; System.Text.Json would require a parameter without a
            // default even if it is nullable.
            if (member is { AssociatedParameter: { } parameter, IsRequired: false })
            {
                // Only a member with a setter can be required; a value for the constructor never reaches the setter.
                member.Set ??= static (_, _) => { };
                member.IsRequired = !parameter.HasDefaultValue && (!IsNullable(parameter) || NullItemFinder.IsNonNull(type, member));
            }
            else if (set.Count > 0 && member is { AssociatedParameter: null, Set: not null, IsExtensionData: false, AttributeProvider: MemberInfo declared } && set.Contains(declared.Name))
            {
                member.IsRequired = true;
            }
        }
    }

    /// <summary>
    /// Modifies the metadata when only a type's own declarations count: System.Text.Json knows them all but
    /// <c>[Required]</c>, which cannot detect a missing value later if it is not nullable.
    /// </summary>
    public static void ApplyDeclared(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || HandlerRegistry.DeclaredOf(type.Type) is not { Count: > 0 } declared)
        {
            return;
        }

        foreach (var member in type.Properties)
        {
            if (member is { IsRequired: false, IsExtensionData: false, AssociatedParameter: null or { HasDefaultValue: false }, AttributeProvider: MemberInfo { Name: var name } } && declared.Contains(name))
            {
                member.Set ??= member.AssociatedParameter is null ? null : static (_, _) => { };
                member.IsRequired = member.Set is not null;
            }
        }
    }

    private static bool IsNullable(JsonParameterInfo parameter) =>
        parameter.ParameterType.IsValueType ? Nullable.GetUnderlyingType(parameter.ParameterType) is not null : parameter.IsNullable;
}
