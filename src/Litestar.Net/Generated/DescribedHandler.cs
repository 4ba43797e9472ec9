using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The generator's facts about a handler, for descriptions.</summary>
/// <param name="returns">The type it returns, without the task; <c>void</c> for no value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedHandler(Type returns)
{
    internal Type Returns => returns;

    /// <summary>The media type of its response; null if the returned value sets it.</summary>
    public string? ContentType { get; init; }

    /// <summary>True if it may return null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>True if it runs on a thread that may block.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>True if it returns a task or an asynchronous sequence.</summary>
    public bool ReturnsEarly { get; init; }

    /// <summary>Its parameters.</summary>
    public DescribedParameter[] Parameters { get; init; } = [];

    /// <summary>Its guards, the outermost first.</summary>
    public DescribedFunction[] Guards { get; init; } = [];

    /// <summary>The hook before it, if there is one.</summary>
    public DescribedFunction[] Before { get; init; } = [];

    /// <summary>The providers that its parameters need.</summary>
    public DescribedFunction[] Providers { get; init; } = [];

    /// <summary>The hook after it, if there is one.</summary>
    public DescribedFunction[] After { get; init; } = [];

    /// <summary>The hook after the last byte, if there is one.</summary>
    public DescribedFunction[] AfterResponse { get; init; } = [];

    /// <summary>Its error handlers, in the order in which they are called.</summary>
    public DescribedFunction[] ErrorHandlers { get; init; } = [];

    /// <summary>The middleware, the outermost first.</summary>
    public DescribedFunction[] Middleware { get; init; } = [];

    /// <summary>The layers of <see cref="HandlerDeclaration.ResponseHeaders"/>.</summary>
    public string[] HeaderLayers { get; init; } = [];

    /// <summary>The layers of <see cref="HandlerDeclaration.Metadata"/>.</summary>
    public string[] MetadataLayers { get; init; } = [];

    /// <summary>The source texts of the attributes in <see cref="HandlerDeclaration.Metadata"/>.</summary>
    public string[] MetadataTexts { get; init; } = [];

    /// <summary>The types of its parameters and of their members that have members with rules.</summary>
    public DescribedType[] Types { get; init; } = [];
}

/// <summary>The generator's facts about a function on a layer.</summary>
/// <param name="name">The function: <c>Guards.Admin</c>.</param>
/// <param name="layer">The layer that names it: <c>Users.Remove</c>, <c>Users</c>, <c>the assembly</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedFunction(string name, string layer)
{
    internal string Name => name;

    internal string Layer => layer;

    /// <summary>Its parameters.</summary>
    public DescribedParameter[] Parameters { get; init; } = [];

    /// <summary>For a provider the type of its value, for an error handler the type of its exceptions.</summary>
    public Type? Type { get; init; }

    /// <summary>For an error handler the status of its response; 0 if the exception has it.</summary>
    public int Status { get; init; }

    /// <summary>For a provider: the name of the parameters that it binds; null if their type alone decides.</summary>
    public string? For { get; init; }

    /// <summary>For a provider: true if code after its <c>yield</c> runs when the handler has succeeded.</summary>
    public bool Completes { get; init; }
}
