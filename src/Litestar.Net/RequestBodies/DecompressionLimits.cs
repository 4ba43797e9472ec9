using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RequestDecompression;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.RequestBodies;

/// <summary>Provides middleware that decompresses bodies with the limit of the route that will be matched after it.</summary>
/// <remarks>
/// ASP.NET Core's middleware reads the limit at its beginning, from the endpoint and the server. In a
/// <see cref="LitestarApp"/> it runs before the match.
/// </remarks>
internal sealed class DecompressionLimits
{
    private AppRoutes? _routes;

    /// <summary>Adds it before the app's decompression, if there is one.</summary>
    public static void AddTo(IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i] is { IsKeyedService: false } found && found.ServiceType == typeof(IRequestDecompressionProvider))
            {
                services[i] = ServiceDescriptor.Describe(
                    typeof(IRequestDecompressionProvider),
                    container => new Provider(Make(container, found), container.GetRequiredService<DecompressionLimits>()),
                    found.Lifetime);
                services.AddSingleton<DecompressionLimits>();
                return;
            }
        }
    }

    /// <summary>Sets the app's routes after they are built.</summary>
    public void Know(AppRoutes routes) => _routes = routes;

    private static IRequestDecompressionProvider Make(IServiceProvider container, ServiceDescriptor found) => (IRequestDecompressionProvider)(
        found.ImplementationInstance
        ?? found.ImplementationFactory?.Invoke(container)
        ?? ActivatorUtilities.CreateInstance(container, found.ImplementationType!));

    private void Tell(HttpContext context)
    {
        if (context.GetEndpoint() is null
            && _routes?.Table.Match(context.Request.Method, context.Request.Path.Value ?? "", context).Route is { } route
            && route.Endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } asked)
        {
            BodySize.Tell(context, asked);
            context.SetEndpoint(new BodySize.Foreseen(asked));
        }
    }

    private sealed class Provider(IRequestDecompressionProvider inner, DecompressionLimits routes) : IRequestDecompressionProvider
    {
        public Stream? GetDecompressionStream(HttpContext context)
        {
            var stream = inner.GetDecompressionStream(context);
            if (stream is not null)
            {
                routes.Tell(context);
            }

            return stream;
        }
    }
}
