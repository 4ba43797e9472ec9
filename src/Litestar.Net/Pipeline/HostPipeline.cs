using Litestar.Rejections;
using Litestar.Routing;

namespace Litestar.Pipeline;

/// <summary>What handlers ask of middleware that is the host's, who has it in use already. A service that was never added would be missed in silence.</summary>
/// <param name="services">The host's container.</param>
/// <param name="errors">The exit of what is refused.</param>
internal sealed class HostPipeline(IServiceProvider services, ErrorBoundary errors)
{
    private readonly PipelineSteps _steps = new(services, errors);

    /// <summary>Looks whether what the layers of a route ask for can be had.</summary>
    /// <exception cref="InvalidOperationException">The services behind an attribute were never added, or it names a policy that is not there.</exception>
    public void Require(Route route)
    {
        var endpoint = route.Describe(answersHead: true, []).Build();
        var metadata = endpoint.Metadata;
        PipelineStep?[] asked =
        [
            CorsStep.For(metadata, _steps),
            TimeoutStep.For(metadata, _steps),
            RateLimitingStep.For(metadata, _steps),
            AuthorizationStep.For(metadata, _steps),
            AntiforgeryStep.For(metadata, _steps),
            OutputCacheStep.For(metadata, _steps),
        ];
        foreach (var step in asked)
        {
            step?.Require(endpoint);
        }
    }
}
