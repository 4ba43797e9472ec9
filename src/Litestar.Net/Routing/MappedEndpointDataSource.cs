using Litestar.Errors;
using Litestar.Filters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Litestar.Routing;

/// <summary>The routes as endpoints for ASP.NET Core's own router.</summary>
/// <param name="handlers">The handlers.</param>
/// <param name="options">The settings of all of them.</param>
/// <param name="endpoints">The app, or a group of it.</param>
internal sealed partial class MappedEndpointDataSource(HandlerList handlers, LitestarOptions options, IEndpointRouteBuilder endpoints) : EndpointDataSource, IEndpointConventionBuilder
{
    // ASP.NET Core's own mark of UseAntiforgery on the application's builder.
    private const string Antiforgery = "__AntiforgeryMiddlewareSet";

    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finally = [];

    // Built at once: a fault in the list is reported where it is mapped.
    private readonly AppRoutes _model = Model(handlers, options, endpoints, group: null);
    private IReadOnlyList<Endpoint>? _endpoints;
    private bool _isBuilt, _isRejected;

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints ??= Build(_model, null);

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    // A group's prefix is known only now, and may contain parameters of the functions.
    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) =>
        Build(Model(handlers, options, endpoints, context.Prefix), context);

    /// <summary>Builds the endpoints when the application starts, so that a rejected convention stops it.</summary>
    /// <remarks>If the application cannot be found, the fault is logged after its start.</remarks>
    public void BuildAtStart()
    {
        if (EndpointRoot.Of(endpoints) is { } app)
        {
            app.Use(next =>
            {
                if (ReferenceEquals(app, endpoints))
                {
                    _ = Endpoints;
                }
                else
                {
                    BuildBelowGroups();
                }

                return next;
            });
        }
        else
        {
            LogOnceStarted();
        }
    }

    // Only the application's own collection knows the outer groups. It caches its endpoints.
    private void BuildBelowGroups()
    {
        try
        {
            _ = endpoints.ServiceProvider.GetRequiredService<EndpointDataSource>().Endpoints;
        }
        catch (Exception) when (!_isRejected)
        {
            // Another source has failed, which stops the start if it is one of handlers.
            LogOnceStarted();
        }
    }

    private void LogOnceStarted() => endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStarted.Register(LogRejected);

    private void LogRejected()
    {
        try
        {
            _ = endpoints.ServiceProvider.GetRequiredService<EndpointDataSource>().Endpoints;
        }
        catch (Exception exception)
        {
            LogRejected(endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Litestar"), exception);
        }
    }

    [LoggerMessage(15, LogLevel.Critical, "The endpoints of the application cannot be built. Every request is answered with 500.")]
    private static partial void LogRejected(ILogger logger, Exception exception);

    public void Add(Action<EndpointBuilder> convention) => Add(_conventions, convention);

    public void Finally(Action<EndpointBuilder> finalConvention) => Add(_finally, finalConvention);

    // A convention that comes too late is not ignored silently: it may be a check.
    private void Add(List<Action<EndpointBuilder>> conventions, Action<EndpointBuilder> convention)
    {
        if (_isBuilt)
        {
            throw new InvalidOperationException("A convention was added to the result of MapLitestar after its endpoints were built. Add it directly after MapLitestar, before the app runs and before other code reads the endpoints.");
        }

        conventions.Add(convention);
    }

    private static AppRoutes Model(HandlerList handlers, LitestarOptions options, IEndpointRouteBuilder endpoints, RoutePattern? group)
    {
        var model = AppRoutes.Build(handlers, options, endpoints.ServiceProvider, readsPath: false, group);
        if (endpoints.ServiceProvider.GetService<ExceptionMiddleware>() is null)
        {
            model.Errors.Host.IsTold = MiddlewareLoggers.HaveExceptionHandler;
        }

        return model;
    }

    private List<Endpoint> Build(AppRoutes model, RouteGroupContext? group)
    {
        _isBuilt = true;
        var outer = group?.Conventions ?? [];
        IReadOnlyList<Action<EndpointBuilder>> own = [.. _conventions, .. _finally, .. group?.FinallyConventions ?? []];
        try
        {
            return [.. model.Routes.Select(route => Build(route, outer, own))];
        }
        catch
        {
            _isRejected = true;
            throw;
        }
    }

    private Endpoint Build(Route route, IReadOnlyList<Action<EndpointBuilder>> outer, IReadOnlyList<Action<EndpointBuilder>> own)
    {
        // A convention may look at the function, for example to add a filter for some parameters, and skips an endpoint without one.
        var method = outer.Count + own.Count is 0 ? null : EndpointFilters.MethodOf(route.Source!.Resolved);
        var builder = route.Describe(answersHead: !route.HasOwnHead, method is null ? outer : [builder => builder.Metadata.Insert(0, method), .. outer]);
        foreach (var convention in own)
        {
            convention(builder);
        }

        if (method is not null)
        {
            // With it, ASP.NET Core's API explorer would describe the endpoint, without the parameters.
            builder.Metadata.Remove(method);
        }

        // All the application's middleware is known when its endpoints are requested.
        route.Source!.App.ProtectForm(route, builder, endpoints.CreateApplicationBuilder().Properties.ContainsKey(Antiforgery));
        return route.Source.App.Finish(route, builder);
    }
}
