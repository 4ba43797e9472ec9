using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Litestar.Generated;

/// <summary>What the generator says of a parameter, or of a member of a group or form.</summary>
/// <param name="name">What its source calls it.</param>
/// <param name="wireName">What the wire calls it.</param>
/// <param name="type">Its type.</param>
/// <param name="source">Where it comes from, as far as the build can know.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedParameter(string name, string wireName, Type type, DescribedSource source)
{
    internal string Name => name;

    internal string WireName => wireName;

    internal Type Type => type;

    internal DescribedSource Source => source;

    /// <summary>Whether it may be missing.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>What it is where it is missing.</summary>
    public object? Default { get; init; }

    /// <summary>The provider that makes it.</summary>
    public string? Provider { get; init; }

    /// <summary>The place of that among the providers of the handler, where its name does not tell; -1 where it does.</summary>
    public int ProviderAt { get; init; } = -1;

    /// <summary>The key of a keyed service.</summary>
    public object? Key { get; init; }

    /// <summary>The validation attributes on it.</summary>
    public ValidationAttribute[] Rules { get; init; } = [];

    /// <summary>Whether it is exempt from validation.</summary>
    public bool IsUnchecked { get; init; }

    /// <summary>What it is made of.</summary>
    public DescribedParameter[] Members { get; init; } = [];
}

/// <summary>A type whose members bear rules.</summary>
/// <param name="type">The type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedType(Type type)
{
    internal Type Type => type;

    /// <summary>The rules on the type itself.</summary>
    public ValidationAttribute[] Rules { get; init; } = [];

    /// <summary>The members that bear rules.</summary>
    public DescribedMember[] Members { get; init; } = [];
}

/// <summary>A member that bears rules.</summary>
/// <param name="name">Its C# name, or <c>Count=amount</c> where it has another on the wire.</param>
/// <param name="rules">The rules.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedMember(string name, ValidationAttribute[] rules)
{
    internal string Name => name;

    internal ValidationAttribute[] Rules => rules;
}

/// <summary>Where a parameter comes from, as far as the build can know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DescribedSource
{
    /// <summary>The path.</summary>
    Route,

    /// <summary>The query, unless a list puts a parameter of its name into the path.</summary>
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

    /// <summary>The container or a list where they have it, else the body.</summary>
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
