using Litestar.Generated;
using Litestar.Json;
using Litestar.Pipeline;
using Litestar.RequestBodies;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Route = Litestar.Routing.Route;

namespace Litestar.Descriptions;

/// <summary>Describes one route.</summary>
/// <param name="route">The route.</param>
/// <param name="handler">The build's facts about its handler.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="pipeline">ASP.NET Core's own middleware on demand; null if the host has its own.</param>
/// <param name="host">The middleware of the host; null if the app has its own.</param>
/// <param name="services">The app's container.</param>
/// <param name="json">The options for reading and writing JSON.</param>
internal sealed class RouteDescriber(Route route, HandlerDeclaration handler, IReadOnlyList<Layer> layers, AppPipeline? pipeline, HostPipeline? host, IServiceProvider services, LitestarJson json)
{
    /// <param name="endpoint">ASP.NET Core's endpoint, with the conventions of a host.</param>
    /// <param name="name">The endpoint's name.</param>
    public RouteDescription Describe(Endpoint endpoint, string? name)
    {
        endpoint = HostCachePolicy.Known(endpoint);
        var described = handler.Describe?.Invoke() ?? new DescribedHandler(typeof(void));
        var reading = ImplicitlyRequiredAttribute.IsEnabledBy(route.Source!.Metadata) ? json.Strict : json.Declared;
        var parameters = new ParameterDescriber(route, layers, services, reading.Options, described.Types);
        var metadata = MetadataOf(endpoint, described);
        var description = new RouteDescription
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
                host?.Parts ?? PipelineOrder.All.ToArray(),
                part => StepsOf(part, endpoint.Metadata, metadata),
                FiltersOf()),
            Metadata = metadata,
        };
        RouteFact[] facts = [.. metadata.SelectMany(item => item.Value is IRouteFacts known ? known.FactsOf(description).Select(fact => fact.Of(item.Layer)) : [])];
        return facts.Length > 0 ? description with { Facts = facts } : description;
    }

    // The endpoint holds the objects of the layers among those of a host, which may be of the same class.
    private List<MetadataDescription> MetadataOf(Endpoint endpoint, DescribedHandler described)
    {
        var ofLists = layers.SelectMany(layer => layer.EndpointMetadata.Select(item => new MetadataDescription(item, MetadataFormatter.Of(item), LayerDescription.Of(layer)))).ToList();
        var declared = ofLists
            .Concat(route.Source!.Metadata.Skip(ofLists.Count).Select((item, at) => new MetadataDescription(item, $"[{described.MetadataTexts.ElementAtOrDefault(at)}]", LayerDescription.Of(described.MetadataLayers.ElementAtOrDefault(at) ?? "", handler.Display))))
            .ToList();
        var merged = declared.Where(one => !endpoint.Metadata.Contains(one.Value, ReferenceEqualityComparer.Instance)).ToList();
        var found = new List<MetadataDescription>();
        foreach (var item in endpoint.Metadata.Where(item => item is not (Route or HttpMethodMetadata or EndpointNameMetadata or RouteNameMetadata or SuppressMatchingMetadata or IRouteDiagnosticsMetadata or CookieRedirectSuppression or HostAuthorization)))
        {
            // Tags of several layers are merged into one object.
            found.Add(declared.Find(one => ReferenceEquals(one.Value, item))
                ?? new(item, MetadataFormatter.Of(item), merged.FindLast(one => one.Value.GetType() == item.GetType())?.Layer ?? LayerDescription.Host));
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

    private List<StepDescription> StepsOf(PipelinePart part, EndpointMetadataCollection asked, IReadOnlyList<MetadataDescription> metadata)
    {
        var steps = new List<StepDescription>();
        if (part == PipelineOrder.BodySize)
        {
            if (metadata.Any(item => BodySize.AppliesTo(item.Value)))
            {
                steps.Add(StepOf(part.Name, BodySize.AppliesTo, metadata));
            }
        }
        else if (part.RouteSteps is { } place)
        {
            foreach (var step in route.Source!.Steps?.At(place) ?? [])
            {
                steps.Add(StepOf(step.Name, item => item.GetType() == step.GetType(), metadata, StepKind.RouteStep));
            }
        }
        else if ((pipeline?.StepOf(part, asked) ?? host?.StepOf(part, asked)) is { } step)
        {
            steps.Add(StepOf(part.Name, step.AppliesTo, metadata));
        }

        return steps;
    }

    // Enumerable.Repeat makes a native app 70 KB larger: it fills spans of every type that any list holds.
    private IEnumerable<StepDescription> FiltersOf()
    {
        var count = route.Source?.Code.Filters is HandlerFilters filters ? filters.Count : 0;
        for (var i = 0; i < count; i++)
        {
            yield return new() { Kind = StepKind.AspNetCore, Name = "endpoint filter", Layer = LayerDescription.Host };
        }
    }

    private StepDescription StepOf(string name, Func<object, bool> isAskedBy, IReadOnlyList<MetadataDescription> metadata, StepKind kind = StepKind.AspNetCore)
    {
        var asked = metadata.Where(item => isAskedBy(item.Value)).ToList();
        return new() { Kind = kind, Name = name, Layer = asked.Count > 0 ? asked[^1].Layer : pipeline is null ? LayerDescription.Host : LayerDescription.App, Metadata = asked };
    }
}
