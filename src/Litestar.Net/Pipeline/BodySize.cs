using Litestar.Rejections;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.Pipeline;

/// <summary><c>[RequestSizeLimit]</c>, <c>[DisableRequestSizeLimit]</c>: how large a body the server reads. ASP.NET Core's router does this; no middleware does.</summary>
internal static class BodySize
{
    /// <summary>Whether a piece of metadata asks for it.</summary>
    public static bool IsAskedBy(object metadata) => metadata is IRequestSizeLimitMetadata;

    /// <summary>Tells the server, before anything reads.</summary>
    public static RequestDelegate Told(EndpointMetadataCollection metadata, RequestDelegate next)
    {
        if (metadata.GetMetadata<IRequestSizeLimitMetadata>() is not { } asked)
        {
            return next;
        }

        return context =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            {
                server.MaxRequestBodySize = asked.MaxRequestBodySize;
            }

            // Whoever answers without reading it, the server cannot skip what it may not read: the connection ends with this answer.
            if (context.Request.ContentLength > asked.MaxRequestBodySize && HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                context.Response.Headers.Connection = "close";
            }

            return next(context);
        };
    }

    /// <summary>Refuses a body that says it is larger, without reading it.</summary>
    public static RequestDelegate Checked(EndpointMetadataCollection metadata, RequestDelegate next, ErrorBoundary errors)
    {
        if (metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is not { } limit)
        {
            return next;
        }

        return context => context.Request.ContentLength > limit ? errors.Refuse(context, Rejection.Faulty([BodyFaults.TooLarge(limit)])) : next(context);
    }
}
