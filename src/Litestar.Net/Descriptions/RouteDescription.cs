using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar;

/// <summary>A route of the app: its response, its parameters, and all steps of its pipeline.</summary>
/// <remarks>
/// It is made on demand by <see cref="LitestarApp.Routes"/>, and describes the running app, layers of lists and of the
/// app included.
/// </remarks>
public sealed record RouteDescription
{
    internal RouteDescription()
    {
    }

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The route template with all prefixes, such as <c>/orders/{id:int}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The parsed template: its parameters, their constraints and defaults.</summary>
    public required RoutePattern Pattern { get; init; }

    /// <summary>True if the route also answers HEAD, with the same headers and no body.</summary>
    public bool AnswersHead { get; init; }

    /// <summary>The endpoint's name, for links.</summary>
    /// <value>Null.</value>
    public string? Name { get; init; }

    /// <summary>The handler function's display name: <c>Orders.Find</c>.</summary>
    public required string Handler { get; init; }

    /// <summary>True if the function runs on a thread that may block (<see cref="HandlerAttribute.Blocking"/>).</summary>
    public bool IsBlocking { get; init; }

    /// <summary>The status of a successful response.</summary>
    public required int Status { get; init; }

    /// <summary>
    /// The type of the returned value, without the task and without the <c>Response</c> around it; <c>typeof(void)</c>
    /// for no value.
    /// </summary>
    public required Type ReturnType { get; init; }

    /// <summary>True if the function may return null.</summary>
    public bool MayReturnNull { get; init; }

    /// <summary>
    /// The media type of the response, such as <c>application/json</c>; null if there is no body, or if an
    /// <c>IResult</c> sets it.
    /// </summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// The parameters of the function, in its own order. Those of guards, providers and hooks are in
    /// <see cref="Steps"/>.
    /// </summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>All steps of a request, in the order in which they run; error handlers last.</summary>
    public IReadOnlyList<StepDescription> Steps { get; init; } = [];

    /// <summary>
    /// The metadata that the layers add for ASP.NET Core and others, the outermost first: <c>[Authorize]</c>,
    /// <c>[Tags]</c> and the like.
    /// </summary>
    public IReadOnlyList<MetadataDescription> Metadata { get; init; } = [];

    /// <summary>The facts that packages add (<see cref="IRouteFacts"/>), the outermost layer first.</summary>
    public IReadOnlyList<RouteFact> Facts { get; init; } = [];

    /// <summary>Returns the route as <c>GET /orders/{id:int} (Orders.Find)</c>.</summary>
    public override string ToString() => $"{Method} {Path} ({Handler})";
}
