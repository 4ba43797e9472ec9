using Litestar.Generated;
using Litestar.Layers;
using Litestar.Pipeline;

namespace Litestar.Descriptions;

/// <summary>Orders the steps of one route as they run.</summary>
/// <param name="handler">The build's facts about its handler.</param>
/// <param name="described">The handler's own description.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="parameters">Describes the functions' parameters.</param>
/// <param name="status">The status of a successful response.</param>
internal sealed class StepDescriber(HandlerDeclaration handler, DescribedHandler described, IReadOnlyList<Layer> layers, ParameterDescriber parameters, int status)
{
    private readonly HashSet<object> _made = [];
    private readonly List<StepDescription> _steps = [];
    private readonly List<StepDescription> _commits = [];

    /// <param name="headers">The response headers.</param>
    /// <param name="parts">The parts of the pipeline.</param>
    /// <param name="stepsOf">Returns the steps of a part that is not of the layers.</param>
    /// <param name="filters">The endpoint filters around the handler.</param>
    public IReadOnlyList<StepDescription> Describe(IEnumerable<StepDescription> headers, PipelinePart[] parts, Func<PipelinePart, List<StepDescription>> stepsOf, IEnumerable<StepDescription> filters)
    {
        _steps.AddRange(headers);
        foreach (var part in parts)
        {
            if (part == PipelineOrder.Middleware)
            {
                Of(StepKind.Middleware, layer => layer.Middlewares.Select(step => step.Name), described.Middleware);
            }
            else if (part == PipelineOrder.Guards)
            {
                Of(StepKind.Guard, layer => layer.Guards.Select(step => step.Name), described.Guards);
            }
            else
            {
                _steps.AddRange(stepsOf(part));
            }
        }

        Nearest(StepKind.Before, layer => layer.BeforeStep?.Name, described.Before, ofLayers: true);
        LateProviders();
        Nearest(StepKind.Before, layer => null, described.Before);
        Prepare(described.Parameters.Concat(described.After.SelectMany(hook => hook.Parameters)), new(LayerKind.Function, handler.Display), described.AfterResponse.SelectMany(hook => hook.Parameters));
        _steps.AddRange(filters);
        _steps.Add(new() { Kind = StepKind.Handler, Name = handler.Display, Layer = new(LayerKind.Function, handler.Display), Parameters = parameters.Describe(described.Parameters), Type = described.Returns, Status = status });
        Nearest(StepKind.After, layer => layer.AfterStep?.Name, described.After);
        _steps.AddRange(Enumerable.Reverse(_commits));
        Nearest(StepKind.AfterResponse, layer => layer.AfterResponseStep?.Name, described.AfterResponse);
        Errors();
        return _steps;
    }

    private void Of(StepKind kind, Func<Layer, IEnumerable<string>> ofLayer, DescribedFunction[] own)
    {
        _steps.AddRange(layers.SelectMany(layer => ofLayer(layer).Select(name => new StepDescription { Kind = kind, Name = name, Layer = LayerDescription.Of(layer) })));
        foreach (var function in own)
        {
            Prepare(function.Parameters, LayerDescription.Of(function.Layer, handler.Display));
            _steps.Add(StepOf(kind, function));
        }
    }

    // Attributes are nearer than lists; a list's hook runs at the place of its providers.
    private void Nearest(StepKind kind, Func<Layer, string?> ofLayer, DescribedFunction[] own, bool ofLayers = false)
    {
        if (own.Length > 0)
        {
            if (!ofLayers)
            {
                Of(kind, static _ => [], own);
            }
        }
        else if (layers.LastOrDefault(layer => ofLayer(layer) is not null) is { } layer)
        {
            _steps.Add(new() { Kind = kind, Name = ofLayer(layer)!, Layer = LayerDescription.Of(layer) });
        }
    }

    // Asynchronous providers of lists run before any of the handler's own.
    private void LateProviders()
    {
        var asked = new[] { described.Before, described.Providers, described.After, described.AfterResponse, described.ErrorHandlers }.SelectMany(functions => functions).SelectMany(function => function.Parameters).Concat(described.Parameters);
        foreach (var provider in Leaves(asked).Select(parameters.ProviderOf).OfType<ProviderRegistration>().Where(provider => provider.Waits))
        {
            Make(provider);
        }
    }

