using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Litestar.Routing;

/// <summary>The endpoints of an app's own routes, for those who ask for all of them: links by name, descriptions for OpenAPI, ordinary endpoints beside them.</summary>
/// <param name="model">The app's routes.</param>
internal sealed class AppEndpointDataSource(AppRoutes model) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => field ??= [.. model.Routes.Select(static route => route.Endpoint)];

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
}
