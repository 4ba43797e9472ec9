using System.Text.Json;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;

namespace Litestar.Validation;

/// <summary>All that is asked of a value of one type once it has been read: its rules, then its validators.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class Checks<T>
{
    private readonly RequestSource _source;
    private readonly JsonSerializerOptions? _json;
    private readonly RuleSet<T>? _rules;
    private readonly ValidatorsOf<T>? _validators;
    private readonly string _prefix;

    private Checks(RequestSource source, JsonSerializerOptions? json, RuleSet<T>? rules, ValidatorsOf<T>? validators, string prefix)
    {
        _source = source;
        _json = json;
        _rules = rules;
        _validators = validators;
        _prefix = prefix;
    }

    /// <summary>None where there is nothing to ask.</summary>
    /// <param name="source">Where the value comes from.</param>
    /// <param name="json">The settings it was read with; none where it is no JSON, whose names are the members' own in camelCase.</param>
    /// <param name="rules">The rules that were generated for it.</param>
    /// <param name="validators">Those who judge it.</param>
    /// <param name="prefix">What stands in front of its members' names.</param>
    public static Checks<T>? Of(RequestSource source, JsonSerializerOptions? json, RuleSet<T>? rules, ValidatorsOf<T>? validators, string prefix) =>
        rules is null && validators is null ? null : new(source, json, rules, validators, prefix);

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

        var report = new Report(_source, _json, context);
        _rules?.Invoke(read.Value, ref report);
        return _validators is null ? new(Conclude(read, in report)) : AskValidators(context, read, report);
    }

    private async ValueTask<Bound<T>> AskLater(HttpContext context, ValueTask<Bound<T>> reading) => await Ask(context, await reading);

    private async ValueTask<Bound<T>> AskValidators(HttpContext context, Bound<T> read, Report report)
    {
        foreach (var (path, message) in await _validators!.Ask(read.Value, context))
        {
            report.Add(WirePath.Of(path, typeof(T), _json), message);
        }

        return Conclude(read, in report);
    }

    private Bound<T> Conclude(Bound<T> read, in Report report)
    {
        if (_prefix is not "")
        {
            report.Nest(0, "=" + _prefix);
        }

        return report.Faults is { } faults ? Bound<T>.Refused(faults) : read;
    }
}
