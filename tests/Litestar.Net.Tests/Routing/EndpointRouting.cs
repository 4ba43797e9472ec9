using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Route = Litestar.Routing.Route;

namespace Litestar.Tests.Routing;

/// <summary>ASP.NET Core's own matcher over the same routes: the oracle.</summary>
internal sealed class EndpointRouting : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly RequestDelegate _pipeline;
    private readonly IReadOnlyList<Route> _routes;

    public EndpointRouting(IReadOnlyList<Route> routes)
    {
        _routes = routes;
        var services = new ServiceCollection().AddLogging().AddRouting();
        services.AddSingleton(new DiagnosticListener("routing"));
        _services = services.BuildServiceProvider();
        var app = new ApplicationBuilder(_services);
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.DataSources.Add(new DefaultEndpointDataSource(Endpoints())));
        _pipeline = app.Build();
    }

    public IReadOnlyList<Route> Routes => _routes;

    public ParameterPolicyFactory Constraints => _services.GetRequiredService<ParameterPolicyFactory>();

    public async Task<Verdict> Ask(string method, string path)
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        context.Request.Method = method;
        context.Request.Path = new PathString(path);
        try
        {
            await _pipeline(context);
        }
        catch (Exception ambiguity) when (ambiguity.GetType().Name == "AmbiguousMatchException")
        {
            return new Verdict(Preferred(method, ambiguity.Message), PathKnown: true, Values: null);
        }
        var route = context.GetEndpoint()?.Metadata.GetMetadata<Route>();
        return new Verdict(route, context.GetEndpoint() is not null, context.Request.RouteValues);
    }

    public void Dispose() => _services.Dispose();

    private IEnumerable<Endpoint> Endpoints()
    {
        for (var i = 0; i < _routes.Count; i++)
        {
            var route = _routes[i];
            string[] methods = HttpMethods.IsGet(route.Method) ? [route.Method, HttpMethods.Head] : [route.Method];
            yield return new RouteEndpoint(
                _ => Task.CompletedTask, route.Pattern, order: 0,
                new EndpointMetadataCollection(route, new HttpMethodMetadata(methods)), $"<{i}>");
            // Any method, after everything else: the path is known. Each of an order of its own, so never ambiguous.
            yield return new RouteEndpoint(
                _ => Task.CompletedTask, route.Pattern, order: int.MaxValue - i, EndpointMetadataCollection.Empty, "405");
        }
    }

    // ASP.NET Core has no opinion, and throws. Ours: a route that declares HEAD before a GET route, then the first registered.
    private Route Preferred(string method, string message)
    {
        // The message names every route that matches, worse ones too.
        var named = _routes.Where((_, i) => message.Contains($"<{i}>")).ToArray();
        var best = named.Min(route => route.Pattern.InboundPrecedence);
        var candidates = named.Where(route => route.Pattern.InboundPrecedence == best).ToArray();
        Assert.True(candidates.Length > 1, message);
        return candidates.FirstOrDefault(route => string.Equals(route.Method, method, StringComparison.OrdinalIgnoreCase))
            ?? candidates[0];
    }
}

/// <summary>What the oracle says: a route with its values, or a path known under other methods, or nothing.</summary>
/// <param name="Values">Null where ASP.NET Core finds the routes ambiguous.</param>
internal sealed record Verdict(Route? Route, bool PathKnown, RouteValueDictionary? Values);
