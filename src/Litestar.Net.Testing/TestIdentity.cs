using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Testing;

/// <summary>The user as whom a test sends a request. Every authentication scheme of the app answers with it.</summary>
internal sealed class TestIdentity
{
    private ClaimsPrincipal? _transformed;

    private TestIdentity(ClaimsPrincipal user) => User = user;

    public ClaimsPrincipal User { get; }

    /// <summary>Gives a request its user, for schemes to find, and for apps that have none.</summary>
    public static void Set(HttpContext context, ClaimsPrincipal user)
    {
        context.Features.Set(new TestIdentity(user));
        context.User = user;
    }

    /// <summary>Returns what a scheme is to answer: the user, as the app's claims transformation leaves it.</summary>
    public async Task<AuthenticateResult> Authenticate(HttpContext context, string? scheme)
    {
        _transformed ??= context.RequestServices.GetService<IClaimsTransformation>() is { } transformation ? await transformation.TransformAsync(User) : User;
        return AuthenticateResult.Success(new(_transformed, scheme ?? User.Identity?.AuthenticationType ?? "Test"));
    }
}
