using System.Text.RegularExpressions;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;

namespace Litestar.Validation;

/// <summary>All that is asked of a value of one type once it has been read: its rules, then its validators.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class ValueValidation<T>
{
    private readonly WireNames _names;
    private readonly RuleCheck<T>? _rules;
    private readonly ValueValidators<T>? _validators;

    private ValueValidation(WireNames names, RuleCheck<T>? rules, ValueValidators<T>? validators)
    {
        _names = names;
        _rules = rules;
        _validators = validators;
    }

    /// <summary>None where there is nothing to ask.</summary>
    /// <param name="names">How the client knows its members.</param>
    /// <param name="rules">The rules that were generated for it.</param>
    /// <param name="validators">Those who judge it.</param>
    public static ValueValidation<T>? Of(WireNames names, RuleCheck<T>? rules, ValueValidators<T>? validators) =>
        rules is null && validators is null ? null : new(names, rules, validators);

    /// <summary>Puts the rules to what was read; without waiting unless a validator has to.</summary>
    public ValueTask<BindingResult<T>> Ask(HttpContext context, ValueTask<BindingResult<T>> reading) =>
        reading.IsCompletedSuccessfully ? Ask(context, reading.Result) : AskLater(context, reading);

    private ValueTask<BindingResult<T>> Ask(HttpContext context, BindingResult<T> read)
    {
        // What could not be read, or is not there, cannot be judged.
        if (read.Faults is not null || read.Value is null)
        {
            return new(read);
        }

        var report = new ValidationReport(_names, context);
        _rules?.Invoke(read.Value, ref report);
        return _validators is null ? new(Conclude(read, in report)) : AskValidators(context, read, report);
    }

    private async ValueTask<BindingResult<T>> AskLater(HttpContext context, ValueTask<BindingResult<T>> reading) => await Ask(context, await reading);

    private async ValueTask<BindingResult<T>> AskValidators(HttpContext context, BindingResult<T> read, ValidationReport report)
    {
        if (report.IsFull)
        {
            return Conclude(read, in report);
        }

        IReadOnlyCollection<ValidatorMessage> failures;
        try
        {
            failures = await _validators!.Ask(read.Value, context);
        }
        catch (RegexMatchTimeoutException exception)
        {
            report.AddLate(exception);
            return Conclude(read, in report);
        }

        foreach (var failure in failures)
        {
            if (report.IsFull)
            {
                break;
            }

            var since = report.Count;
            report.AddAt(failure.Path, failure.Type, failure.Message);
            if (failure.Place is not "")
            {
                report.Nest(since, "=" + failure.Place);
            }
        }

        return Conclude(read, in report);
    }

    private BindingResult<T> Conclude(BindingResult<T> read, in ValidationReport report)
    {
        report.Rename();
        if (_names.Prefix is not "")
        {
            report.Nest(0, "=" + _names.Prefix);
        }

        return report.Faults is { } faults ? BindingResult<T>.Rejected(faults) : read;
    }
}
