using Litestar.Generated;
using Litestar.Json;
using Litestar.Pipeline;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Route = Litestar.Routing.Route;

namespace Litestar.Descriptions;

/// <summary>Describes one route.</summary>
/// <param name="route">The route.</param>
/// <param name="handler">What the build knows of its handler.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="pipeline">ASP.NET Core's own middleware on demand; none where the host has its own.</param>
/// <param name="services">The app's container.</param>
/// <param name="json">How the app reads and writes JSON.</param>
internal sealed class RouteDescriber(Route route, HandlerDeclaration handler, IReadOnlyList<Layer> layers, AppPipeline? pipeline, IServiceProvider services, LitestarJson json)
{
    /// <param name="endpoint">What ASP.NET Core knows of it, the conventions of a host included.</param>
    /// <param name="name">The endpoint's name.</param>
    public RouteDescription Describe(Endpoint endpoint, string? name)
    {
        endpoint = HostCachePolicy.Known(endpoint);
        var described = handler.Describe?.Invoke() ?? new DescribedHandler(typeof(void));
        var reading = ImplicitlyRequiredAttribute.IsEnabledBy(RouteEndpoints.Metadata(handler, layers)) ? json.Strict : json.Declared;
        var parameters = new ParameterDescriber(route, layers, services, reading.Options, described.Types);
        var metadata = MetadataOf(endpoint, described);
        return new()
        {
            Method = route.Method,
            Path = $"/{route.Pattern.RawText?.TrimStart('/')}",
            Pattern = route.Pattern,
            AnswersHead = HttpMethods.IsGet(route.Method) && !route.HasOwnHead,
            Name = name,
            Handler = handler.Display,
            IsBlocking = described.IsBlocking,
            Status = route.Status,
            ReturnType = described.Returns,
            MayReturnNull = described.IsNullable,
            ContentType = described.ContentType,
            Parameters = parameters.Describe(described.Parameters),
            Steps = new StepDescriber(handler, described, layers, parameters, route.Status).Describe(
                HeadersOf(described),
                [.. pipeline is null ? [] : pipeline.OuterOf(endpoint.Metadata).Select(step => StepOf(step.Name, step.IsAskedBy, metadata)), .. BodySizeOf(metadata)],
                [.. pipeline is null ? AntiforgeryOf(metadata) : pipeline.InnerOf(endpoint.Metadata).Select(step => StepOf(step.Name, step.IsAskedBy, metadata))]),
            Metadata = metadata,
        };
    }

    // The endpoint holds them in the order of the layers; what a host has put between is its own.
    private List<MetadataDescription> MetadataOf(Endpoint endpoint, DescribedHandler described)
    {
        var declared = layers.SelectMany(layer => layer.EndpointMetadata.Select(item => new MetadataDescription(item, MetadataWords.Of(item), LayerDescription.Of(layer))))
            .Concat(handler.Metadata().Select((item, at) => new MetadataDescription(item, $"[{described.MetadataTexts.ElementAtOrDefault(at)}]", LayerDescription.Of(described.MetadataLayers.ElementAtOrDefault(at) ?? "", handler.Display))))
            .ToList();
        var found = new List<MetadataDescription>();
        foreach (var item in endpoint.Metadata.Where(item => item is not (Route or HttpMethodMetadata or EndpointNameMetadata or RouteNameMetadata or SuppressMatchingMetadata or IRouteDiagnosticsMetadata or NoSignInPage or HostAuthorization)))
        {
            var own = declared.FindIndex(one => ReferenceEquals(one.Value, item) || (one.Value is Attribute && one.Value.GetType() == item.GetType()));
            found.Add(own < 0 ? new(item, MetadataWords.Of(item), LayerDescription.Host) : declared[own] with { Value = item });
            declared.RemoveRange(0, own + 1);
        }

        return found;
    }

    private IEnumerable<StepDescription> HeadersOf(DescribedHandler described)
    {
        var merged = new Dictionary<string, StepDescription>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in layers)
        {
            foreach (var (name, value) in layer.ResponseHeaders)
            {
                merged[name] = Header(name, value, LayerDescription.Of(layer));
            }
        }

        for (var i = 0; i < Math.Min(handler.ResponseHeaders.Length, described.HeaderLayers.Length); i++)
        {
            var (name, value) = handler.ResponseHeaders[i];
            merged[name] = Header(name, value, LayerDescription.Of(described.HeaderLayers[i], handler.Display));
        }

        foreach (var (name, _) in route.Headers?.Items ?? [])
        {
            yield return merged[name];
        }
    }

    private static StepDescription Header(string name, string value, LayerDescription layer) => new() { Kind = StepKind.ResponseHeader, Name = $"{name}: {value}", Layer = layer };

    private IEnumerable<StepDescription> BodySizeOf(IReadOnlyList<MetadataDescription> metadata) =>
        pipeline is not null && metadata.Any(item => BodySize.IsAskedBy(item.Value)) ? [StepOf("body size", BodySize.IsAskedBy, metadata)] : [];

    private static IEnumerable<StepDescription> AntiforgeryOf(IReadOnlyList<MetadataDescription> metadata) =>
        AntiforgeryStep.IsAsked(metadata.Select(item => item.Value)) ? [StepOf("antiforgery", AntiforgeryStep.IsAsker, metadata)] : [];

    private static StepDescription StepOf(string name, Func<object, bool> isAskedBy, IReadOnlyList<MetadataDescription> metadata)
    {
        var asked = metadata.Where(item => isAskedBy(item.Value)).ToList();
        return new() { Kind = StepKind.AspNetCore, Name = name, Layer = asked.Count is 0 ? LayerDescription.App : asked[^1].Layer, Metadata = asked };
    }
}
