using Litestar.Blocking;
using Litestar.Dependencies;
using Litestar.Descriptions;
using Litestar.Errors;
using Litestar.Filters;
using Litestar.Generated;
using Litestar.Handlers;
using Litestar.Json;
using Litestar.Layers;
using Litestar.Pipeline;
using Litestar.RequestBodies;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;

namespace Litestar.Routing;

/// <summary>Creates a route from its declaration: its pattern with all prefixes, its handler, and the steps of its layers.</summary>
/// <param name="services">The app's container.</param>
/// <param name="json">The app's settings for reading and writing JSON.</param>
/// <param name="errors">Answers all errors.</param>
/// <param name="blocking">The threads for functions that block.</param>
/// <param name="watch">Logs handlers that block threads, in Development.</param>
/// <param name="pipeline">ASP.NET Core's own middleware on demand; null if the host has its own.</param>
/// <param name="group">The prefix of the ASP.NET Core group that the handlers are mapped in.</param>
internal sealed class RouteFactory(IServiceProvider services, LitestarJson json, ErrorBoundary errors, BlockingThreadPool blocking, PoolWatch? watch, AppPipeline? pipeline, RoutePattern? group)
{
    private readonly RouteNames _names = new();
    private readonly ForgottenListProviders _forgotten = new();
    private readonly HostPipeline? _host = pipeline is null ? new(services, errors) : null;

    /// <summary>The created routes.</summary>
    public AppRoutes Model { get; set; } = null!;

    /// <param name="handler">The handler.</param>
    /// <param name="declared">One of its routes.</param>
    public Route Compile(ResolvedHandler handler, RouteDeclaration declared)
    {
        var (declaration, layers) = (handler.Declaration, handler.Layers);
        var known = EndpointFactory.Metadata(declaration, layers);
        var parsed = Route.Parse(declared.Method, RoutePath.Join(handler.Prefix, declared.Path), declaration.Display, StatusOf(declared, known));
        var route = group is null ? parsed : parsed.Below(group);
        foreach (var error in layers.SelectMany(layer => layer.Errors))
        {
            error.Require?.Invoke(services);
        }

        var setup = new HandlerSetup(declaration, handler.Function, route, services, json, errors, blocking, layers, known, readsPath: pipeline is not null);
        var code = declaration.Create(setup);
        ForgottenListProviders.Check(route, declaration, layers);
        _forgotten.Add(setup.Providers);
        if (setup.UnmarkedBody is { } body)
        {
            _forgotten.Add(route, body, layers);
        }

        var layered = new RoutePipelineBuilder(code, setup, layers, errors);
        route.Headers = LayerHeaders.Of(layers, declaration.ResponseHeaders);
        route.ErrorHandlers = layered.ErrorHandlers;
        var inner = layered.Inner();
        inner = setup.IsBlocking || watch is null ? inner : watch.Around(route, inner);
        var source = route.Source = new(this, handler, code, known, _names.Claim(declared.Name, route)) { Layered = layered, Inner = inner };
        if (pipeline is not null)
        {
            var asked = FormAntiforgery.For(declaration, services) is { } token ? [token, .. known] : known;
            var metadata = asked.Count is 0 ? EndpointMetadataCollection.Empty : new(asked);
            UnsupportedConventions.Check(route, declaration, asked);
            route.Hosts = HostCondition.Of(metadata);
            source.Steps = new(route.ToFullString(), metadata, services, isOfHost: false);
            route.Pipeline = layered.Outer(pipeline.Around(route, metadata, layered, source.Steps, inner), route.Headers);
            route.Preflight = pipeline.Preflight(route, metadata);
        }
        else if (known.Count > 0)
        {
            // ASP.NET Core's router checks them itself. Here they separate routes.
            route.Hosts = HostCondition.Of(new(known));
        }

        _host?.Require(route);
        return route;
    }

    /// <summary>Creates the setup of the app's error handlers for requests without a handler.</summary>
    /// <param name="options">The app.</param>
    public HandlerSetup SetupOf(LitestarOptions options)
    {
        var app = new HandlerDeclaration { DeclaringType = "", Name = "", Parameters = "", Display = options.Place, Routes = [], Create = static _ => throw new NotSupportedException() };
        return new(app, null, Route.Parse(HttpMethods.Get, "/"), services, json, errors, blocking, [options], options.EndpointMetadata, readsPath: false);
    }

