using System.ComponentModel.DataAnnotations;

namespace Litestar;

/// <summary>A rule that a value must keep.</summary>
/// <param name="Text">The rule in words, such as <c>1 to 100</c>.</param>
/// <param name="Attribute">The validation attribute behind it.</param>
public sealed record RuleDescription(string Text, ValidationAttribute Attribute);
