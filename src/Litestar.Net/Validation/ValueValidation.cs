using System.Text.RegularExpressions;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;

namespace Litestar.Validation;

/// <summary>Validates a value of one type after it has been read: its rules, then its validators.</summary>
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

    /// <summary>Returns null if there is nothing to validate.</summary>
    /// <param name="names">The names of its members on the wire.</param>
    /// <param name="rules">The generated rules.</param>
    /// <param name="validators">Its validators.</param>
    public static ValueValidation<T>? Of(WireNames names, RuleCheck<T>? rules, ValueValidators<T>? validators) =>
        rules is null && validators is null ? null : new(names, rules, validators);

    /// <summary>Checks the rules of a value that was read; synchronously, unless a validator is asynchronous.</summary>
    public ValueTask<BindingResult<T>> Ask(HttpContext context, ValueTask<BindingResult<T>> reading) =>
        reading.IsCompletedSuccessfully ? Ask(context, reading.Result) : AskLater(context, reading);

    private ValueTask<BindingResult<T>> Ask(HttpContext context, BindingResult<T> read)
    {
        // A value that could not be read, or is missing, is not validated.
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
