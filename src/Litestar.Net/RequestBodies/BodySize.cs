using Litestar.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.RequestBodies;

/// <summary>
/// Applies <c>[RequestSizeLimit]</c> and <c>[DisableRequestSizeLimit]</c>, the maximum size of a body. In ASP.NET Core
/// its router does this, not a middleware.
/// </summary>
internal static class BodySize
{
    /// <summary>Returns true if an object of the metadata sets the limit.</summary>
    public static bool AppliesTo(object metadata) => metadata is IRequestSizeLimitMetadata;

    /// <summary>Sets the server's limit before the body is read.</summary>
    public static RequestDelegate WithLimit(EndpointMetadataCollection metadata, RequestDelegate next)
    {
        if (metadata.GetMetadata<IRequestSizeLimitMetadata>() is not { } asked)
        {
            return next;
        }

        return context =>
        {
            Tell(context, asked);

            // The server cannot skip an unread body above its limit: the connection ends with this response.
            if (context.Request.ContentLength > asked.MaxRequestBodySize && HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                context.Response.Headers.Connection = "close";
            }

            if (asked.MaxRequestBodySize is { } limit)
            {
                Limit(context, limit);
            }

            return next(context);
        };
    }

    /// <summary>Sets the server's limit to that of a route.</summary>
    public static void Tell(HttpContext context, IRequestSizeLimitMetadata asked)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = asked.MaxRequestBodySize;
        }
    }

    /// <summary>
    /// Limits a body that the server does not count: one that middleware has decompressed, or that of a server without
    /// limits.
    /// </summary>
    public static void Limit(HttpContext context, long limit)
    {
        var body = context.Request.Body;
        if (body is not SizeLimitedStream && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.GetType().Assembly != body.GetType().Assembly)
        {
            context.Request.Body = new SizeLimitedStream(body, limit);
        }
    }

    /// <summary>Returns the same for an endpoint of a host, whose router has set the server's limit.</summary>
    public static RequestDelegate Limited(IEnumerable<object> metadata, RequestDelegate next)
    {
        if (metadata.OfType<IRequestSizeLimitMetadata>().LastOrDefault() is not { MaxRequestBodySize: { } limit })
        {
            return next;
        }

        return context =>
        {
            Limit(context, limit);
            return next(context);
        };
    }

    /// <summary>The endpoint in place of the route that will be matched after the middleware that decompresses.</summary>
    /// <param name="asked">The limit of the route.</param>
    internal sealed class Foreseen(IRequestSizeLimitMetadata asked) : Endpoint(null, new(asked), "the route that will be matched");

    /// <summary>Rejects a body whose declared length exceeds the limit, without reading it.</summary>
    public static RequestDelegate Checked(EndpointMetadataCollection metadata, RequestDelegate next, ErrorBoundary errors)
    {
        if (metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is not { } limit)
        {
            return next;
        }

        return context => context.Request.ContentLength > limit ? errors.Reject(context, Rejection.Faulty([BodyFaults.TooLarge(limit)])) : next(context);
    }
}
