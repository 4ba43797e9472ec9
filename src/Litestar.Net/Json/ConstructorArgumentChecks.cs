using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>Sees as an object is made whether all arguments have come that must, for the types of one <see cref="JsonSerializerOptions"/>.</summary>
/// <remarks>
/// System.Text.Json keeps a set of bits for each object of which a member is required. These types have none where their
/// constructor takes all that must come. What is suspected here is read again by the settings that require members.
/// </remarks>
internal sealed class ConstructorArgumentChecks
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConstructorArgumentChecks> All = [];

    private readonly Dictionary<Type, MissingArgumentCheck> _checks = [];

    /// <summary>Has objects that these settings make be looked at.</summary>
    public static ConstructorArgumentChecks Add(JsonSerializerOptions options)
    {
        var presence = new ConstructorArgumentChecks();
        All.Add(options, presence);
        return presence;
    }

    /// <summary>None where objects are made without a look.</summary>
    public static ConstructorArgumentChecks? Of(JsonSerializerOptions options) => All.TryGetValue(options, out var presence) ? presence : null;

    /// <summary>The constructor of a type with the look before it.</summary>
    public Func<object[], T> Check<T>(JsonSerializerOptions options, Func<object[], T> create)
    {
        var check = new MissingArgumentCheck<T>(options, create);
        lock (_checks)
        {
            _checks[typeof(T)] = check;
        }

        return check.Create;
    }

    /// <summary>Applied behind <see cref="RequiredMemberModifier"/>: what the look sees need not be required any more.</summary>
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
        // The bits are kept for one member as for all.
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
