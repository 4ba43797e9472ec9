namespace Litestar.Generator.Diagnostics;

/// <summary>What a diagnostic tells its code fix beside the place: the names of its properties.</summary>
internal static class DiagnosticPropertyNames
{
    /// <summary>The name of a route parameter.</summary>
    public const string RouteParameter = nameof(RouteParameter);

    /// <summary>A type that would do, qualified.</summary>
    public const string Type = nameof(Type);

    /// <summary>A constraint that would do; empty where none is needed.</summary>
    public const string Constraint = nameof(Constraint);

    /// <summary>A value that would do, as source text.</summary>
    public const string Value = nameof(Value);

    /// <summary>An attribute that would do, or that is at fault, without its brackets.</summary>
    public const string Attribute = nameof(Attribute);

    /// <summary>Says that the value can be read from text.</summary>
    public const string IsText = nameof(IsText);

    /// <summary>Functions that provide a value, each as <c>Shop.Users::Current</c>, or <c>Shop.Users::Current=me</c> for parameters of one name, with commas between them.</summary>
    public const string Providers = nameof(Providers);
}
