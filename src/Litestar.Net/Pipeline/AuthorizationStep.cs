using Litestar.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Pipeline;

/// <summary>Authorizes the caller: <c>[Authorize]</c>, <c>[AllowAnonymous]</c>, policies, and the app's fallback policy.</summary>
internal sealed class AuthorizationStep(AppSteps steps) : PipelineStep(steps)
{
    public static AuthorizationStep? For(EndpointMetadataCollection metadata, AppSteps steps) =>
        MayReject(metadata, steps.Services) ? steps.The(static steps => new AuthorizationStep(steps)) : null;

    /// <summary>
    /// Returns true if an endpoint with this metadata may be rejected: by its own requirements, or by the app's
    /// fallback policy.
    /// </summary>
    public static bool MayReject(EndpointMetadataCollection metadata, IServiceProvider services) => IsRequired(metadata) || HasFallback(services);

    public override bool Rejects => true;

    public override bool AppliesTo(object metadata) => metadata is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData or IAllowAnonymous;

    protected override string Attribute => "Authorize";

    protected override string Remedy => "builder.Services.AddAuthentication(…) and builder.Services.AddAuthorization()";

    public override Rejection RejectionOf(HttpContext context) => context.Response.StatusCode is StatusCodes.Status404NotFound
        ? Rejection.NotFound(context.Request)
        : Rejection.Denied(context.Response.StatusCode);

    protected override void Use(IApplicationBuilder pipeline)
    {
        // Without these a rejection has no challenge: the scheme adds it.
        Services.GetRequiredService<IAuthenticationSchemeProvider>();
        pipeline.UseAuthorization();
    }

    // The host may authenticate in its own way.
    protected override void Try(IApplicationBuilder pipeline) => pipeline.UseAuthorization().Build();

    protected override void Check(Endpoint endpoint)
    {
        if (Services.GetService<IAuthorizationPolicyProvider>() is not DefaultAuthorizationPolicyProvider provider || provider.GetType() != typeof(DefaultAuthorizationPolicyProvider))
        {
            return;
        }

        var options = Options<AuthorizationOptions>();
        foreach (var name in endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(asked => asked.Policy).OfType<string>())
        {
            if (options.GetPolicy(name) is null)
            {
                throw Unknown(endpoint, Attribute, "authorization policy", name, $"builder.Services.AddAuthorization(options => options.AddPolicy(\"{name}\", …))");
            }
        }
    }

    private static bool IsRequired(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null || metadata.GetMetadata<IAuthorizationRequirementData>() is not null;

    // A user's provider may choose a fallback for each request.
    private static bool HasFallback(IServiceProvider services) => services.GetService<IAuthorizationPolicyProvider>() is { } provider
        && (provider.GetType() != typeof(DefaultAuthorizationPolicyProvider) || services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy is not null);
}
