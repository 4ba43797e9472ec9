using Litestar.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.RequestBodies;

/// <summary><c>[RequestSizeLimit]</c>, <c>[DisableRequestSizeLimit]</c>: how large a body the server reads. ASP.NET Core's router does this; no middleware does.</summary>
internal static class BodySize
{
    /// <summary>Whether a piece of metadata asks for it.</summary>
    public static bool AppliesTo(object metadata) => metadata is IRequestSizeLimitMetadata;

    /// <summary>Tells the server, before anything reads.</summary>
    public static RequestDelegate WithLimit(EndpointMetadataCollection metadata, RequestDelegate next)
    {
        if (metadata.GetMetadata<IRequestSizeLimitMetadata>() is not { } asked)
        {
            return next;
        }

        return context =>
        {
            Tell(context, asked);

            // Whoever answers without reading it, the server cannot skip what it may not read: the connection ends with this answer.
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

    /// <summary>Tells the server what a route asks.</summary>
    public static void Tell(HttpContext context, IRequestSizeLimitMetadata asked)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = asked.MaxRequestBodySize;
        }
    }

    /// <summary>Limits a body that the server does not count: one that middleware has decompressed, or that of a server without limits.</summary>
    public static void Limit(HttpContext context, long limit)
    {
        var body = context.Request.Body;
        if (body is not SizeLimitedStream && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.GetType().Assembly != body.GetType().Assembly)
        {
            context.Request.Body = new SizeLimitedStream(body, limit);
        }
    }

    /// <summary>The same for an endpoint of a host, whose router has told the server.</summary>
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

    /// <summary>Stands for the route that will be matched behind the middleware that decompresses.</summary>
    /// <param name="asked">The limit of the route.</param>
    internal sealed class Foreseen(IRequestSizeLimitMetadata asked) : Endpoint(null, new(asked), "the route that will be matched");

    /// <summary>Refuses a body that says it is larger, without reading it.</summary>
    public static RequestDelegate Checked(EndpointMetadataCollection metadata, RequestDelegate next, ErrorBoundary errors)
    {
        if (metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is not { } limit)
        {
            return next;
        }

        return context => context.Request.ContentLength > limit ? errors.Reject(context, Rejection.Faulty([BodyFaults.TooLarge(limit)])) : next(context);
    }
}
