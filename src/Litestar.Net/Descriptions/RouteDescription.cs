using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar;

/// <summary>One route as it is: what it answers, what it takes, and all that a request passes on its way.</summary>
/// <remarks>It is made when it is asked for, by <see cref="LitestarApp.Routes"/>, and says what the app does, layers of lists and of the app included.</remarks>
public sealed record RouteDescription
{
    internal RouteDescription()
    {
    }

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The route template with all prefixes, such as <c>/orders/{id:int}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The same, parsed: its parameters, their constraints and defaults.</summary>
    public required RoutePattern Pattern { get; init; }

    /// <summary>Whether it answers HEAD too, with the same headers and no body.</summary>
    public bool AnswersHead { get; init; }

    /// <summary>The endpoint's name, by which links are made.</summary>
    /// <value>None.</value>
    public string? Name { get; init; }

    /// <summary>The function behind it, as a person names it: <c>Orders.Find</c>.</summary>
    public required string Handler { get; init; }

    /// <summary>Whether the function runs on a thread that may block (<see cref="HandlerAttribute.Blocking"/>).</summary>
    public bool IsBlocking { get; init; }

    /// <summary>The status of a successful answer.</summary>
    public required int Status { get; init; }

    /// <summary>The value that the function returns, behind the task and within the <c>Response</c> if it returns one; <c>typeof(void)</c> for nothing.</summary>
    public required Type ReturnType { get; init; }

    /// <summary>Whether it may return null.</summary>
    public bool MayReturnNull { get; init; }

    /// <summary>The media type of the answer, such as <c>application/json</c>; none where there is no body, or where an <c>IResult</c> says it itself.</summary>
    public string? ContentType { get; init; }

    /// <summary>What the function takes, in its own order. What guards, providers and hooks take stands with them, in <see cref="Steps"/>.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>All that a request passes, in the order in which it runs; error handlers last.</summary>
    public IReadOnlyList<StepDescription> Steps { get; init; } = [];

    /// <summary>What the layers have said to ASP.NET Core and others, the outermost first: <c>[Authorize]</c>, <c>[Tags]</c> and the like.</summary>
    public IReadOnlyList<MetadataDescription> Metadata { get; init; } = [];

    /// <summary>The route as <c>GET /orders/{id:int} (Orders.Find)</c>.</summary>
    public override string ToString() => $"{Method} {Path} ({Handler})";
}
