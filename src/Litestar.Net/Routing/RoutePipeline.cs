using Litestar.Rejections;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;

namespace Litestar.Routing;

/// <summary>The part of ASP.NET Core's own pipeline that one route asks for, built at start-up. A route that asks for none pays for none.</summary>
internal static class RoutePipeline
{
    /// <summary>The corridor with the middleware around it which the route's metadata asks for.</summary>
    /// <exception cref="InvalidOperationException">The middleware's services were never added, or nothing here honours what is asked.</exception>
    public static RequestDelegate Around(Route route, RequestDelegate corridor, IServiceProvider services, ErrorBoundary errors)
    {
        var metadata = route.Endpoint.Metadata;
        RefuseUnheard(route, metadata);
        if (metadata.GetMetadata<IAuthorizeData>() is null && metadata.GetMetadata<AuthorizationPolicy>() is null)
        {
            return corridor;
        }

        var pipeline = new ApplicationBuilder(services);
        try
        {
            pipeline.UseAuthentication();
            pipeline.UseAuthorization();
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                $"{route.ToFullString()} bears [Authorize], and the services behind it were never added: call builder.Services.AddAuthentication(…) and builder.Services.AddAuthorization().", exception);
        }

        pipeline.Run(corridor);
        return WithBody(pipeline.Build(), errors);
    }

    // Protection that somebody asked for and nobody gives is worse than none.
    private static void RefuseUnheard(Route route, EndpointMetadataCollection metadata)
    {
        if (metadata.FirstOrDefault(item => item is ICorsMetadata or EnableRateLimitingAttribute or OutputCacheAttribute or RequestTimeoutAttribute or IRequestSizeLimitMetadata or IAntiforgeryMetadata { RequiresValidation: true }) is { } unheard)
        {
            throw new InvalidOperationException(
                $"{route.ToFullString()} bears [{unheard.GetType().Name.Replace("Attribute", "")}], which LitestarApp does not honour yet. Map this handler in a WebApplication with app.MapLitestar([…]), whose middleware does, or take the attribute off.");
        }
    }

    // The middleware refuses with a bare status.
    private static RequestDelegate WithBody(RequestDelegate pipeline, ErrorBoundary errors) => async context =>
    {
        await pipeline(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden, ContentLength: null, ContentType: null })
        {
            await errors.Refuse(context, Rejection.Denied(context.Response.StatusCode));
        }
    };
}
