namespace Litestar;

/// <summary>A step of a request, before or after the handler.</summary>
public sealed record StepDescription
{
    internal StepDescription()
    {
    }

    /// <summary>The kind of step.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>
    /// The function's display name: <c>Guards.Admin</c>. For ASP.NET Core's middleware, its purpose: <c>rate limit</c>.
    /// For a header, its name and value.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The layer that adds the step.</summary>
    public required LayerDescription Layer { get; init; }

    /// <summary>The parameters of the function.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>The type that a provider returns, the exception type of an error handler, or the return type of the handler.</summary>
    /// <value>Null.</value>
    public Type? Type { get; init; }

    /// <summary>The status of a response; null if the response sets it itself.</summary>
    /// <value>Null.</value>
    public int? Status { get; init; }

    /// <summary>The metadata that requests ASP.NET Core's middleware. Empty if the app's services request it.</summary>
    public IReadOnlyList<MetadataDescription> Metadata { get; init; } = [];
}
