using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Hosting;

/// <summary>Reads the features that the server, or middleware in its place, provides for a request and its response.</summary>
/// <remarks>
/// The properties of <see cref="HttpContext"/> check at each access whether a feature was replaced, and the generic method of a
/// feature collection is resolved at run time. On the path of every request, features are read by type, and once.
/// </remarks>
internal static class FeatureCollectionExtensions
{
    public static IHttpRequestFeature Request(this IFeatureCollection features) => (IHttpRequestFeature)features[typeof(IHttpRequestFeature)]!;

    public static IHttpResponseFeature Response(this IFeatureCollection features) => (IHttpResponseFeature)features[typeof(IHttpResponseFeature)]!;

    public static IHttpResponseBodyFeature ResponseBody(this IFeatureCollection features) => (IHttpResponseBodyFeature)features[typeof(IHttpResponseBodyFeature)]!;

    public static void SetEndpoint(this IFeatureCollection features, HttpContext context, Endpoint endpoint)
    {
        if (features[typeof(IEndpointFeature)] is IEndpointFeature matched)
        {
            matched.Endpoint = endpoint;
        }
        else
        {
            context.SetEndpoint(endpoint);
        }
    }
}
