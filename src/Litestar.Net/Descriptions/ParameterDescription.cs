namespace Litestar;

/// <summary>A parameter of a function, or a member of it.</summary>
public sealed record ParameterDescription
{
    internal ParameterDescription()
    {
    }

    /// <summary>
    /// The name on the wire, such as <c>X-Request-Id</c>; for a parameter that is not read from the request, its C#
    /// name.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The name in the source, such as <c>requestId</c>.</summary>
    public required string CSharpName { get; init; }

    /// <summary>The type of the parameter.</summary>
    public required Type Type { get; init; }

    /// <summary>The source of its value.</summary>
    public required ParameterSource Source { get; init; }

    /// <summary>True if a request without the value is rejected; for a service, true if the app does not start without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True if the value may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The value when it is missing; null when the type itself makes its default.</summary>
    /// <value>Null.</value>
    public object? Default { get; init; }

    /// <summary>The provider of the value, such as <c>Deps.CurrentUser</c>.</summary>
    /// <value>Null.</value>
    public string? Provider { get; init; }

    /// <summary>The key of a keyed service.</summary>
    /// <value>Null.</value>
    public object? Key { get; init; }

    /// <summary>The rules for the value.</summary>
    public IReadOnlyList<RuleDescription> Rules { get; init; } = [];

    /// <summary>The FluentValidation validators for the value.</summary>
    public IReadOnlyList<Type> Validators { get; init; } = [];

    /// <summary>
    /// The members of a group (<c>[AsParameters]</c>), the fields of a form, or the members of a JSON body or of its
    /// list items.
    /// </summary>
    public IReadOnlyList<ParameterDescription> Members { get; init; } = [];
}
