using Litestar.Generated;
using Litestar.Rejections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing;

/// <summary>Makes an ASP.NET Core endpoint of a route, by which the rest of ASP.NET Core knows it.</summary>
internal static class RouteEndpoints
{
    public static RouteEndpointBuilder Describe(Route route, HandlerDeclaration handler, IReadOnlyList<Layer> layers, string? name, ErrorBoundary errors, IServiceProvider services, bool answersHead)
    {
        var builder = new RouteEndpointBuilder(context => errors.Run(context, route.Corridor, route.ErrorHandlers), route.Pattern, order: 0)
        {
            DisplayName = $"{route.Method} {route.Pattern.RawText} => {handler.Display}",
            ApplicationServices = services,
        };
        builder.Metadata.Add(route);
        builder.Metadata.Add(new HttpMethodMetadata(answersHead && HttpMethods.IsGet(route.Method) ? [route.Method, HttpMethods.Head] : [route.Method]));
        if (name is not null)
        {
            builder.Metadata.Add(new EndpointNameMetadata(name));
            builder.Metadata.Add(new RouteNameMetadata(name));
        }

        foreach (var item in layers.SelectMany(layer => layer.EndpointMetadata).Concat(handler.Metadata()))
        {
            builder.Metadata.Add(item);
        }

        return builder;
    }

    /// <summary>An endpoint that our own matcher sets. ASP.NET Core's, which comes after it, must only know of it.</summary>
    public static Endpoint Known(Route route)
    {
        var builder = route.Describe(answersHead: true);
        builder.Metadata.Add(new SuppressMatchingMetadata());
        return builder.Build();
    }
}
