using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Layers;

/// <summary>
/// Finds the providers on the layers of a handler on demand: the nearest with the parameter's name, else the nearest
/// without a name.
/// </summary>
internal sealed class ProviderLookup
{
    private readonly BindingContext _place;
    private readonly List<AvailableProvider> _offered = [];
    private readonly Dictionary<AvailableProvider, FunctionModel> _read = [];
    private readonly Stack<AvailableProvider> _asking = new();
    private readonly IReadOnlyList<ISymbol> _layers;

    public ProviderLookup(IMethodSymbol handler, Compilation compilation, BindingContext place)
    {
        _place = place;
        _layers = place.HasLayers ? LayerAttributes.Of(handler) : [];
        if (!place.HasLayers)
        {
            return;
        }

        foreach (var function in LayerFunction.Of("Provide", handler, compilation, place.Diagnostics))
        {
            Take(function);
        }
    }

    /// <summary>The used providers, each after those that it uses itself.</summary>
    public List<FunctionModel> Functions { get; } = [];

    /// <summary>Every provider that a layer of the handler names, with its type.</summary>
    public IEnumerable<(LayerFunction Function, ITypeSymbol Type)> Offered => _offered.Select(offer => (offer.Function, offer.Type));

    /// <summary>Returns the type that a provider returns, in its task or its yield; null if it returns nothing.</summary>
    public static ITypeSymbol? ProvidedType(IMethodSymbol provider) => ResultParser.Unwrap(provider.ReturnType).Type is { } returned ? YieldedType(returned) ?? returned : null;

    /// <summary>Returns true if a parameter of the handler or of its layers uses a function's value.</summary>
    public bool IsUsed(LayerFunction function) => _place.Diagnostics.UsedProviders.Contains(function);

    /// <summary>The first of them that disposes its value directly after committing.</summary>
    public string? EndedEarly { get; private set; }

    /// <summary>Returns the provider of a value; null if no layer has one.</summary>
    /// <param name="asked">The value.</param>
    /// <param name="asker">The function that needs it.</param>
    public FunctionModel? Of(BindingTarget asked, string asker)
    {
        if (Nearest(asked) is not { } offer)
        {
            return null;
        }

        if (offer.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } && asked.Type.NullableAnnotation is NullableAnnotation.NotAnnotated)
        {
            _place.Diagnostics.Add(Descriptors.NullFromProvider, asked.Location, offer.Function.Display, $"{SymbolNames.ShortOf(Bare(offer.Type))}?", asked.Display, asker);
        }

