using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;

namespace Litestar.Json;

/// <summary>Says which members of a JSON body must come: those that are neither nullable nor defaulted, as it is for parameters.</summary>
internal static class RequiredMemberModifier
{
    /// <summary>Applied to the metadata of every type that a handler reads.</summary>
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
        {
            return;
        }

        var set = HandlerRegistry.RequiredOf(type.Type);
        foreach (var member in type.Properties)
        {
            // What the compiler requires stays required; a parameter without a default is what System.Text.Json would require even if it is nullable.
            if (member is { AssociatedParameter: { } parameter, IsRequired: false })
            {
                // Only what has a setter may be required; a value that comes through the constructor never meets it.
                member.Set ??= static (_, _) => { };
                member.IsRequired = !parameter.HasDefaultValue && (!IsNullable(parameter) || NullItemFinder.IsNonNull(type, member));
            }
            else if (set.Count > 0 && member is { AssociatedParameter: null, Set: not null, IsExtensionData: false, AttributeProvider: MemberInfo declared } && set.Contains(declared.Name))
            {
                member.IsRequired = true;
            }
        }
    }

    /// <summary>Applied where only what its type says must come: System.Text.Json knows of all but <c>[Required]</c>, which a value without null cannot tell of later.</summary>
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
