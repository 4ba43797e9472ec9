using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Testing;

/// <summary>
/// Wraps the app's authentication: returns the user that a test has set for a request, and leaves all other requests to
/// the app's schemes.
/// </summary>
/// <param name="app">The app's own service.</param>
internal sealed class TestAuthentication(IAuthenticationService app) : IAuthenticationService
{
    /// <summary>Wraps the app's own service; does nothing without authentication.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(IAuthenticationService) && !service.IsKeyedService) is { } own)
        {
            services.Add(ServiceDescriptor.Describe(typeof(IAuthenticationService), provider => new TestAuthentication(Make(own, provider)), own.Lifetime));
        }
    }

    public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme) =>
        context.Features.Get<TestIdentity>() is { } identity ? identity.Authenticate(context, scheme) : app.AuthenticateAsync(context, scheme);

    public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => app.ChallengeAsync(context, scheme, properties);

    public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => app.ForbidAsync(context, scheme, properties);

    public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) => app.SignInAsync(context, scheme, principal, properties);

    public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => app.SignOutAsync(context, scheme, properties);

    private static IAuthenticationService Make(ServiceDescriptor own, IServiceProvider services) => (IAuthenticationService)(
        own.ImplementationInstance
        ?? own.ImplementationFactory?.Invoke(services)
        ?? ActivatorUtilities.CreateInstance(services, own.ImplementationType!));
}
