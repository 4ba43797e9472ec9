using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Pipeline;

/// <summary>Lets scripts of other origins read the response: <c>[EnableCors]</c>, <c>[DisableCors]</c>.</summary>
internal class CorsStep(AppSteps steps) : PipelineStep(steps)
{
    public static CorsStep? For(EndpointMetadataCollection metadata, AppSteps steps) => metadata.GetMetadata<ICorsMetadata>() is null ? null : steps.The(static steps => new CorsStep(steps));

    /// <summary>Returns a second instance, because its next delegate differs.</summary>
    public static CorsStep? ForPreflight(EndpointMetadataCollection metadata, AppSteps steps) => metadata.GetMetadata<ICorsMetadata>() is null ? null : steps.The(static steps => new PreflightStep(steps));

    public override bool AppliesTo(object metadata) => metadata is ICorsMetadata;

    protected override string Attribute => "EnableCors";

    protected override string Remedy => "builder.Services.AddCors(…)";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.UseCors();

    // The host may have set a policy for endpoints that name none.
    protected override void CheckOfHost(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ICorsMetadata>() is IEnableCorsAttribute { PolicyName: not null })
        {
            Check(endpoint);
        }
    }

    protected override void Check(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ICorsMetadata>() is not IEnableCorsAttribute asked || !HasDefaultProvider())
        {
            return;
        }

        var options = Options<CorsOptions>();
        if (asked.PolicyName is { } name && options.GetPolicy(name) is null)
        {
            throw Unknown(endpoint, Attribute, "CORS policy", name, $"builder.Services.AddCors(options => options.AddPolicy(\"{name}\", …))");
        }

        if (asked.PolicyName is null && options.GetPolicy(options.DefaultPolicyName) is null)
        {
            throw new InvalidOperationException(
                $"{NameOf(endpoint)} has [EnableCors] without a name, but there is no default CORS policy. Add one, builder.Services.AddCors(options => options.AddDefaultPolicy(…)), or name a policy.");
        }
    }

    // The app's provider may be scoped to a request.
    private bool HasDefaultProvider()
    {
        var scope = Services.CreateAsyncScope();
        try
        {
            return scope.ServiceProvider.GetService<ICorsPolicyProvider>() is DefaultCorsPolicyProvider;
        }
        finally
        {
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    public override RequestDelegate Before(Endpoint endpoint, RequestDelegate next) => AppliedPolicy<CorsStep>.Skip(base.Before(endpoint, next), next);

    private sealed class PreflightStep(AppSteps steps) : CorsStep(steps);
}
