using System.ComponentModel.DataAnnotations;
using Litestar.Generated;

namespace Litestar.Validation;

/// <summary>Tells rules whose message is the attribute's default from those that have words of their own.</summary>
internal static class CustomRuleMessage
{
    /// <summary>Returns whether neither <c>ErrorMessage</c> nor a resource is set.</summary>
    public static bool AreNone(ValidationAttribute rule) =>
        rule.ErrorMessageResourceName is null && rule.ErrorMessageResourceType is null && (rule.ErrorMessage is not { } words || words == DefaultOf(rule));

    /// <summary>Returns the rule as the attribute that stands in the source.</summary>
    public static ValidationAttribute Declared(ValidationAttribute rule) => rule is IRangeRule range ? range.Declared : rule;

    /// <summary>Returns a rule with the name of what it has refused, or null where its result has other words than the rule itself.</summary>
    public static (ValidationAttribute Rule, string Name)? RuleOf(ValidationAttribute rule, string name, ValidationResult result) =>
        AreNone(rule) && (result.ErrorMessage is null || result.ErrorMessage == rule.FormatErrorMessage(name)) ? (rule, name) : null;

    // These keep their default where others keep what is set.
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
