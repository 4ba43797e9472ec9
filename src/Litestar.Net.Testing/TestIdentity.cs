using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Testing;

/// <summary>The user of a test's request. Every authentication scheme of the app returns it.</summary>
internal sealed class TestIdentity
{
    private ClaimsPrincipal? _transformed;

    private TestIdentity(ClaimsPrincipal user) => User = user;

    public ClaimsPrincipal User { get; }

    /// <summary>Sets the user of a request, for schemes, and for apps that have none.</summary>
    public static void Set(HttpContext context, ClaimsPrincipal user)
    {
        context.Features.Set(new TestIdentity(user));
        context.User = user;
    }

    /// <summary>Returns the result of a scheme: the user, after the app's claims transformation.</summary>
    public async Task<AuthenticateResult> Authenticate(HttpContext context, string? scheme)
    {
        _transformed ??= context.RequestServices.GetService<IClaimsTransformation>() is { } transformation ? await transformation.TransformAsync(User) : User;
        return AuthenticateResult.Success(new(_transformed, scheme ?? User.Identity?.AuthenticationType ?? "Test"));
    }
}
