using Litestar.Hosting;
using Litestar.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar;

/// <summary>Extension methods for Litestar inside an existing ASP.NET Core application.</summary>
public static class LitestarExtensions
{
    /// <summary>Maps handlers as ordinary endpoints, matched by ASP.NET Core's own router.</summary>
    /// <remarks>The host's middleware runs around them, as around every endpoint.</remarks>
    /// <param name="endpoints">The application, or a group of it: <c>app.MapGroup("/api").MapLitestar([…])</c>.</param>
    /// <param name="handlers">The handlers.</param>
    /// <param name="configure">Sets the layer of all of them.</param>
    /// <returns>A builder. Conventions such as <c>RequireAuthorization()</c> apply to every handler of the list.</returns>
    /// <exception cref="InvalidOperationException">
    /// A handler is unknown, two routes are equal, or a service is missing; the message names both sides. A convention
    /// that a handler cannot follow fails the start of the application.
    /// </exception>
    public static IEndpointConventionBuilder MapLitestar(this IEndpointRouteBuilder endpoints, HandlerList handlers, Action<LitestarOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handlers);
        var options = new LitestarOptions();
        configure?.Invoke(options);
        if (options.Startups.Concat(options.Lifespans).Concat(options.Shutdowns).FirstOrDefault() is { } step)
        {
            throw new InvalidOperationException($"MapLitestar has {step.Name} for the start or the shutdown of the app, but this application starts and stops itself. Register a hosted service, builder.Services.AddHostedService<…>(), or create the app with LitestarApp.CreateBuilder.");
        }

        var source = new MappedEndpointDataSource(handlers, options, endpoints);
        endpoints.DataSources.Add(source);
        source.BuildAtStart();

        // A LitestarApp writes the error body for every request that nothing answers.
        if (endpoints.ServiceProvider.GetService<AppLifespan>() is null)
        {
            UnsupportedMethodResponder.Answer(endpoints.ServiceProvider);
        }

        return source;
    }

    /// <summary>
    /// Describes every Litestar route of an application: those mapped by <c>MapLitestar</c>, groups included, with the
    /// application's conventions applied.
    /// </summary>
    /// <remarks>Each call makes the descriptions again. A <see cref="LitestarApp"/> has them as <see cref="LitestarApp.Routes"/>.</remarks>
    /// <param name="endpoints">The application.</param>
    public static IReadOnlyList<RouteDescription> DescribeRoutes(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints is LitestarApp app ? app.Routes : [.. endpoints.DataSources.SelectMany(source => source.Endpoints).Select(DescribeRoute).OfType<RouteDescription>()];
    }

    /// <summary>
    /// Describes the route of an endpoint: that of <c>context.GetEndpoint()</c>, or one of an
    /// <see cref="EndpointDataSource"/>.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>Null if the endpoint is not one of Litestar's.</returns>
    public static RouteDescription? DescribeRoute(this Endpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Metadata.GetMetadata<Routing.Route>()?.Explain(endpoint);
    }
}