    /// <summary>Logs findings about all routes: bodies of types that some layer provides, but not to their handlers.</summary>
    /// <param name="layers">All layers of lists and of the app.</param>
    /// <param name="logger">The log.</param>
    public void Warn(IEnumerable<Layer> layers, ILogger logger) => _forgotten.Warn(layers, logger);

    /// <summary>
    /// Completes an endpoint of a host after its conventions: filters around the handler, and the steps after the
    /// guards.
    /// </summary>
    public Endpoint Finish(Route route, RouteEndpointBuilder builder)
    {
        RejectLate(route, builder);
        UnsupportedConventions.Check(route, route.Source!.Handler, builder.Metadata);
        EndpointFilters.Apply(route, builder, json);
        HostAuthorization.Watch(builder, services, errors);
        var source = route.Source!;
        source.Steps = _host!.StepsOf(route, builder);
        route.Pipeline = source.Layered.Outer(_host.Around(builder, source.Layered, source.Steps, source.Inner), route.Headers);
        return EndpointFactory.Build(builder);
    }

    private static int StatusOf(RouteDeclaration declared, IReadOnlyList<object> metadata) =>
        !declared.IsByMethod || StatusByMethodAttribute.SaidBy(metadata) is not false ? declared.Status : StatusCodes.Status200OK;

    // A handler is built from its layers: a setting that a convention adds to the endpoint would be ignored.
    private static void RejectLate(Route route, RouteEndpointBuilder builder)
    {
        if (builder.Metadata.OfType<ImplicitlyRequiredAttribute>().Any()
            && ImplicitlyRequiredAttribute.IsEnabledBy([.. builder.Metadata]) is var isEnabled
            && isEnabled != ImplicitlyRequiredAttribute.IsEnabledBy(route.Source!.Metadata))
        {
            throw Late(route, "ImplicitlyRequired", isEnabled, "whose arguments are bound by the settings of its layers");
        }

        if (StatusByMethodAttribute.SaidBy(builder.Metadata) is { } follows && follows != (StatusByMethodAttribute.SaidBy(route.Source!.Metadata) ?? true))
        {
            throw Late(route, "StatusByMethod", follows, "whose status is set by its layers");
        }
    }

    private static InvalidOperationException Late(Route route, string name, bool value, string fact)
    {
        var text = value ? "true" : "false";
        return new($"A convention of the application adds [{name}({text})] to {route.ToFullString()}, {fact}. Set it where the handlers are mapped, MapLitestar([…], options => options.{name}({text})), or put the attribute on the handler or its class.");
    }

    public RouteEndpointBuilder Describe(Route route, RouteOrigin source, bool answersHead, IReadOnlyList<Action<EndpointBuilder>> outer)
    {
        var builder = EndpointFactory.Describe(route, source, errors, services, answersHead, outer);
        if (pipeline is not null && FormAntiforgery.For(source.Handler, services) is { } token)
        {
            builder.Metadata.Insert(0, token);
        }

        return builder;
    }

    /// <summary>
    /// Requires the antiforgery token of a form if the host checks tokens. If it has only the services for it, logs
    /// that it does not.
    /// </summary>
    /// <param name="route">The route.</param>
    /// <param name="builder">Its endpoint.</param>
    /// <param name="usesAntiforgery">True if the host uses the middleware.</param>
    public void ProtectForm(Route route, RouteEndpointBuilder builder, bool usesAntiforgery)
    {
        if (builder.Metadata.OfType<IAntiforgeryMetadata>().Any() || FormAntiforgery.For(route.Source!.Handler, services) is not { } token)
        {
            return;
        }

        if (usesAntiforgery)
        {
            builder.Metadata.Insert(0, token);
        }
        else
        {
            errors.WarnOfUncheckedForm(route.ToFullString());
        }
    }

    public RouteDescription Explain(Route route, RouteOrigin source, Endpoint endpoint) =>
        new RouteDescriber(route, source.Handler, source.Layers, pipeline, _host, services, json).Describe(endpoint, source.Name);
}
