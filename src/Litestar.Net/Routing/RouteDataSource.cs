using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Litestar.Routing;

/// <summary>The routes as endpoints for ASP.NET Core's own router, with an answer for every other method at their paths.</summary>
/// <param name="model">The routes.</param>
internal sealed class RouteDataSource(RouteModel model) : EndpointDataSource, IEndpointConventionBuilder
{
    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finally = [];
    private IReadOnlyList<Endpoint>? _endpoints;

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints ??= Build(null);

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) => Build(context);

    public void Add(Action<EndpointBuilder> convention) => _conventions.Add(convention);

    public void Finally(Action<EndpointBuilder> finalConvention) => _finally.Add(finalConvention);

    private List<Endpoint> Build(RouteGroupContext? group)
    {
        var table = group is null ? model.Table : model.TableBelow(group.Prefix);
        var answered = model.Routes.Select(route => Finish(route.Describe(answersHead: !HasOwnHead(route)), group));
        var refused = model.Routes.DistinctBy(route => route.Pattern.RawText, StringComparer.OrdinalIgnoreCase).Select(route => Finish(Others(route, table), group));
        return [.. answered, .. refused];
    }

    private bool HasOwnHead(Route route) => model.Routes.Any(other =>
        HttpMethods.IsHead(other.Method) && string.Equals(other.Pattern.RawText, route.Pattern.RawText, StringComparison.OrdinalIgnoreCase));

    // Behind every endpoint of a method at this path, the host's own included.
    private RouteEndpointBuilder Others(Route route, RouteTable table) =>
        new(context => model.Refuse(context, table.Match(context.Request.Method, context.Request.Path.Value ?? "", context).Allow), route.Pattern, order: int.MaxValue)
        {
            DisplayName = $"other methods at {route.Pattern.RawText}",
            Metadata = { new ExcludeFromDescriptionAttribute() },
        };

    private Endpoint Finish(RouteEndpointBuilder builder, RouteGroupContext? group)
    {
        if (group is not null)
        {
            builder.RoutePattern = RoutePatternFactory.Combine(group.Prefix, builder.RoutePattern);
        }

        foreach (var convention in (group?.Conventions ?? []).Concat(_conventions).Concat(_finally).Concat(group?.FinallyConventions ?? []))
        {
            convention(builder);
        }

        return builder.Build();
    }
}
