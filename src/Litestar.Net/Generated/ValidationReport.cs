using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Litestar.Errors;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>
/// Collects the faults that rules find in a value. It costs nothing without faults: paths are built when the check
/// returns.
/// </summary>
/// <remarks>
/// A member is given by its C# name, which the app's naming policy converts to the name on the wire; or as
/// <c>Count=amount</c>, with the exact name on the wire.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValidationReport
{
    // After that many calls of user code it checks whether the client is still connected.
    private const int Many = 64;

    private readonly WireNames _names;
    private readonly HttpContext _context;
    private FaultCollector? _faults;
    private bool _isLate;
    private int _asked;

    // The request's services are requested only when they are needed, because that creates a scope.
    internal ValidationReport(WireNames names, HttpContext context)
    {
        _names = names;
        _context = context;
    }

    /// <summary>The number of faults found so far.</summary>
    public readonly int Count => _faults?.TotalCount ?? 0;

    /// <summary>True if the value was read from the fields of a form.</summary>
    public readonly bool IsOfForm => _names.Source is RequestSource.Form;

    internal readonly FaultCollector? Faults => _faults;

    /// <summary>True if no more faults are collected: the limit is reached, or a rule exceeded its time limit.</summary>
    internal readonly bool IsFull => _faults is { IsFull: true } or { IsLate: true };

    /// <summary>Adds the fault of a member that has broken a rule.</summary>
    /// <param name="member">The member; <c>=</c> for the value itself.</param>
    /// <param name="rule">The rule, which makes the message.</param>
    /// <param name="display">The member's name in the message, if it is not the one on the wire.</param>
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

    /// <summary>
    /// Returns true if a value matches a pattern. A match that exceeds the time limit counts as none, and ends the
    /// check.
    /// </summary>
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

    /// <summary>Checks a rule that is more than a comparison.</summary>
    /// <param name="member">The member; <c>=</c> for the value itself.</param>
    /// <param name="value">Its value.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="owner">The object of the member, which some rules read.</param>
    /// <param name="display">The member's name in the message, if it is not the one on the wire.</param>
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

    /// <summary>Lets an object validate itself.</summary>
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
    /// <param name="rules">The rules of one item.</param>
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

    /// <summary>Puts a member's name in front of the names of its faults.</summary>
    /// <param name="since">The number of faults before it was checked.</param>
    /// <param name="member">The member.</param>
    public readonly void Nest(int since, string member)
    {
        if (Count > since)
        {
            Prefix(since, NameOf(member));
        }
    }

    /// <summary>Returns a member's name on the wire.</summary>
    /// <param name="member">The member.</param>
    public readonly string NameOf(string member) => _names.NameOf(member);

    /// <summary>Adds the fault of user code that exceeded its time limit.</summary>
    internal void AddLate(RegexMatchTimeoutException exception)
    {
        RegexTimeBudget.End(_context, exception);
        AddLate("");
    }

    /// <summary>Adds the fault of a member, given by its path of C# names.</summary>
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

    /// <summary>Renames every fault found so far to the name that the client knows.</summary>
    internal readonly void Rename()
    {
        for (var i = 0; i < _faults?.Count; i++)
        {
            _faults[i].Rename(_names.WireNameOf(_faults[i].Key));
        }
    }

    // A result may name other members than the validated one, even several, by their C# names.
    private void Add(ValidationResult result, object owner, string name, ValidationAttribute? rule, string called)
    {
        var message = result.ErrorMessage ?? rule?.FormatErrorMessage(called) ?? "";
        var said = rule is null ? null : CustomRuleMessage.RuleOf(rule, called, result);
        var members = result.MemberNames.Where(member => !string.IsNullOrEmpty(member)).Take(FaultCollector.Most + 1).ToList();
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
