using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>
/// Checks when an object is created that all required arguments are present, for the types of one
/// <see cref="JsonSerializerOptions"/>.
/// </summary>
/// <remarks>
/// System.Text.Json keeps a bit set for each object with a required member. These types do not need one if their constructor
/// takes all required members. A suspect body is read again with the settings that require members.
/// </remarks>
internal sealed class ConstructorArgumentChecks
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConstructorArgumentChecks> All = [];

    private readonly Dictionary<Type, MissingArgumentCheck> _checks = [];

    /// <summary>Adds the check to settings.</summary>
    public static ConstructorArgumentChecks Add(JsonSerializerOptions options)
    {
        var presence = new ConstructorArgumentChecks();
        All.Add(options, presence);
        return presence;
    }

    /// <summary>Returns the checks of settings; null if they have none.</summary>
    public static ConstructorArgumentChecks? Of(JsonSerializerOptions options) => All.TryGetValue(options, out var presence) ? presence : null;

    /// <summary>Returns the constructor of a type with the check before it.</summary>
    public Func<object[], T> Check<T>(JsonSerializerOptions options, Func<object[], T> create)
    {
        var check = new MissingArgumentCheck<T>(options, create);
        lock (_checks)
        {
            _checks[typeof(T)] = check;
        }

        return check.Create;
    }

    /// <summary>Removes requirements that the check covers. Applied after <see cref="RequiredMemberModifier"/>.</summary>
    public void Apply(JsonTypeInfo type)
    {
        MissingArgumentCheck? check;
        lock (_checks)
        {
            _checks.TryGetValue(type.Type, out check);
        }

        if (check is null)
        {
            return;
        }

        var required = type.Properties.Where(member => member.IsRequired).ToList();
        var seen = required.Where(member => member.AssociatedParameter is { IsMemberInitializer: false } && !JsonErrorTranslator.IsNullable(member)).ToList();
        // The bit set costs the same for one member as for all.
        if (seen.Count == required.Count && type.Options.AllowDuplicateProperties)
        {
            check.Positions = [.. seen.Select(member => member.AssociatedParameter!.Position)];
            seen.ForEach(member => member.IsRequired = false);
        }
        else
        {
            check.Positions = [];
        }
    }
}
