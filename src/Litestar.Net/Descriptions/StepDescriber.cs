using Litestar.Dependencies;
using Litestar.Generated;

namespace Litestar.Descriptions;

/// <summary>Puts the steps of one route into the order in which they run.</summary>
/// <param name="handler">What the build knows of its handler.</param>
/// <param name="described">What that says of itself.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="parameters">Describes what the functions take.</param>
/// <param name="status">The status of a successful answer.</param>
internal sealed class StepDescriber(HandlerDeclaration handler, DescribedHandler described, IReadOnlyList<Layer> layers, ParameterDescriber parameters, int status)
{
    private readonly HashSet<object> _made = [];
    private readonly List<StepDescription> _steps = [];
    private readonly List<StepDescription> _commits = [];

    /// <param name="headers">The headers that are set.</param>
    /// <param name="outer">ASP.NET Core's middleware before the guards.</param>
    /// <param name="inner">ASP.NET Core's middleware behind them.</param>
    public IReadOnlyList<StepDescription> Describe(IEnumerable<StepDescription> headers, IEnumerable<StepDescription> outer, IEnumerable<StepDescription> inner)
    {
        _steps.AddRange(headers);
        _steps.AddRange(outer);
        Of(StepKind.Middleware, layer => layer.Middlewares.Select(step => step.Name), described.Middleware);
        Of(StepKind.Guard, layer => layer.Guards.Select(step => step.Name), described.Guards);
        _steps.AddRange(inner);
        Nearest(StepKind.Before, layer => layer.BeforeStep?.Name, described.Before, ofLayers: true);
        LateProviders();
        Nearest(StepKind.Before, layer => null, described.Before);
        Provide(described.Parameters.Concat(described.After.SelectMany(hook => hook.Parameters)));
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
            Provide(function.Parameters);
            _steps.Add(StepOf(kind, function));
        }
    }

    // Attributes lie nearer than lists, and the hook of a list stands where its providers do.
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

    // Providers of lists that take their time are run before anything of the handler's own.
    private void LateProviders()
    {
        var asked = new[] { described.Before, described.Providers, described.After, described.AfterResponse, described.ErrorHandlers }.SelectMany(functions => functions).SelectMany(function => function.Parameters).Concat(described.Parameters);
        foreach (var provider in Leaves(asked).Select(parameters.ProviderOf).OfType<LayerProvider>().Where(provider => provider.Waits))
        {
            Make(provider);
        }
    }

    private void Provide(IEnumerable<DescribedParameter> asked)
    {
        foreach (var leaf in Leaves(asked))
        {
            if (parameters.ProviderOf(leaf) is { } ofLayer)
            {
                Make(ofLayer);
            }
            else if (leaf.Provider is { } name && (leaf.ProviderAt < 0 ? described.Providers.First(provider => provider.Name == name) : described.Providers[leaf.ProviderAt]) is var own && _made.Add(own))
            {
                Provide(own.Parameters);
                var step = StepOf(StepKind.Provider, own);
                _steps.Add(step);
                Commit(step, own.Completes);
            }
        }
    }

    private void Make(LayerProvider provider)
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

    // The nearest layer is asked first, and within one the most derived type.
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
