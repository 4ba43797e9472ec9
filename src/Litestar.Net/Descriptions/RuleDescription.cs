using System.ComponentModel.DataAnnotations;

namespace Litestar;

/// <summary>A rule for a value.</summary>
/// <param name="Text">The rule as text, such as <c>1 to 100</c>.</param>
/// <param name="Attribute">The validation attribute.</param>
public sealed record RuleDescription(string Text, ValidationAttribute Attribute);
