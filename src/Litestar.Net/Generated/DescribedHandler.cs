using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>What the generator says of a handler, where somebody asks.</summary>
/// <param name="returns">The type it returns, behind the task if there is one; <c>void</c> for nothing.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedHandler(Type returns)
{
    internal Type Returns => returns;

    /// <summary>The media type of what it returns; none where that says so itself.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether it may return null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it runs on a thread that may block.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>True where it returns a task, or a sequence that is still to be made.</summary>
    public bool ReturnsEarly { get; init; }

    /// <summary>What it takes.</summary>
    public DescribedParameter[] Parameters { get; init; } = [];

    /// <summary>Its guards, the outermost first.</summary>
    public DescribedFunction[] Guards { get; init; } = [];

    /// <summary>The hook before it, if there is one.</summary>
    public DescribedFunction[] Before { get; init; } = [];

    /// <summary>The providers that somebody on its way asks for.</summary>
    public DescribedFunction[] Providers { get; init; } = [];

    /// <summary>The hook behind it, if there is one.</summary>
    public DescribedFunction[] After { get; init; } = [];

    /// <summary>The hook after the last byte, if there is one.</summary>
    public DescribedFunction[] AfterResponse { get; init; } = [];

    /// <summary>Those who answer exceptions, in the order in which they are asked.</summary>
    public DescribedFunction[] ErrorHandlers { get; init; } = [];

    /// <summary>The middleware, the outermost first.</summary>
    public DescribedFunction[] Middleware { get; init; } = [];

    /// <summary>The layers of <see cref="HandlerDeclaration.ResponseHeaders"/>.</summary>
    public string[] HeaderLayers { get; init; } = [];

    /// <summary>The layers of <see cref="HandlerDeclaration.Metadata"/>.</summary>
    public string[] MetadataLayers { get; init; } = [];

    /// <summary>The attributes of <see cref="HandlerDeclaration.Metadata"/> as the source says them.</summary>
    public string[] MetadataTexts { get; init; } = [];

    /// <summary>The types among what it takes, and within that, whose members bear rules.</summary>
    public DescribedType[] Types { get; init; } = [];
}

/// <summary>What the generator says of a function on a layer.</summary>
/// <param name="name">The function: <c>Guards.Admin</c>.</param>
/// <param name="layer">The layer that names it: <c>Users.Remove</c>, <c>Users</c>, <c>the assembly</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedFunction(string name, string layer)
{
    internal string Name => name;

    internal string Layer => layer;

    /// <summary>What it takes.</summary>
    public DescribedParameter[] Parameters { get; init; } = [];

    /// <summary>For a provider what it makes, for an error handler what it answers.</summary>
    public Type? Type { get; init; }

    /// <summary>For an error handler the status of its answer; 0 where the exception says it.</summary>
    public int Status { get; init; }

    /// <summary>For a provider: the name of the parameters that it fills; null where their type alone decides.</summary>
    public string? For { get; init; }

    /// <summary>For a provider: whether something stands behind its <c>yield</c> that runs once the handler has succeeded.</summary>
    public bool Completes { get; init; }
}
