using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.Routing;

/// <summary>Tells the cookie handler to answer a handler's 401 and 403 with these, not with the way to a page. <see cref="IAllowCookieRedirectMetadata"/> on a layer overrules it.</summary>
internal sealed class CookieRedirectSuppression : IDisableCookieRedirectMetadata
{
    public static CookieRedirectSuppression Instance { get; } = new();

    private CookieRedirectSuppression()
    {
    }
}
