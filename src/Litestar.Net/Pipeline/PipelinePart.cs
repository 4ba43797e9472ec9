using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>A part of <see cref="PipelineOrder"/>.</summary>
/// <param name="name">Its name in <c>explain</c> and in <c>docs/reference/pipeline.md</c>.</param>
internal sealed class PipelinePart(string name)
{
    /// <summary>Its name in <c>explain</c> and in <c>docs/reference/pipeline.md</c>.</summary>
    public string Name => name;

    /// <summary>For ASP.NET Core's middleware: returns the step if the metadata of an endpoint or the app's services request it.</summary>
    /// <remarks>A function rather than an object: a native app contains only the steps whose metadata it makes.</remarks>
    public Func<EndpointMetadataCollection, AppSteps, PipelineStep?>? Step { get; init; }

    /// <summary>For <see cref="IRouteStep"/>s: their place.</summary>
    public RouteStepPlace? RouteSteps { get; init; }
}
