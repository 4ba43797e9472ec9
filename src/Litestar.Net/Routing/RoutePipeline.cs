using Litestar.Rejections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>The part of ASP.NET Core's own pipeline that one route asks for, built at start-up. A route that asks for none pays for none.</summary>
internal static class RoutePipeline
{
    /// <summary>The corridor with the middleware around it which the route's metadata asks for.</summary>
    /// <exception cref="InvalidOperationException">The middleware's services were never added.</exception>
    public static RequestDelegate Around(Route route, RequestDelegate corridor, IServiceProvider services, ErrorBoundary errors)
    {
        var metadata = route.Endpoint.Metadata;
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
