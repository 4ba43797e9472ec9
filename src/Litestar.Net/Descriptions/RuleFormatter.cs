using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Litestar.Generated;

namespace Litestar.Descriptions;

/// <summary>Formats validation attributes as text.</summary>
internal static class RuleFormatter
{
    public static RuleDescription Of(ValidationAttribute rule, Type type) => new(Words(rule, type == typeof(string) ? "character" : "item"), rule);

    private static string Words(ValidationAttribute rule, string unit) => rule switch
    {
        RequiredAttribute required => required.AllowEmptyStrings ? "not null" : "not empty",
        RangeAttribute range => Between(Text(range.Minimum), Text(range.Maximum), range.MinimumIsExclusive, range.MaximumIsExclusive, IsLowest(range.Minimum), IsHighest(range.Maximum)),
        IRangeRule range => Between(range.From, range.To, range.MinimumIsExclusive, range.MaximumIsExclusive),
        StringLengthAttribute length => Count(length.MinimumLength, length.MaximumLength, unit),
        LengthAttribute length => Count(length.MinimumLength, length.MaximumLength, unit),
        MinLengthAttribute length => Count(length.Length, int.MaxValue, unit),
        MaxLengthAttribute length => Count(0, length.Length, unit),
        RegularExpressionAttribute expression => $"matches {expression.Pattern}",
        EmailAddressAttribute => "an e-mail address",
        UrlAttribute => "a URL",
        PhoneAttribute => "a telephone number",
        CreditCardAttribute => "a card number",
        Base64StringAttribute => "Base64",
        CompareAttribute compare => $"equal to {compare.OtherProperty}",
        AllowedValuesAttribute allowed => $"one of {ListOf(allowed.Values)}",
        DeniedValuesAttribute denied => $"none of {ListOf(denied.Values)}",
        FileExtensionsAttribute files => $"a file named {files.Extensions}",
        _ => TypeNameFormatter.OfAttribute(rule.GetType()).Trim('[', ']'),
    };

    private static string Between(string from, string to, bool fromExclusive, bool toExclusive, bool isOpenBelow = false, bool isOpenAbove = false) => (isOpenBelow, isOpenAbove) switch
    {
        (false, true) => $"{(fromExclusive ? "more than" : "at least")} {from}",
        (true, false) => $"{(toExclusive ? "less than" : "at most")} {to}",
        _ => $"{from}{(fromExclusive ? " (exclusive)" : "")} to {to}{(toExclusive ? " (exclusive)" : "")}",
    };

    private static string Count(int from, int to, string unit) => (from, to) switch
    {
        (_, int.MaxValue or -1) => $"at least {Units(from, unit)}",
        (<= 0, _) => $"at most {Units(to, unit)}",
        _ when from == to => $"{Units(from, unit)}",
        _ => $"{from} to {Units(to, unit)}",
    };

    private static string Units(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count is 1 ? "" : "s")}");

    private static string ListOf(object?[] values) => string.Join(", ", values.Select(value => Text(value)));

    /// <summary>Returns a value as C# would write it.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        true => "true",
        false => "false",
        char letter => $"'{letter}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsLowest(object limit) => limit is int.MinValue or double.MinValue or double.NegativeInfinity;

    private static bool IsHighest(object limit) => limit is int.MaxValue or double.MaxValue or double.PositiveInfinity;
}
