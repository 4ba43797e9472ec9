using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Litestar.Routing;

/// <summary>
/// The endpoints of an app's own routes, for code that lists all endpoints: links by name, OpenAPI descriptions,
/// ordinary endpoints.
/// </summary>
/// <param name="model">The app's routes.</param>
internal sealed class AppEndpointDataSource(AppRoutes model) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => field ??= [.. model.Routes.Select(static route => route.Endpoint)];

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
}
