using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Litestar.Errors;
using Litestar.Generated;

namespace Litestar.Validation;

/// <summary>
/// Finds the <c>[Range]</c> of values that could not be read, so that their messages have the rule's limits, not those
/// of the type.
/// </summary>
/// <param name="handler">The handler, whose description contains its rules. The description is made at the first rejection.</param>
internal sealed class RangeRuleLimits(HandlerDeclaration handler)
{
    private DescribedHandler? _described;

    private DescribedHandler? Described => _described ??= handler.Describe?.Invoke();

    /// <summary>Sets the limits of each such fault.</summary>
    public void Tell(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            if (fault.Expected is { } type && IsLimited(type) && RulesOf(fault).FirstOrDefault(rule => rule is RangeAttribute or IRangeRule) is { } range)
            {
                fault.Limits = Of(range, type);
            }
        }
    }

    private static bool IsLimited(Type type) => type.IsValueType && !type.IsEnum && type != typeof(bool);

    private ValidationAttribute[] RulesOf(Fault fault) => fault.Member is var (owner, name)
        ? Described?.Types.FirstOrDefault(type => type.Type == owner)?.Members.FirstOrDefault(member => member.Name == name)?.Rules ?? []
        : Described is null ? [] : All(Described).SelectMany(Leaves).FirstOrDefault(parameter => IsOf(parameter, fault))?.Rules ?? [];

    private static IEnumerable<DescribedParameter> All(DescribedHandler handler) => handler.Parameters
        .Concat(((DescribedFunction[])[.. handler.Guards, .. handler.Before, .. handler.Providers, .. handler.After, .. handler.AfterResponse, .. handler.ErrorHandlers]).SelectMany(function => function.Parameters));

    private static IEnumerable<DescribedParameter> Leaves(DescribedParameter parameter) => parameter.Source is DescribedSource.Group ? parameter.Members.SelectMany(Leaves) : [parameter];

    // A name in the prefix of a list is read from the route.
    private static bool IsOf(DescribedParameter parameter, Fault fault) => !parameter.IsUnchecked && fault.Source switch
    {
        RequestSource.Body => fault.Key is "" && parameter.Source is DescribedSource.Body or DescribedSource.ServiceOrBody,
        RequestSource.Route => parameter.Source is DescribedSource.Route or DescribedSource.Query && parameter.WireName == fault.Key,
        RequestSource.Query => parameter.Source is DescribedSource.Query && parameter.WireName == fault.Key,
        RequestSource.Header => parameter.Source is DescribedSource.Header && parameter.WireName == fault.Key,
        RequestSource.Cookie => parameter.Source is DescribedSource.Cookie && parameter.WireName == fault.Key,
        _ => parameter.Source is DescribedSource.Form && parameter.WireName == fault.Key,
    };

    private static (string From, string To)? Of(ValidationAttribute rule, Type type)
    {
        var (from, to, fromExclusive, toExclusive) = rule is RangeAttribute range
            ? (range.Minimum, range.Maximum, range.MinimumIsExclusive, range.MaximumIsExclusive)
            : ((IRangeRule)rule is var own ? ((object)own.From, (object)own.To, own.MinimumIsExclusive, own.MaximumIsExclusive) : default);
        if (EndsOf(type) is var (least, most))
        {
            return Exact(from) is { } low && Exact(to) is { } high
                ? (Text(Math.Max(least, fromExclusive ? Math.Floor(low) + 1 : Math.Ceiling(low))), Text(Math.Min(most, toExclusive ? Math.Ceiling(high) - 1 : Math.Floor(high))))
                : null;
        }

        return fromExclusive || toExclusive || IsOpen(from) || IsOpen(to) ? null : (Text(from), Text(to));
    }

    private static string Text(object limit) => Convert.ToString(limit, CultureInfo.InvariantCulture) ?? "";

    private static bool IsOpen(object limit) => limit is double.MinValue or double.MaxValue or double.NegativeInfinity or double.PositiveInfinity or double.NaN;

    // Limits beyond any whole number are cut to the range of a decimal.
    private static decimal? Exact(object limit) => limit switch
    {
        int whole => whole,
        double.NaN => null,
        double number => number < -1e28 ? decimal.MinValue : number > 1e28 ? decimal.MaxValue : (decimal)number,
        string text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    private static (decimal Least, decimal Most)? EndsOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
