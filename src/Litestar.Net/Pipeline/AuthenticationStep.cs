using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Pipeline;

/// <summary>
/// Authenticates the caller. It is added with the services, because a guard, a limiter or a handler may need the user
/// of any request.
/// </summary>
internal sealed class AuthenticationStep(AppSteps steps) : PipelineStep(steps)
{
    public static AuthenticationStep? For(AppSteps steps) => steps.Services.GetService<IAuthenticationSchemeProvider>() is null ? null : steps.The(static steps => new AuthenticationStep(steps));

    public override bool AppliesTo(object metadata) => false;

    protected override string Attribute => "Authorize";

    protected override string Remedy => "builder.Services.AddAuthentication(…)";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.UseAuthentication();
}