    // In the order of generated code: first all values that can be rejected are read, then services are resolved, then providers run.
    private void Prepare(IEnumerable<DescribedParameter> asked, LayerDescription layer, IEnumerable<DescribedParameter>? alsoRead = null)
    {
        var leaves = Leaves(asked).ToList();
        var all = Expanded(leaves.Concat(Leaves(alsoRead ?? [])), [.. _made]).ToList();
        var (read, place) = (new List<DescribedParameter>(), _steps.Count);
        foreach (var leaf in all)
        {
            // A parameter that may be the body, and comes from a list, is resolved in its turn.
            if (leaf.Source is DescribedSource.ServiceOrBody && parameters.ProviderOf(leaf) is { Waits: false } ofLayer && !_made.Contains(ofLayer))
            {
                Bind(read, layer);
                Make(ofLayer);
            }
            else if (parameters.IsRead(leaf))
            {
                read.Add(leaf);
            }
        }

        var (pending, at) = (read.ToList(), _steps.Count);
        foreach (var provider in Expanded(leaves, [.. _made]).Select(parameters.ProviderOf).OfType<ProviderRegistration>())
        {
            Make(provider);
        }

        Provide(leaves);
        if (_steps.Count > place && Leaves(asked).Any(parameters.IsRead))
        {
            Bind(pending, layer, at);
        }
    }

    private void Bind(List<DescribedParameter> read, LayerDescription layer, int at = -1)
    {
        if (read.Count > 0)
        {
            var described = parameters.Describe(read);
            _steps.Insert(at < 0 ? _steps.Count : at, new()
            {
                Kind = StepKind.Bind,
                Name = string.Join(", ", described.Select(parameter => parameter.Source is ParameterSource.Body ? $"{parameter.CSharpName} (the body)" : parameter.CSharpName)),
                Layer = layer,
                Parameters = described,
            });
            read.Clear();
        }
    }

    // Returns each parameter after those of the providers that it needs.
    private IEnumerable<DescribedParameter> Expanded(IEnumerable<DescribedParameter> leaves, HashSet<object> seen) => leaves.SelectMany(leaf =>
        OwnProviderOf(leaf) is { } own && seen.Add(own) ? (DescribedParameter[])[.. Expanded(Leaves(own.Parameters), seen), leaf] : [leaf]);

    private DescribedFunction? OwnProviderOf(DescribedParameter leaf) =>
        leaf.Provider is not { } name ? null : leaf.ProviderAt < 0 ? described.Providers.First(provider => provider.Name == name) : described.Providers[leaf.ProviderAt];

    private void Provide(IEnumerable<DescribedParameter> leaves)
    {
        foreach (var leaf in leaves)
        {
            if (OwnProviderOf(leaf) is { } own && _made.Add(own))
            {
                Provide(Leaves(own.Parameters));
                var step = StepOf(StepKind.Provider, own);
                _steps.Add(step);
                Commit(step, own.Completes);
            }
        }
    }

    private void Make(ProviderRegistration provider)
    {
        if (_made.Add(provider))
        {
            var layer = layers.First(layer => layer.Providers.Contains(provider));
            var step = new StepDescription { Kind = StepKind.Provider, Name = provider.Name, Layer = LayerDescription.Of(layer), Type = provider.Type };
            _steps.Add(step);
            Commit(step, provider.Completes);
        }
    }

    private void Commit(StepDescription provider, bool completes)
    {
        if (completes)
        {
            _commits.Add(provider with { Kind = StepKind.Commit, Parameters = [] });
        }
    }

    // The nearest layer comes first, and within one layer the most derived type.
    private void Errors()
    {
        Of(StepKind.ErrorHandler, static _ => [], described.ErrorHandlers);
        _steps.AddRange(layers.Reverse().SelectMany(layer => layer.Errors.OrderByDescending(step => step.Depth).Select(step => new StepDescription
        {
            Kind = StepKind.ErrorHandler,
            Name = step.Name,
            Layer = LayerDescription.Of(layer),
            Type = step.Type,
        })));
    }

    private StepDescription StepOf(StepKind kind, DescribedFunction function) => new()
    {
        Kind = kind,
        Name = function.Name,
        Layer = LayerDescription.Of(function.Layer, handler.Display),
        Parameters = parameters.Describe(function.Parameters),
        Type = function.Type,
        Status = function.Status is 0 ? null : function.Status,
    };

    private static IEnumerable<DescribedParameter> Leaves(IEnumerable<DescribedParameter> some) =>
        some.SelectMany(parameter => parameter.Source is DescribedSource.Group ? Leaves(parameter.Members) : [parameter]);
}
