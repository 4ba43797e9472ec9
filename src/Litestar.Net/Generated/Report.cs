using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Litestar.Rejections;

namespace Litestar.Generated;

/// <summary>Checks a value and all that it holds.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value, not null.</param>
/// <param name="report">Takes what is wrong with it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void RuleSet<in T>(T value, ref Report report);

/// <summary>What rules have found wrong with a value. It costs nothing while nothing is wrong: paths are put together on the way out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Report
{
    private readonly RequestSource _source;
    private readonly JsonNamingPolicy? _naming;
    private readonly IServiceProvider _services;
    private List<Fault>? _faults;

    internal Report(RequestSource source, JsonNamingPolicy? naming, IServiceProvider services)
    {
        _source = source;
        _naming = naming;
        _services = services;
    }

    /// <summary>How many faults were found so far.</summary>
    public readonly int Count => _faults?.Count ?? 0;

    internal readonly IReadOnlyList<Fault>? Faults => _faults;

    /// <summary>A member has broken a rule.</summary>
    /// <param name="member">Its C# name, or behind <c>=</c> the very name on the wire.</param>
    /// <param name="rule">The rule, which words the message.</param>
    public void Add(string member, ValidationAttribute rule)
    {
        var name = NameOf(member);
        Add(name, rule.FormatErrorMessage(name));
    }

    /// <summary>Asks a rule that is more than a comparison.</summary>
    /// <param name="member">The member's C# name, or behind <c>=</c> the very name on the wire.</param>
    /// <param name="value">Its value.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="owner">The object the member belongs to, which some rules look at.</param>
    public void Check(string member, object? value, ValidationAttribute rule, object owner)
    {
        var name = NameOf(member);
        var context = new ValidationContext(owner, name, _services, items: null) { MemberName = member };
        if (rule.GetValidationResult(value, context) is { } result && result != ValidationResult.Success)
        {
            Add(name, result.ErrorMessage ?? rule.FormatErrorMessage(name));
        }
    }

    /// <summary>Lets an object check itself, once none of its members has broken a rule.</summary>
    /// <param name="value">The object.</param>
    /// <param name="since">The number of faults before its members were checked.</param>
    public void Validate(IValidatableObject value, int since)
    {
        if (Count > since)
        {
            return;
        }

        foreach (var result in value.Validate(new(value, value.GetType().Name, _services, items: null)))
        {
            if (result is null || result == ValidationResult.Success)
            {
                continue;
            }

            var members = result.MemberNames.DefaultIfEmpty("=");
            foreach (var member in members)
            {
                Add(NameOf(member), result.ErrorMessage ?? "");
            }
        }
    }

    /// <summary>Puts a member's name in front of the faults found in it.</summary>
    /// <param name="since">The number of faults before it was checked.</param>
    /// <param name="member">The member's C# name, or behind <c>=</c> the very name on the wire.</param>
    public readonly void Nest(int since, string member) => Prefix(since, NameOf(member));

    /// <summary>Puts a member's name and an item's index in front of the faults found in the item.</summary>
    /// <inheritdoc cref="Nest(int, string)"/>
    public readonly void Nest(int since, string member, int index) => Prefix(since, $"{NameOf(member)}[{index}]");

    /// <summary>Puts a member's name and an entry's key in front of the faults found in the entry.</summary>
    /// <inheritdoc cref="Nest(int, string)"/>
    public readonly void Nest(int since, string member, object? key) => Prefix(since, $"{NameOf(member)}.{key}");

    internal void Add(string key, string message) => (_faults ??= []).Add(new(_source, key, _ => message));

    // The naming policy is the app's, and known only when it runs.
    internal readonly string NameOf(string member) => member is ['=', ..] ? member[1..] : _naming?.ConvertName(member) ?? member;

    private readonly void Prefix(int since, string prefix)
    {
        for (var i = since; i < Count; i++)
        {
            var fault = _faults![i];
            _faults[i] = fault with { Key = fault.Key is "" ? prefix : fault.Key[0] is '[' ? prefix + fault.Key : $"{prefix}.{fault.Key}" };
        }
    }
}
