using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Litestar.Errors;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>Checks a value and all that it holds.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value, not null.</param>
/// <param name="report">Takes what is wrong with it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void RuleCheck<in T>(T value, ref ValidationReport report);

/// <summary>Checks a member of an object that could not be made for the sake of others.</summary>
/// <param name="member">Its name in the source.</param>
/// <param name="value">Its value.</param>
/// <param name="report">Takes what is wrong with it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void MemberRuleCheck(string member, object? value, ref ValidationReport report);

/// <summary>What rules have found wrong with a value. It costs nothing while nothing is wrong: paths are put together on the way out.</summary>
/// <remarks>A member is given by its C# name, which the app's naming policy turns into the one on the wire; or as <c>Count=amount</c>, with the very name on the wire.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValidationReport
{
    // After so many questions to the user's code it is seen whether the client is still there.
    private const int Many = 64;

    private readonly WireNames _names;
    private readonly HttpContext _context;
    private FaultCollector? _faults;
    private bool _isLate;
    private int _asked;

    // The request's services are asked for only when they are needed: asking makes a scope.
    internal ValidationReport(WireNames names, HttpContext context)
    {
        _names = names;
        _context = context;
    }

    /// <summary>How many faults were found so far.</summary>
    public readonly int Count => _faults?.TotalCount ?? 0;

    /// <summary>Whether the value was made of the fields of a form.</summary>
    public readonly bool IsOfForm => _names.Source is RequestSource.Form;

    internal readonly FaultCollector? Faults => _faults;

    /// <summary>Nothing more is looked for: nothing more would be told, or there is no time.</summary>
    internal readonly bool IsFull => _faults is { IsFull: true } or { IsLate: true };

    /// <summary>A member has broken a rule.</summary>
    /// <param name="member">The member; <c>=</c> for the value itself.</param>
    /// <param name="rule">The rule, which words the message.</param>
    /// <param name="display">What the message calls the member, if not by its name on the wire.</param>
    public void Add(string member, ValidationAttribute rule, string? display = null)
    {
        if (IsFull)
        {
            return;
        }

        var name = NameOf(member);
        if (_isLate)
        {
            AddLate(name);
            return;
        }

        Add(_names.Source, name, _names.Word(rule, display ?? name), (rule, display ?? name));
    }

    /// <summary>Whether a value matches a pattern. One that takes too long matches none, and nothing else is checked.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rule">The pattern.</param>
    public bool Matches(object? value, RegexRule rule)
    {
        if (IsFull)
        {
            return true;
        }

        var matches = RegexTimeBudget.Matches(_context, rule, value);
        _isLate = matches is null;
        return matches is true;
    }

    /// <summary>Asks a rule that is more than a comparison.</summary>
    /// <param name="member">The member; <c>=</c> for the value itself.</param>
    /// <param name="value">Its value.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="owner">The object the member belongs to, which some rules look at.</param>
    /// <param name="display">What the message calls the member, if not by its name on the wire.</param>
    public void Check(string member, object? value, ValidationAttribute rule, object owner, string? display = null)
    {
        if (IsFull)
        {
            return;
        }

        var name = NameOf(member);
        var called = display ?? (name is "" ? owner.GetType().Name : name);
        var context = new ValidationContext(owner, called, _context.RequestServices, items: null) { MemberName = WireNames.PropertyOf(member) };
        if (++_asked % Many is 0)
        {
            _context.RequestAborted.ThrowIfCancellationRequested();
        }

        if (!RegexTimeBudget.TryAsk(_context, rule, value, context, out var result))
        {
            AddLate(name);
        }
        else if (result is not null && result != ValidationResult.Success)
        {
            Add(result, owner, name, rule, called);
        }
    }

    /// <summary>Lets an object check itself.</summary>
    /// <param name="value">The object.</param>
    public void Validate(IValidatableObject value)
    {
        if (IsFull)
        {
            return;
        }

        try
        {
            foreach (var result in value.Validate(new(value, value.GetType().Name, _context.RequestServices, items: null)))
            {
                if (IsFull)
                {
                    break;
                }

                if (result is not null && result != ValidationResult.Success)
                {
                    Add(result, value, "", null, "");
                }
            }
        }
        catch (RegexMatchTimeoutException exception)
        {
            AddLate(exception);
        }
    }

    /// <summary>Checks items one by one.</summary>
    /// <param name="member">The member that holds them; <c>=</c> for the value itself.</param>
    /// <param name="items">The items.</param>
    /// <param name="rules">The rules of one.</param>
    public void Each<T>(string member, IEnumerable<T>? items, RuleCheck<T> rules)
    {
        switch (items)
        {
            case null:
                break;
            case T[] array:
                Each<T>(member, new ReadOnlySpan<T>(array), rules);
                break;
            case List<T> list:
                Each<T>(member, CollectionsMarshal.AsSpan(list), rules);
                break;
            default:
                var index = 0;
                foreach (var item in items)
                {
                    if (IsFull)
                    {
                        break;
                    }

                    Item(member, item, index++, rules);
                }

                break;
        }
    }

    /// <inheritdoc cref="Each{T}(string, IEnumerable{T}, RuleCheck{T})"/>
    public void Each<T>(string member, IEnumerable<T?>? items, RuleCheck<T> rules) where T : struct
    {
        var index = 0;
        foreach (var item in items ?? [])
        {
            if (IsFull)
            {
                break;
            }

            if (item is { } value)
            {
                Item(member, value, index, rules);
            }

            index++;
        }
    }

    /// <summary>Checks the values of entries one by one.</summary>
    /// <param name="member">The member that holds them; <c>=</c> for the value itself.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="rules">The rules of one value.</param>
    public void Entries<TKey, T>(string member, IEnumerable<KeyValuePair<TKey, T>>? entries, RuleCheck<T> rules) where TKey : notnull
    {
        if (entries is Dictionary<TKey, T> dictionary)
        {
            foreach (var (key, value) in dictionary)
            {
                if (IsFull)
                {
                    break;
                }

                Entry(member, key, value, rules);
            }

            return;
        }

        foreach (var (key, value) in entries ?? [])
        {
            if (IsFull)
            {
                break;
            }

            Entry(member, key, value, rules);
        }
    }

    /// <inheritdoc cref="Entries{TKey, T}(string, IEnumerable{KeyValuePair{TKey, T}}, RuleCheck{T})"/>
    public void Entries<TKey, T>(string member, IEnumerable<KeyValuePair<TKey, T?>>? entries, RuleCheck<T> rules) where TKey : notnull where T : struct
    {
        foreach (var (key, item) in entries ?? [])
        {
            if (IsFull)
            {
                break;
            }

            if (item is { } value)
            {
                Entry(member, key, value, rules);
            }
        }
    }

    /// <summary>Puts a member's name in front of the faults found in it.</summary>
    /// <param name="since">The number of faults before it was checked.</param>
    /// <param name="member">The member.</param>
    public readonly void Nest(int since, string member)
    {
        if (Count > since)
        {
            Prefix(since, NameOf(member));
        }
    }

    /// <summary>A member's name on the wire.</summary>
    /// <param name="member">The member.</param>
    public readonly string NameOf(string member) => _names.NameOf(member);

    /// <summary>The user's own code ran out of time.</summary>
    internal void AddLate(RegexMatchTimeoutException exception)
    {
        RegexTimeBudget.End(_context, exception);
        AddLate("");
    }

    /// <summary>A member has broken a rule, given by its path of C# names.</summary>
    internal void AddAt(string path, Type type, string message)
    {
        var (source, name) = path is "" ? (_names.Source, "") : _names.Find(path, type);
        Add(source, name, message);
    }

    private void AddLate(string key) => (_faults ??= new()).Add(Fault.Late(_names.Source, key));

    private void Add(RequestSource source, string key, string message, (ValidationAttribute Rule, string Name)? rule = null) =>
        (_faults ??= new()).Add(new Fault(source, Excerpt.Path(key), message) { IsOfRule = true, Rule = rule });

    private void Each<T>(string member, ReadOnlySpan<T> items, RuleCheck<T> rules)
    {
        for (var i = 0; i < items.Length && !IsFull; i++)
        {
            Item(member, items[i], i, rules);
        }
    }

    private void Item<T>(string member, T item, int index, RuleCheck<T> rules)
    {
        if (item is null)
        {
            return;
        }

        var since = Count;
        rules(item, ref this);
        if (Count > since)
        {
            Prefix(since, string.Create(CultureInfo.InvariantCulture, $"{NameOf(member)}[{index}]"));
        }
    }

    private void Entry<TKey, T>(string member, TKey key, T value, RuleCheck<T> rules)
    {
        if (value is null)
        {
            return;
        }

        var since = Count;
        rules(value, ref this);
        if (Count > since)
        {
            var name = NameOf(member);
            var told = Excerpt.Of(string.Create(CultureInfo.InvariantCulture, $"{key}"));
            Prefix(since, name is "" ? told : $"{name}.{told}");
        }
    }

    /// <summary>Gives every fault found so far the name that the client is told.</summary>
    internal readonly void Rename()
    {
        for (var i = 0; i < _faults?.Count; i++)
        {
            _faults[i].Rename(_names.WireNameOf(_faults[i].Key));
        }
    }

    // A result may name other members than the one that was judged, even several, in C#'s own words.
    private void Add(ValidationResult result, object owner, string name, ValidationAttribute? rule, string called)
    {
        var message = result.ErrorMessage ?? rule?.FormatErrorMessage(called) ?? "";
        var said = rule is null ? null : CustomRuleMessage.RuleOf(rule, called, result);
        var members = result.MemberNames.Where(member => !string.IsNullOrEmpty(member)).Take(Litestar.Errors.FaultCollector.Most + 1).ToList();
        if (members.Count is 0 || name is not "")
        {
            Add(_names.Source, name, message, said);
            return;
        }

        foreach (var member in members)
        {
            if (IsFull)
            {
                break;
            }

            AddAt(member, owner.GetType(), message);
        }
    }

    private readonly void Prefix(int since, string prefix)
    {
        for (var i = since; i < _faults?.Count; i++)
        {
            var fault = _faults[i];
            fault.Rename(Excerpt.Path(fault.Key is "" ? prefix : fault.Key[0] is '[' ? prefix + fault.Key : $"{prefix}.{fault.Key}"));
        }
    }
}
