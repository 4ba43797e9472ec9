using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>What the generator knows of one handler function: where it stands, what it answers, how it is built.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerDeclaration
{
    /// <summary>The full name of the class the function is declared in, as <see cref="Type.FullName"/> says it.</summary>
    public required string DeclaringType { get; init; }

    /// <summary>The function's name; for a local function behind that of its method: <c>Main.Greet</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The types of the parameters, which tell overloads apart.</summary>
    public required string Parameters { get; init; }

    /// <summary>The function as a person would name it, for messages: <c>Users.Find</c>.</summary>
    public required string Display { get; init; }

    /// <summary>Each verb and path the function answers, with the path of its modules in front.</summary>
    public required RouteDeclaration[] Routes { get; init; }

    /// <summary>Builds the corridor for one route of one app.</summary>
    public required Func<HandlerSetup, HandlerCode> Create { get; init; }

    /// <summary>What it says of itself, made when somebody asks.</summary>
    public Func<DescribedHandler>? Describe { get; init; }

    /// <summary>The validators, as <c>IValidator&lt;T&gt;</c>, that the build has looked for on behalf of the handler's groups, and found none.</summary>
    public Type[] ExpectedWithoutValidator { get; init; } = [];

    /// <summary>The attributes of the function and its layers which ASP.NET Core or others read from the endpoint, outermost first.</summary>
    public Func<object[]> Metadata { get; init; } = static () => [];

    /// <summary>The headers that the layers of the function set, the nearest of each name.</summary>
    public KeyValuePair<string, string>[] ResponseHeaders { get; init; } = [];
}

/// <summary>One verb at one path.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The route template.</param>
/// <param name="Status">The status of a successful answer.</param>
/// <param name="Name">The endpoint's name, if it has one.</param>
/// <param name="IsByMethod">Whether the status is the method's default, which a layer may turn off.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RouteDeclaration(string Method, string Path, int Status, string? Name = null, bool IsByMethod = false);
