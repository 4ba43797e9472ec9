namespace Litestar.Generator.Diagnostics;

/// <summary>The names of the properties that a diagnostic passes to its code fix.</summary>
internal static class DiagnosticPropertyNames
{
    /// <summary>The name of a route parameter.</summary>
    public const string RouteParameter = nameof(RouteParameter);

    /// <summary>A suitable type, qualified.</summary>
    public const string Type = nameof(Type);

    /// <summary>A suitable constraint; empty if none is needed.</summary>
    public const string Constraint = nameof(Constraint);

    /// <summary>A suitable value, as source text.</summary>
    public const string Value = nameof(Value);

    /// <summary>A suitable attribute, or the faulty one, without its brackets.</summary>
    public const string Attribute = nameof(Attribute);

    /// <summary>Set if the value can be read from text.</summary>
    public const string IsText = nameof(IsText);

    /// <summary>
    /// The functions that provide a value, separated by commas: each as <c>Shop.Users::Current</c>, or
    /// <c>Shop.Users::Current=me</c> for parameters with one name.
    /// </summary>
    public const string Providers = nameof(Providers);
}
