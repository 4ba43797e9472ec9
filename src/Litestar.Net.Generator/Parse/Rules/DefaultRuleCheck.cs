using System.Globalization;
using System.Text.RegularExpressions;
using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Checks that a default is valid under the rules of its value, as far as a build can know.</summary>
internal static class DefaultRuleCheck
{
    public static void Check(BindingTarget asked, EquatableArray<RuleModel> rules, string function, ParseDiagnostics diagnostics)
    {
        // Null means a missing value, and passes every rule.
        if (asked.Default is not { Value: { } value } known)
        {
            return;
        }

        foreach (var attribute in asked.Attributes.Where(ValueRulesParser.IsRule))
        {
            if (rules.Any(rule => rule.Name == ValueRulesParser.NameOf(attribute)) && !IsDemand(attribute, known) && Rejects(attribute, value))
            {
                diagnostics.Add(Descriptors.RejectedDefault, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation(), new DiagnosticProperties { [DiagnosticPropertyNames.Value] = Allowed(attribute, value, asked.Type) }, asked.Display, function, known.Text, ValueRulesParser.NameOf(attribute));
            }
        }
    }

    // [Required] string Name { get; set; } = ""; often means that a value is required, so it is.
    private static bool IsDemand(AttributeData attribute, KnownDefault known) => known is { IsInitializer: true, Value: "" } && attribute.AttributeClass!.Name is "RequiredAttribute";

    private static bool Rejects(AttributeData attribute, object value)
    {
        var arguments = attribute.ConstructorArguments;
        return attribute.AttributeClass!.Name switch
        {
            "RangeAttribute" when arguments.Length is 2 => Number(value) is { } number && !IsBetween(number, Number(arguments[0].Value) ?? number, Number(arguments[1].Value) ?? number, attribute),
            "RangeAttribute" when arguments.Length is 3 => Number(value) is { } number && !IsBetween(number, Number(arguments[1].Value) ?? number, Number(arguments[2].Value) ?? number, attribute),
            "StringLengthAttribute" => value is string text && (text.Length > (int)arguments[0].Value! || text.Length < (Named(attribute, "MinimumLength") as int? ?? 0)),
            "MinLengthAttribute" => value is string text && text.Length < (int)arguments[0].Value!,
            "MaxLengthAttribute" => value is string text && arguments.Length > 0 && arguments[0].Value is int most and >= 0 && text.Length > most,
            "LengthAttribute" => value is string text && (text.Length < (int)arguments[0].Value! || text.Length > (int)arguments[1].Value!),
            "RequiredAttribute" => value is string text && string.IsNullOrWhiteSpace(text) && Named(attribute, "AllowEmptyStrings") is not true,
            "RegularExpressionAttribute" => value is string { Length: > 0 } text && arguments[0].Value is string pattern && !IsMatch(text, pattern),
            "AllowedValuesAttribute" => ValuesOf(attribute) is { } allowed && !allowed.Contains(value),
            "DeniedValuesAttribute" => ValuesOf(attribute)?.Contains(value) is true,
            _ => false,
        };
    }

    // The nearest number, or the first of the listed values.
    private static string? Allowed(AttributeData attribute, object value, ITypeSymbol type)
    {
        var arguments = attribute.ConstructorArguments;
        var nearest = attribute.AttributeClass!.Name switch
        {
            "RangeAttribute" when arguments.Length is 2 => Number(value) < Number(arguments[0].Value) ? arguments[0].Value : arguments[1].Value,
            "AllowedValuesAttribute" => ValuesOf(attribute)?.FirstOrDefault(),
            _ => null,
        };
        return nearest is null || nearest.GetType() != value.GetType() || Rejects(attribute, nearest) ? null : ConstantText.LiteralOf(nearest, type);
    }

    private static bool IsBetween(double number, double from, double to, AttributeData attribute) =>
        (Named(attribute, "MinimumIsExclusive") is true ? number > from : number >= from) && (Named(attribute, "MaximumIsExclusive") is true ? number < to : number <= to);

    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true, Index: 0 } match && match.Length == text.Length;
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static List<object?>? ValuesOf(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } list ? [.. list.Values.Where(value => value.Kind is not TypedConstantKind.Array).Select(value => value.Value)] : null;

    private static double? Number(object? value) => value switch
    {
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
