namespace Litestar;

/// <summary>Exempts a parameter, or a member of a validated value, from both DataAnnotations and FluentValidation.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SkipValidationAttribute : Attribute;
