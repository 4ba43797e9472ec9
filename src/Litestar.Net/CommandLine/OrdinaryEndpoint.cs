using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Route = Litestar.Routing.Route;

namespace Litestar.CommandLine;

/// <summary>
/// An ASP.NET Core endpoint that was mapped on the app in addition to its handlers, those of <c>MapLitestar</c>
/// included.
/// </summary>
/// <param name="Endpoint">The endpoint.</param>
internal sealed record OrdinaryEndpoint(RouteEndpoint Endpoint)
{
    private static readonly string[] AllMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>The methods of the endpoint, joined by commas.</summary>
    public string Methods => Declared is { Count: > 0 } methods ? string.Join(", ", methods) : "any";

    public string Path => $"/{Endpoint.RoutePattern.RawText?.TrimStart('/')}";

    public string Name => Handled?.Origin ?? Endpoint.DisplayName ?? "";

    /// <summary>The route of a handler that <c>MapLitestar</c> has mapped; null for another endpoint.</summary>
    public Route? Handled => Endpoint.Metadata.GetMetadata<Route>();

    /// <summary>The endpoint as a route, for comparison with others.</summary>
    public Route Route => new(Methods, Endpoint.RoutePattern) { Origin = Name };

    private IReadOnlyList<string>? Declared => Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;

    /// <summary>Returns the app's endpoints without a handler; writes a warning for those that cannot be built.</summary>
    public static IReadOnlyList<OrdinaryEndpoint> Of(LitestarApp app, Terminal error) => [.. AllOf(app, error).Where(endpoint => endpoint.Handled is null)];

    /// <summary>Returns all the app's endpoints; writes a warning for those that cannot be built.</summary>
    public static IReadOnlyList<OrdinaryEndpoint> AllOf(LitestarApp app, Terminal error) =>
    [
        .. app.OtherEndpoints(exception => error.Line(StyledText.Warning($"An ordinary endpoint cannot be built, and every request for one fails: {exception.Message}"))).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true } && endpoint.Order < int.MaxValue)
            .Select(endpoint => new OrdinaryEndpoint(endpoint)),
    ];

    /// <summary>Returns true if the endpoint would match a request.</summary>
    public bool Matches(string method, string path, HttpContext context)
    {
        try
        {
            var methods = Declared is { Count: > 0 } declared ? declared : AllMethods;
            var table = new RouteTable([.. methods.Select(one => new Route(one, Endpoint.RoutePattern))], context.RequestServices.GetRequiredService<ParameterPolicyFactory>());
            return table.Match(method, path, context).Route is not null;
        }
        catch (InvalidOperationException)
        {
            // A pattern that only ASP.NET Core's own router can evaluate.
            return false;
        }
    }
}
