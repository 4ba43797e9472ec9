using Microsoft.AspNetCore.Http;

namespace Litestar;

/// <summary>The route that an <see cref="IRouteStep"/> is created for.</summary>
public sealed class RouteStepContext
{
    private readonly string _step;

    internal RouteStepContext(string route, Type step, EndpointMetadataCollection metadata, IServiceProvider services, bool isOfHost)
    {
        const string Suffix = nameof(Attribute);
        var name = step.Name;
        _step = name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        (Route, Metadata, Services, IsOfHost) = (route, metadata, services, isOfHost);
    }

    /// <summary>The route and its handler for messages: <c>'GET /report' (Report)</c>.</summary>
    public string Route { get; }

    /// <summary>The metadata of the endpoint, the nearest layer last, with that of a host's conventions.</summary>
    public EndpointMetadataCollection Metadata { get; }

    /// <summary>The app's container. Scoped services belong to a request: take them from its <see cref="HttpContext.RequestServices"/>.</summary>
    public IServiceProvider Services { get; }

    // The middleware before the endpoint is the host's own.
    internal bool IsOfHost { get; }

    /// <summary>Returns a service of the app that the step cannot work without.</summary>
    /// <typeparam name="T">The service, which is not scoped.</typeparam>
    /// <param name="remedy">The call that adds it: <c>builder.Services.AddAudit()</c>.</param>
    /// <exception cref="InvalidOperationException">The service was not added. The message names the route, the step and the remedy.</exception>
    public T Required<T>(string remedy) where T : class => Services.GetService(typeof(T)) as T ?? throw Missing(Route, _step, remedy);

    internal static InvalidOperationException Missing(string route, string attribute, string remedy, Exception? cause = null) =>
        new($"{route} has [{attribute}], but its services were not added. Call {remedy}.", cause);
}
