namespace Litestar;

/// <summary>What a function takes from a request, or a member of that.</summary>
public sealed record ParameterDescription
{
    internal ParameterDescription()
    {
    }

    /// <summary>Its name on the wire, such as <c>X-Request-Id</c>; for what does not come by wire, its C# name.</summary>
    public required string Name { get; init; }

    /// <summary>What the source calls it, such as <c>requestId</c>.</summary>
    public required string CSharpName { get; init; }

    /// <summary>Its type.</summary>
    public required Type Type { get; init; }

    /// <summary>Where it comes from.</summary>
    public required ParameterSource Source { get; init; }

    /// <summary>Whether a request without it is refused; for a service, whether the app starts without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>What it is where it is missing; null where the type itself makes its default.</summary>
    /// <value>Null.</value>
    public object? Default { get; init; }

    /// <summary>The provider that makes it, such as <c>Deps.CurrentUser</c>.</summary>
    /// <value>None.</value>
    public string? Provider { get; init; }

    /// <summary>The key of a keyed service.</summary>
    /// <value>None.</value>
    public object? Key { get; init; }

    /// <summary>The rules that its value must keep.</summary>
    public IReadOnlyList<RuleDescription> Rules { get; init; } = [];

    /// <summary>The FluentValidation validators that judge it.</summary>
    public IReadOnlyList<Type> Validators { get; init; } = [];

    /// <summary>What it is made of: the members of a group (<c>[AsParameters]</c>), the fields of a form, the members of a JSON body or of the items of a list in it.</summary>
    public IReadOnlyList<ParameterDescription> Members { get; init; } = [];
}
