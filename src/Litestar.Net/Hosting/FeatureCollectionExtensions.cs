using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Hosting;

/// <summary>What the server, or middleware in its place, has to say of a request and takes for its answer.</summary>
/// <remarks>
/// The properties of <see cref="HttpContext"/> ask at every turn whether a feature has been replaced, and the generic question
/// of a feature collection is looked up at run time. Where each request passes, it is asked by type, and once.
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
