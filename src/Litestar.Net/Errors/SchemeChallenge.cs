using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Errors;

/// <summary>Adds the headers of the app's authentication schemes to a 401: <c>WWW-Authenticate</c> (RFC 9110, section 15.5.2).</summary>
/// <param name="logger">Receives failures of a scheme.</param>
internal sealed partial class SchemeChallenge(ILogger logger)
{
    /// <summary>Returns null if the app has no authentication.</summary>
    public static SchemeChallenge? Of(IServiceProvider services, ILogger logger) =>
        services.GetService<IServiceProviderIsService>() is { } container && container.IsService(typeof(IAuthenticationSchemeProvider)) && container.IsService(typeof(IAuthenticationService))
            ? new(logger)
            : null;

    /// <summary>
    /// Challenges the schemes of the endpoint, else the default one. Only their header is kept: status, body and other
    /// headers are the rejection's.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="status">401 or 403.</param>
    /// <returns>True if a scheme has written the response itself, by a redirect to a page that the endpoint allows.</returns>
    public async ValueTask<bool> Ask(HttpContext context, int status)
    {
        var response = context.Response;
        if (response.HasStarted || response.Headers.WWWAuthenticate.Count > 0)
        {
            return false;
        }

        var before = response.Headers.ToArray();
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<IAllowCookieRedirectMetadata>() is not null;
        var body = context.Features.Get<IHttpResponseBodyFeature>();
        if (!isPage)
        {
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        }

        try
        {
            await Ask(context, status is StatusCodes.Status401Unauthorized);
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception, context.Request.Method, context.Request.Path);
        }
        finally
        {
            context.Features.Set(body);
        }

        if (response.HasStarted || (isPage && response.StatusCode is >= StatusCodes.Status300MultipleChoices and < StatusCodes.Status400BadRequest))
        {
            return true;
        }

        var challenges = response.Headers.WWWAuthenticate;
        response.Headers.Clear();
        foreach (var (name, value) in before)
        {
            response.Headers[name] = value;
        }

        response.Headers.WWWAuthenticate = challenges;
        return false;
    }

    private static async Task Ask(HttpContext context, bool isChallenge)
    {
        var schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        var service = context.RequestServices.GetRequiredService<IAuthenticationService>();
        List<string> named = [.. await Named(context)];
        if (named.Count is 0 && (isChallenge ? await schemes.GetDefaultChallengeSchemeAsync() : await schemes.GetDefaultForbidSchemeAsync()) is { Name: var name })
        {
            named.Add(name);
        }

        foreach (var scheme in named)
        {
            await (isChallenge ? service.ChallengeAsync(context, scheme, null) : service.ForbidAsync(context, scheme, null));
        }
    }

    // The schemes that authorization would challenge: of [Authorize], of its policies, of the fallback policy.
    private static async Task<IReadOnlyList<string>> Named(HttpContext context)
    {
        if (context.RequestServices.GetService<IAuthorizationPolicyProvider>() is not { } policies)
        {
            return [];
        }

        var metadata = context.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        return (await AuthorizationPolicy.CombineAsync(policies, metadata.GetOrderedMetadata<IAuthorizeData>(), metadata.GetOrderedMetadata<AuthorizationPolicy>()))?.AuthenticationSchemes ?? [];
    }

    [LoggerMessage(9, LogLevel.Error, "The challenge of an authentication scheme failed for {Method} {Path}.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);
}
