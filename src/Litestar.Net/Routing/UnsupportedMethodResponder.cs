using System.Diagnostics;
using System.Runtime.CompilerServices;
using Litestar.Descriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Routing;

/// <summary>
/// Answers methods that a handler's path does not have, in an application with ASP.NET Core's router: 405 with the
/// error body, and the list of methods for OPTIONS.
/// </summary>
/// <remarks>
/// No endpoint is mapped for this: no convention applies to it, it matches no other request, and an answered request has only one
/// candidate. The router itself finds that no endpoint of a path has a method, and sets an endpoint that rejects. It writes an
/// event before anything else sees the endpoint, which is then replaced by one that writes more.
/// </remarks>
/// <param name="services">The application's container.</param>
internal sealed class UnsupportedMethodResponder(IServiceProvider services)
{
    /// <summary>The router's name for the endpoint that rejects a method, its only mark.</summary>
    public const string RejectionName = "405 HTTP Method Not Supported";

    private const string MatchedEvent = "Microsoft.AspNetCore.Routing.EndpointMatched";

    // The key is an object that each application has once.
    private static readonly ConditionalWeakTable<RouteOptions, UnsupportedMethodResponder> ByApp = [];

    private readonly EndpointPathIndex _paths = new(services);

    // One for each of the router's own: authorization caches endpoints forever.
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _answers = [];

    /// <summary>Subscribes, once for each application.</summary>
    public static void Answer(IServiceProvider services)
    {
        if (services.GetService<DiagnosticListener>() is { } listener)
        {
            ByApp.GetValue(services.GetRequiredService<IOptions<RouteOptions>>().Value, _ =>
            {
                ApiExplorer.Warn(services);
                var answers = new UnsupportedMethodResponder(services);
                var observer = new Observer(answers);
                observer.Subscription = listener.Subscribe(observer, static name => name is MatchedEvent);
                return answers;
            });
        }
    }

    private void Exchange(HttpContext context, Endpoint rejection)
    {
        var found = EndpointsAtPath.At(_paths.Now, context);
        if (found.Route is not null)
        {
            context.Features.Set(found);
            context.SetEndpoint(_answers.GetValue(rejection, rejection => new(context => Reject(context, rejection), rejection.Metadata, rejection.DisplayName)));
        }
        else if (found.IsNearHandlersOnly)
        {
            // The router checks methods before constraints. A value that no handler accepts is 404 for every method.
            context.SetEndpoint(null);
        }
    }

    private static async Task Reject(HttpContext context, Endpoint rejection)
    {
        await rejection.RequestDelegate!(context);
        var (found, asked) = (context.Features.Get<EndpointsAtPath>()!, AllowedMethods.Split(context.Response.Headers.Allow));
        if (found.Route!.Methods.Intersect(asked, StringComparer.OrdinalIgnoreCase).Any())
        {
            await found.Route.Route!.Source!.App.Model.Reject(context, AllowedMethods.Of(found.Methods.Intersect(asked, StringComparer.OrdinalIgnoreCase)));
        }
    }

    /// <summary>The endpoints at the path of a request.</summary>
    private sealed class EndpointsAtPath
    {
        private readonly List<string> _methods = [];
        private bool _isNearHandler, _isNearOther;

        /// <summary>The most specific handler; null if there is none.</summary>
        public EndpointPath? Route { get; private set; }

        public IEnumerable<string> Methods => _methods;

        public bool IsNearHandlersOnly => _isNearHandler && !_isNearOther;

        public static EndpointsAtPath At(EndpointPath[] paths, HttpContext context)
        {
            var found = new EndpointsAtPath();
            foreach (var path in paths)
            {
                if (path.Matches(context, out var isExact))
                {
                    found.Add(path, isExact);
                }
            }

            return found;
        }

        private void Add(EndpointPath path, bool isExact)
        {
            var isHandler = path.Route is not null;
            _isNearHandler |= isHandler;
            _isNearOther |= !isHandler;
            if (isExact)
            {
                _methods.AddRange(path.Methods);
                Route = isHandler && (Route is null || path.Endpoint.RoutePattern.InboundPrecedence < Route.Endpoint.RoutePattern.InboundPrecedence) ? path : Route;
            }
        }
    }

    /// <summary>Holds the application weakly, because the process keeps listeners.</summary>
    private sealed class Observer(UnsupportedMethodResponder owner) : IObserver<KeyValuePair<string, object?>>
    {
        private readonly WeakReference<UnsupportedMethodResponder> _owner = new(owner);

        public IDisposable? Subscription { get; set; }

        public void OnNext(KeyValuePair<string, object?> told)
        {
            if (told is not { Key: MatchedEvent, Value: HttpContext context } || context.GetEndpoint() is not { DisplayName: RejectionName } endpoint || endpoint is RouteEndpoint)
            {
                return;
            }

            if (_owner.TryGetTarget(out var owner))
            {
                owner.Exchange(context, endpoint);
            }
            else
            {
                Subscription?.Dispose();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
