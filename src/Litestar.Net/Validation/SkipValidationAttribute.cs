namespace Litestar;

/// <summary>Exempts a parameter, or a member of what is validated, from DataAnnotations and FluentValidation alike.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SkipValidationAttribute : Attribute;
