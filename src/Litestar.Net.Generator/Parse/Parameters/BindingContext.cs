using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Routes;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>The function whose parameters are parsed, and the state that its parameters share.</summary>
internal sealed class BindingContext
{
    private readonly IReadOnlyList<RouteModel> _routes;
    private readonly IReadOnlyList<IReadOnlyList<TemplateParameter>> _templates;
    private readonly LayerFunction? _layerFunction;
    private readonly HashSet<string> _names;
    private readonly List<(BindingTarget Asked, bool IsForm)> _bodies = [];
    private readonly string? _bodiless;
    private readonly string _handler;

    public BindingContext(IMethodSymbol method, Compilation compilation, string function, IReadOnlyList<RouteModel> routes, ParseDiagnostics diagnostics, bool hasLayers = true)
    {
        HasLayers = hasLayers;
        _routes = routes;
        _templates = [.. routes.Select(route => RouteTemplate.Parse(route.Path, out _))];
        _names = [.. method.Parameters.Select(parameter => parameter.Name)];
        _bodiless = routes.FirstOrDefault(route => !VerbAttributes.TakesBody(route.Method))?.Method;
        _handler = function;
        Function = function;
        Diagnostics = diagnostics;
        Forms = new();
        Rules = new(diagnostics, RulelessTypeCache.Of(compilation));
        Providers = new(method, compilation, this);
    }

    private BindingContext(BindingContext handler, LayerFunction function)
    {
        _routes = handler._routes;
        _templates = handler._templates;
        _layerFunction = function;
        _names = handler._names;
        _handler = handler._handler;
        Function = function.Display;
        Diagnostics = handler.Diagnostics;
        Forms = handler.Forms;
        Rules = handler.Rules;
        Providers = handler.Providers;
    }

    /// <summary>False for a function in code: the attributes around it are those of other functions.</summary>
    public bool HasLayers { get; }

    /// <summary>The function's display name.</summary>
    public string Function { get; }

    public ParseDiagnostics Diagnostics { get; }

    /// <summary>The types that are read from the form member by member.</summary>
    public FormObjectTypes Forms { get; }

    /// <summary>The types with rules among the parsed types.</summary>
    public RulesGraph Rules { get; }

    /// <summary>The providers on the layers around it.</summary>
    public ProviderLookup Providers { get; }

    /// <summary>
    /// Returns the context for a function that a layer of the handler names: it has the same routes, and cannot read
    /// the body.
    /// </summary>
    public BindingContext Within(LayerFunction function) => new(this, function);

    /// <summary>The groups whose members are being parsed, the innermost on top.</summary>
    public Stack<ITypeSymbol> Groups { get; } = new();

    /// <summary>True for a function that a layer of the handler names.</summary>
    public bool IsOfLayer => _layerFunction is not null;

    public bool HasForm => _bodies.Exists(body => body.IsForm);

    public bool TakesBody => _layerFunction is null && _routes.Any(route => VerbAttributes.TakesBody(route.Method));

    public bool IsInEveryTemplate(string name) => _templates.All(template => template.Any(parameter => parameter.Bears(name)));

    /// <summary>Returns the routes whose templates have a parameter, with that parameter.</summary>
    public IEnumerable<(RouteModel Route, TemplateParameter Parameter)> TemplatesWith(string name) =>
        _routes.Zip(_templates, (route, template) => (route, template)).SelectMany(both => both.template.Where(parameter => parameter.Bears(name)).Select(parameter => (both.route, parameter)));

    /// <summary>Returns a unique name for the local variable of a group's member.</summary>
    public string NameOf(BindingTarget group, ConstructionMember member) => NameOf($"{group.Name}_{member.Name}");

    /// <summary>Returns a unique name for a local variable of the handler.</summary>
    public string NameOf(string name)
    {
        while (!_names.Add(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Marks a value as read from the body. Only one may be, except for values of a form.</summary>
    public void ClaimBody(BindingTarget asked, bool isForm = false)
    {
        if (_layerFunction is not null)
        {
            Diagnostics.Add(Descriptors.LayerReadsBody, asked.Location, asked.Display, Function, _layerFunction.Kind, _layerFunction.LayerDisplay);
            return;
        }

        // DELETE may have a body if an attribute requests it, as in ASP.NET Core.
        if (_bodiless is { } bodiless && bodiless.ToUpperInvariant() is not "DELETE")
        {
            Diagnostics.Add(Descriptors.BodyWithoutVerb, asked.Location, CluesOf(asked), asked.Display, Function, bodiless);
        }

        if (_bodies.Find(body => !(body.IsForm && isForm)) is ({ } other, var otherIsForm))
        {
            var descriptor = isForm == otherIsForm ? Descriptors.TwoBodies : Descriptors.FormAndBody;
            Diagnostics.Add(descriptor, asked.Location, CluesOf(asked, other), isForm ? asked.Display : other.Display, isForm ? other.Display : asked.Display, Function);
        }

        _bodies.Add((asked, isForm));
    }

    /// <summary>
    /// Reports a parameter of a layer's function that no other rule matches: it can only be a service, and structs and
    /// arrays are never services.
    /// </summary>
    public void CheckSatisfied(BindingTarget asked)
    {
        if (_layerFunction is not null && asked.Type is { IsValueType: true } or IArrayTypeSymbol)
        {
            Diagnostics.Add(Descriptors.UnboundLayerParameter, asked.Location, asked.Display, Function, _layerFunction.Kind, _layerFunction.LayerDisplay, SymbolNames.ShortOf(asked.Type), _handler);
        }
    }

    private static DiagnosticProperties CluesOf(BindingTarget asked, BindingTarget? other = null) => new()
    {
        [DiagnosticPropertyNames.IsText] = TextFormats.ReaderOf(TextFormats.ListOf(asked.Type)?.Element ?? asked.Type) is null ? null : "",
        Places = other?.Location is { } place ? [place] : [],
    };
}
