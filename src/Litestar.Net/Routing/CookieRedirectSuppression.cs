using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.Routing;

/// <summary>
/// Makes the cookie handler answer with a handler's 401 and 403 instead of a redirect to a page.
/// <see cref="IAllowCookieRedirectMetadata"/> on a layer overrides it.
/// </summary>
internal sealed class CookieRedirectSuppression : IDisableCookieRedirectMetadata
{
    public static CookieRedirectSuppression Instance { get; } = new();

    private CookieRedirectSuppression()
    {
    }
}
