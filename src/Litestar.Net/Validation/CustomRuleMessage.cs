using System.ComponentModel.DataAnnotations;
using Litestar.Generated;

namespace Litestar.Validation;

/// <summary>Separates rules with the attribute's default message from those with a custom one.</summary>
internal static class CustomRuleMessage
{
    /// <summary>Returns true if neither <c>ErrorMessage</c> nor a resource is set.</summary>
    public static bool AreNone(ValidationAttribute rule) =>
        rule.ErrorMessageResourceName is null && rule.ErrorMessageResourceType is null && (rule.ErrorMessage is not { } words || words == DefaultOf(rule));

    /// <summary>Returns the rule as the attribute in the source.</summary>
    public static ValidationAttribute Declared(ValidationAttribute rule) => rule is IRangeRule range ? range.Declared : rule;

    /// <summary>
    /// Returns a rule with the name of the rejected value, or null if its result has another message than the rule
    /// itself.
    /// </summary>
    public static (ValidationAttribute Rule, string Name)? RuleOf(ValidationAttribute rule, string name, ValidationResult result) =>
        AreNone(rule) && (result.ErrorMessage is null || result.ErrorMessage == rule.FormatErrorMessage(name)) ? (rule, name) : null;

    // These attributes keep their default message where others keep the custom one.
    private static string? DefaultOf(ValidationAttribute rule) => rule switch
    {
        EmailAddressAttribute => new EmailAddressAttribute().ErrorMessage,
        UrlAttribute => new UrlAttribute().ErrorMessage,
        PhoneAttribute => new PhoneAttribute().ErrorMessage,
        CreditCardAttribute => new CreditCardAttribute().ErrorMessage,
        FileExtensionsAttribute => new FileExtensionsAttribute().ErrorMessage,
        Base64StringAttribute => new Base64StringAttribute().ErrorMessage,
        _ => null,
    };
}
