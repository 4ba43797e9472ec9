namespace Litestar;

/// <summary>One of the things that a request passes on its way to a handler, or behind it.</summary>
public sealed record StepDescription
{
    internal StepDescription()
    {
    }

    /// <summary>What it is.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The function, as a person names it: <c>Guards.Admin</c>. For ASP.NET Core's middleware what it does: <c>rate limit</c>. For a header its name and value.</summary>
    public required string Name { get; init; }

    /// <summary>The layer that put it there.</summary>
    public required LayerDescription Layer { get; init; }

    /// <summary>What the function takes.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>For a provider the type it makes, for an error handler the exceptions it answers, for the handler what it returns.</summary>
    /// <value>None.</value>
    public Type? Type { get; init; }

    /// <summary>The status of an answer; none where it says so itself.</summary>
    /// <value>None.</value>
    public int? Status { get; init; }

    /// <summary>For ASP.NET Core's middleware: the metadata that asks for it. Empty where it comes with the app's services.</summary>
    public IReadOnlyList<MetadataDescription> Metadata { get; init; } = [];
}
