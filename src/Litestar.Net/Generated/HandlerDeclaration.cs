using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The generator's facts about one handler function: its place in the source, its routes, its factory.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerDeclaration
{
    /// <summary>The full name of the class the function is declared in, as in <see cref="Type.FullName"/>.</summary>
    public required string DeclaringType { get; init; }

    /// <summary>The function's name; for a local function, preceded by that of its method: <c>Main.Greet</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The types of the parameters, which separate overloads.</summary>
    public required string Parameters { get; init; }

    /// <summary>The function's display name, for messages: <c>Users.Find</c>.</summary>
    public required string Display { get; init; }

    /// <summary>Each verb and path of the function, with the path of its modules in front.</summary>
    public required RouteDeclaration[] Routes { get; init; }

    /// <summary>Builds the handler code for one route of one app.</summary>
    public required Func<HandlerSetup, HandlerCode> Create { get; init; }

    /// <summary>Makes the handler's description on demand.</summary>
    public Func<DescribedHandler>? Describe { get; init; }

    /// <summary>
    /// The validators, as <c>IValidator&lt;T&gt;</c>, that the build has looked for and not found for the handler's
    /// groups.
    /// </summary>
    public Type[] ExpectedWithoutValidator { get; init; } = [];

    /// <summary>
    /// The attributes of the function and its layers that ASP.NET Core or others read from the endpoint, outermost
    /// first.
    /// </summary>
    public Func<object[]> Metadata { get; init; } = static () => [];

    /// <summary>The headers that the layers of the function set; for each name, that of the nearest layer.</summary>
    public KeyValuePair<string, string>[] ResponseHeaders { get; init; } = [];
}

/// <summary>A verb at a path.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The route template.</param>
/// <param name="Status">The status of a successful response.</param>
/// <param name="Name">The endpoint's name, if it has one.</param>
/// <param name="IsByMethod">True if the status is the method's default, which a layer may turn off.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RouteDeclaration(string Method, string Path, int Status, string? Name = null, bool IsByMethod = false);
