using Litestar.Errors;
using Litestar.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing;

/// <summary>Creates the ASP.NET Core endpoint of a route, through which the rest of ASP.NET Core knows it.</summary>
internal static class EndpointFactory
{
    public static RouteEndpointBuilder Describe(Route route, RouteOrigin source, ErrorBoundary errors, IServiceProvider services, bool answersHead, IReadOnlyList<Action<EndpointBuilder>> group)
    {
        var builder = new RouteEndpointBuilder(context => errors.Run(context, route.Pipeline, route.ErrorHandlers, BoundaryPlace.Endpoint), route.Pattern, order: 0)
        {
            DisplayName = $"{route.Method} {route.Pattern.RawText} => {source.Handler.Display}",
            ApplicationServices = services,
        };
        builder.Metadata.Add(route);
        builder.Metadata.Add(CookieRedirectSuppression.Instance);
        builder.Metadata.Add(new HttpMethodMetadata(answersHead && HttpMethods.IsGet(route.Method) ? [route.Method, HttpMethods.Head] : [route.Method]));
        if (source.Name is { } name)
        {
            builder.Metadata.Add(new EndpointNameMetadata(name));
            builder.Metadata.Add(new RouteNameMetadata(name));
        }

        foreach (var convention in group)
        {
            convention(builder);
        }

        foreach (var item in source.Metadata)
        {
            builder.Metadata.Add(item);
        }

        return builder;
    }

    /// <summary>Returns the metadata of a handler's layers, the nearest last.</summary>
    public static IReadOnlyList<object> Metadata(HandlerDeclaration handler, IReadOnlyList<Layer> layers)
    {
        var own = handler.Metadata();
        var outer = new List<object>(0);
        foreach (var layer in layers)
        {
            outer.AddRange(layer.EndpointMetadata);
        }

        return outer.Count is 0 ? own : [.. outer, .. own];
    }

    /// <summary>Returns an endpoint for our own matcher. ASP.NET Core's, which runs later, must only know it.</summary>
    public static Endpoint Known(Route route)
    {
        var builder = route.Describe(answersHead: true, []);
        builder.Metadata.Add(new SuppressMatchingMetadata());
        return Build(builder);
    }

    /// <summary>Returns the endpoint, after all conventions.</summary>
    public static Endpoint Build(EndpointBuilder builder)
    {
        // ASP.NET Core reads only the last tags: here, tags of several layers are added up.
        var tags = builder.Metadata.OfType<ITagsMetadata>().ToList();
        if (tags.Count > 1)
        {
            tags.ForEach(layer => builder.Metadata.Remove(layer));
            builder.Metadata.Add(new TagsAttribute([.. tags.SelectMany(layer => layer.Tags).Distinct()]));
        }

        return builder.Build();
    }
}
