using System.Text.RegularExpressions;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;

namespace Litestar.Validation;

/// <summary>All that is asked of a value of one type once it has been read: its rules, then its validators.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class Checks<T>
{
    private readonly WireNames _names;
    private readonly RuleSet<T>? _rules;
    private readonly ValidatorsOf<T>? _validators;

    private Checks(WireNames names, RuleSet<T>? rules, ValidatorsOf<T>? validators)
    {
        _names = names;
        _rules = rules;
        _validators = validators;
    }

    /// <summary>None where there is nothing to ask.</summary>
    /// <param name="names">How the client knows its members.</param>
    /// <param name="rules">The rules that were generated for it.</param>
    /// <param name="validators">Those who judge it.</param>
    public static Checks<T>? Of(WireNames names, RuleSet<T>? rules, ValidatorsOf<T>? validators) =>
        rules is null && validators is null ? null : new(names, rules, validators);

    /// <summary>Puts the rules to what was read; without waiting unless a validator has to.</summary>
    public ValueTask<Bound<T>> Ask(HttpContext context, ValueTask<Bound<T>> reading) =>
        reading.IsCompletedSuccessfully ? Ask(context, reading.Result) : AskLater(context, reading);

    private ValueTask<Bound<T>> Ask(HttpContext context, Bound<T> read)
    {
        // What could not be read, or is not there, cannot be judged.
        if (read.Faults is not null || read.Value is null)
        {
            return new(read);
        }

        var report = new Report(_names, context);
        _rules?.Invoke(read.Value, ref report);
        return _validators is null ? new(Conclude(read, in report)) : AskValidators(context, read, report);
    }

    private async ValueTask<Bound<T>> AskLater(HttpContext context, ValueTask<Bound<T>> reading) => await Ask(context, await reading);

    private async ValueTask<Bound<T>> AskValidators(HttpContext context, Bound<T> read, Report report)
    {
        if (report.IsFull)
        {
            return Conclude(read, in report);
        }

        IReadOnlyCollection<Failure> failures;
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

    private Bound<T> Conclude(Bound<T> read, in Report report)
    {
        report.Rename();
        if (_names.Prefix is not "")
        {
            report.Nest(0, "=" + _names.Prefix);
        }

        return report.Faults is { } faults ? Bound<T>.Refused(faults) : read;
    }
}
