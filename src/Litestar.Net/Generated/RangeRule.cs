using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Litestar.Generated;

/// <summary>A <c>[Range(typeof(decimal), "0", "0.5")]</c> whose limits are parsed once and compared as their own type.</summary>
/// <param name="from">The lower limit, in the invariant culture.</param>
/// <param name="to">The upper limit, in the invariant culture.</param>
/// <typeparam name="T">The type of the limits and of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RangeRule<T>(string from, string to) : ValidationAttribute, IRangeRule where T : struct, IComparable<T>, IParsable<T>
{
    private readonly T _from = T.Parse(from, CultureInfo.InvariantCulture);
    private readonly T _to = T.Parse(to, CultureInfo.InvariantCulture);

    /// <summary>True if the lower limit itself is rejected.</summary>
    /// <value>False.</value>
    public bool MinimumIsExclusive { get; set; }

    /// <summary>True if the upper limit itself is rejected.</summary>
    /// <value>False.</value>
    public bool MaximumIsExclusive { get; set; }

    string IRangeRule.From => from;

    string IRangeRule.To => to;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "It is shown, and judges nothing.")]
    [UnconditionalSuppressMessage("Trimming", "IL2087", Justification = "It is shown, and judges nothing.")]
    RangeAttribute IRangeRule.Declared => new(typeof(T), from, to) { MinimumIsExclusive = MinimumIsExclusive, MaximumIsExclusive = MaximumIsExclusive };

    /// <summary>Returns true if a value is between the limits.</summary>
    public bool Allows(T value) => RuleComparison.Between(value, _from, _to, MinimumIsExclusive, MaximumIsExclusive);

    /// <summary>Returns true if a value is null or between the limits.</summary>
    public bool Allows(T? value) => value is not { } some || Allows(some);

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is T some && Allows(some));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Format(CultureInfo.CurrentCulture, Sentence, name, _from, _to);

    // The message of RangeAttribute, which is not accessible from outside.
    private string Sentence => ErrorMessage is null && ErrorMessageResourceName is null
        ? $"The field {{0}} must be between {{1}}{(MinimumIsExclusive ? " exclusive" : "")} and {{2}}{(MaximumIsExclusive ? " exclusive" : "")}."
        : ErrorMessageString;
}

/// <summary>The limits of a range as in the source.</summary>
internal interface IRangeRule
{
    string From { get; }

    string To { get; }

    /// <summary>The attribute in the source.</summary>
    RangeAttribute Declared { get; }

    bool MinimumIsExclusive { get; }

    bool MaximumIsExclusive { get; }
}
