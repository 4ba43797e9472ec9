using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Litestar.Generated;

/// <summary>The generator's facts about a parameter, or a member of a group or form.</summary>
/// <param name="name">Its name in the source.</param>
/// <param name="wireName">Its name on the wire.</param>
/// <param name="type">Its type.</param>
/// <param name="source">Its source, as far as the build can know.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedParameter(string name, string wireName, Type type, DescribedSource source)
{
    internal string Name => name;

    internal string WireName => wireName;

    internal Type Type => type;

    internal DescribedSource Source => source;

    /// <summary>True if it may be missing.</summary>
    public bool IsOptional { get; init; }

    /// <summary>True if it may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The value when it is missing.</summary>
    public object? Default { get; init; }

    /// <summary>The provider of its value.</summary>
    public string? Provider { get; init; }

    /// <summary>The index of that provider among the handler's, if its name is not enough; else -1.</summary>
    public int ProviderAt { get; init; } = -1;

    /// <summary>The key of a keyed service.</summary>
    public object? Key { get; init; }

    /// <summary>The validation attributes on it.</summary>
    public ValidationAttribute[] Rules { get; init; } = [];

    /// <summary>True if it is exempt from validation.</summary>
    public bool IsUnchecked { get; init; }

    /// <summary>The members of the group or form.</summary>
    public DescribedParameter[] Members { get; init; } = [];
}

/// <summary>A type whose members have rules.</summary>
/// <param name="type">The type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedType(Type type)
{
    internal Type Type => type;

    /// <summary>The rules on the type itself.</summary>
    public ValidationAttribute[] Rules { get; init; } = [];

    /// <summary>The members that have rules.</summary>
    public DescribedMember[] Members { get; init; } = [];
}

/// <summary>A member that has rules.</summary>
/// <param name="name">Its C# name, or <c>Count=amount</c> if it has another on the wire.</param>
/// <param name="rules">The rules.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedMember(string name, ValidationAttribute[] rules)
{
    internal string Name => name;

    internal ValidationAttribute[] Rules => rules;
}

/// <summary>The source of a parameter's value, as far as the build can know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DescribedSource
{
    /// <summary>The path.</summary>
    Route,

    /// <summary>The query, unless a list adds a route parameter with its name.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The form.</summary>
    Form,

    /// <summary>The body.</summary>
    Body,

    /// <summary>The container, unless a list provides it.</summary>
    Service,

    /// <summary>The container or a list if they have it, else the body.</summary>
    ServiceOrBody,

    /// <summary>The container, under a key.</summary>
    KeyedService,

    /// <summary>A provider on a layer of the source.</summary>
    Provider,

    /// <summary>The request itself.</summary>
    Framework,

    /// <summary>Its members.</summary>
    Group,
}