        return _read.TryGetValue(offer, out var read) ? read : Read(offer);
    }

    private AvailableProvider? Nearest(BindingTarget asked)
    {
        var nearest = Nearest(asked, _offered);
        return nearest is not null && IsWrapped(nearest) ? Nearest(asked, _offered.Where(offer => !_asking.Contains(offer) && LayerOf(offer) <= LayerOf(_asking.Peek()))) : nearest;
    }

    private static AvailableProvider? Nearest(BindingTarget asked, IEnumerable<AvailableProvider> offered)
    {
        var isText = IsText(asked.Type);
        var fitting = offered.Where(offer => Fits(offer.Type, asked.Type) && IsNamed(asked, offer.Function, isText)).ToList();
        return fitting.FindLast(offer => offer.Function.Name is not null) ?? fitting.LastOrDefault();
    }

    // A provider that takes its own type wraps the value of an outer one, or the container's. Several wrap each other in the same way.
    private bool IsWrapped(AvailableProvider nearest) => _asking.Contains(nearest)
        && _asking.TakeWhile(asker => asker != nearest).All(asker => ProvidedTypes.IsAlike(asker.Type, nearest.Type) && KeyOf(asker.Function, asker.Type) == KeyOf(nearest.Function, nearest.Type));

    private int LayerOf(AvailableProvider offer) => _layers.TakeWhile(layer => !SymbolEqualityComparer.Default.Equals(layer, offer.Function.Layer)).Count();

    private FunctionModel? Read(AvailableProvider offer)
    {
        var (function, type, outcome) = (offer.Function, offer.Type, offer.Outcome);
        if (_asking.Contains(offer))
        {
            var circle = _asking.Reverse().SkipWhile(other => other != offer).Select(other => other.Function.Display).Append(function.Display);
            _place.Diagnostics.Add(Descriptors.ProvidersInCircle, function.Location, string.Join("' needs '", circle));
            return null;
        }

        _asking.Push(offer);
        var cleansUp = outcome is FunctionOutcome.Yield && YieldSyntax.CleansUp(function.Method);
        var disposes = function.Said("Disposes") is not false;
        var model = FunctionParser.Parse(function, _place, outcome) with
        {
            Type = SymbolNames.Of(type),
            Clr = SymbolNames.OfValue(type),
            Name = function.Name,
            IsOwned = disposes && MayBeDisposable(type) && !cleansUp,
            EndsAtYield = outcome is FunctionOutcome.Yield && YieldSyntax.IsLast(function.Method),
        };
        _asking.Pop();
        _read[offer] = model;
        _place.Diagnostics.UsedProviders.Add(function);
        Functions.Add(model);
        EndedEarly ??= cleansUp && model.Commits ? model.Display : null;
        return model;
    }

    private void Take(LayerFunction function)
    {
        var (returned, _) = ResultParser.Unwrap(function.Method.ReturnType);
        if (returned is null)
        {
            _place.Diagnostics.Add(Descriptors.WrongSignature, function.Location, function.Kind, function.LayerDisplay, function.Display, $"{SymbolNames.ShortOf(function.Method.ReturnType)} (…)", "A provider returns the value, a task of it, or IAsyncEnumerable of it with one yield.");
            return;
        }

        if (returned.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T && YieldSyntax.Yields(function.Method))
        {
            _place.Diagnostics.Add(Descriptors.WrongSignature, function.Location, function.Kind, function.LayerDisplay, function.Display, $"{SymbolNames.ShortOf(returned)} (…) with a yield", "A provider that yields its value returns IAsyncEnumerable of it; one whose value is a sequence returns a list.");
            return;
        }

        var yielded = YieldedType(returned);
        var type = yielded ?? returned;
        var twin = _offered.Find(other => SymbolEqualityComparer.Default.Equals(other.Function.Layer, function.Layer)
            && SymbolEqualityComparer.Default.Equals(Bare(other.Type), Bare(type))
            && KeyOf(other.Function, type) == KeyOf(function, type));
        if (twin is not null)
        {
            _place.Diagnostics.Add(Descriptors.TwoProviders, function.Location, twin.Function.Display, function.Display, SymbolNames.ShortOf(type), function.LayerDisplay);
        }

        if (ParameterParser.IsFromFramework(type))
        {
            _place.Diagnostics.Add(Descriptors.UnusedProvider, function.Location, function.Display, function.LayerDisplay, SymbolNames.ShortOf(type));
        }

        _offered.Add(new(function, type, yielded is null ? FunctionOutcome.Value : FunctionOutcome.Yield));
    }

    private static ITypeSymbol? YieldedType(ITypeSymbol returned) =>
        returned is INamedTypeSymbol { Name: "IAsyncEnumerable", TypeArguments.Length: 1 } sequence && SymbolNames.IsIn(sequence, "System.Collections.Generic") ? sequence.TypeArguments[0] : null;

    // A struct that is always present binds a nullable parameter, as a reference does.
    public static bool Fits(ITypeSymbol offered, ITypeSymbol asked) =>
        SymbolEqualityComparer.Default.Equals(Bare(offered), Bare(asked)) || (ValueRulesParser.IsNullable(asked) && SymbolEqualityComparer.Default.Equals(offered, ValueRulesParser.Bare(asked)));

    // A sealed type is certain; for another one only the value is.
    private static bool MayBeDisposable(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface } or { TypeKind: TypeKind.Class, IsSealed: false }
        || type.AllInterfaces.Any(face => face.ToDisplayString() is "System.IDisposable" or "System.IAsyncDisposable");

    private static ITypeSymbol Bare(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary>Returns true if a type is read from text, alone or as a list.</summary>
    public static bool IsText(ITypeSymbol type) => TextFormats.ReaderOf(type) is not null || (TextFormats.ListOf(type) is { } list && TextFormats.ReaderOf(list.Element) is not null);

    /// <summary>
    /// Returns true if a provider binds a parameter with that name. Its own name decides, or for a type that is read
    /// from text the function's.
    /// </summary>
    public static bool IsNamed(BindingTarget asked, LayerFunction function, bool isText) =>
        function.Name is { } name ? name.Equals(asked.WireName, StringComparison.OrdinalIgnoreCase) : !isText || Bears(asked, function);

    // Greeting binds greeting, and so does GreetingAsync.
    private static bool Bears(BindingTarget asked, LayerFunction function) =>
        asked.WireName.Equals(function.Method.Name, StringComparison.OrdinalIgnoreCase) || asked.WireName.Equals(NameOf(function), StringComparison.OrdinalIgnoreCase);

    // The key that separates providers of one type on one layer.
    private static string? KeyOf(LayerFunction function, ITypeSymbol type) => function.Name?.ToUpperInvariant() ?? (IsText(type) ? NameOf(function) : null);

    private static string NameOf(LayerFunction function)
    {
        var name = function.Method.Name;
        return (name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name).ToUpperInvariant();
    }

    /// <summary>A provider on a layer of the handler.</summary>
    private sealed class AvailableProvider(LayerFunction function, ITypeSymbol type, FunctionOutcome outcome)
    {
        public LayerFunction Function => function;

        public ITypeSymbol Type => type;

        public FunctionOutcome Outcome => outcome;
    }
}
