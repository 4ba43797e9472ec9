using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The providers on the layers of a handler, read where something asks for them: the nearest of the parameter's name, else the nearest without a name.</summary>
internal sealed class Providers
{
    private readonly ParameterPlace _place;
    private readonly List<Offer> _offered = [];
    private readonly Dictionary<Offer, FunctionModel> _read = [];
    private readonly Stack<Offer> _asking = new();
    private readonly IReadOnlyList<ISymbol> _layers;

    public Providers(IMethodSymbol handler, Compilation compilation, ParameterPlace place)
    {
        _place = place;
        _layers = place.HasLayers ? Layers.Of(handler) : [];
        if (!place.HasLayers)
        {
            return;
        }

        foreach (var function in LayerFunction.Of("Provide", handler, compilation, place.Problems))
        {
            Take(function);
        }
    }

    /// <summary>Those that were asked for, each behind those that it asks for itself.</summary>
    public List<FunctionModel> Found { get; } = [];

    /// <summary>Every function that a layer of the handler names, with the type it makes.</summary>
    public IEnumerable<(LayerFunction Function, ITypeSymbol Type)> Offered => _offered.Select(offer => (offer.Function, offer.Type));

    /// <summary>Returns the type that a provider makes, behind its task or its yield; null where it makes nothing.</summary>
    public static ITypeSymbol? MadeBy(IMethodSymbol provider) => ResultParser.Unwrap(provider.ReturnType).Type is { } returned ? YieldedBy(returned) ?? returned : null;

    /// <summary>Returns whether anything on the way of the handler asks for what a function makes.</summary>
    public bool AreAsked(LayerFunction function) => _place.Problems.AskedProviders.Contains(function);

    /// <summary>The first of them that disposes its value as soon as it has committed.</summary>
    public string? EndedEarly { get; private set; }

    /// <summary>The provider of what is asked for; none where no layer has one.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="asker">Who asks.</param>
    public FunctionModel? Of(Asked asked, string asker)
    {
        if (Nearest(asked) is not { } offer)
        {
            return null;
        }

        if (offer.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } && asked.Type.NullableAnnotation is NullableAnnotation.NotAnnotated)
        {
            _place.Problems.Add(Descriptors.NullProvided, asked.Location, offer.Function.Display, $"{Names.ShortOf(Bare(offer.Type))}?", asked.Display, asker);
        }

        return _read.TryGetValue(offer, out var read) ? read : Read(offer);
    }

    private Offer? Nearest(Asked asked)
    {
        var nearest = Nearest(asked, _offered);
        return nearest is not null && IsWrapped(nearest) ? Nearest(asked, _offered.Where(offer => !_asking.Contains(offer) && LayerOf(offer) <= LayerOf(_asking.Peek()))) : nearest;
    }

    private static Offer? Nearest(Asked asked, IEnumerable<Offer> offered)
    {
        var isText = IsText(asked.Type);
        var fitting = offered.Where(offer => Fits(offer.Type, asked.Type) && IsNamed(asked, offer.Function, isText)).ToList();
        return fitting.FindLast(offer => offer.Function.Name is not null) ?? fitting.LastOrDefault();
    }

    // A provider that takes what it makes itself wraps the value of an outer one, or the container's. So do several, each around the next.
    private bool IsWrapped(Offer nearest) => _asking.Contains(nearest)
        && _asking.TakeWhile(asker => asker != nearest).All(asker => ProvidedTypes.IsAlike(asker.Type, nearest.Type) && KeyOf(asker.Function, asker.Type) == KeyOf(nearest.Function, nearest.Type));

    private int LayerOf(Offer offer) => _layers.TakeWhile(layer => !SymbolEqualityComparer.Default.Equals(layer, offer.Function.Layer)).Count();

    private FunctionModel? Read(Offer offer)
    {
        var (function, type, outcome) = (offer.Function, offer.Type, offer.Outcome);
        if (_asking.Contains(offer))
        {
            var circle = _asking.Reverse().SkipWhile(other => other != offer).Select(other => other.Function.Display).Append(function.Display);
            _place.Problems.Add(Descriptors.ProvidersInCircle, function.Location, string.Join("' asks for '", circle));
            return null;
        }

        _asking.Push(offer);
        var cleansUp = outcome is Outcome.Yield && YieldSyntax.CleansUp(function.Method);
        var disposes = function.Said("Disposes") is not false;
        var model = FunctionParser.Parse(function, _place, outcome) with
        {
            Type = Names.Of(type),
            Clr = Names.OfValue(type),
            Name = function.Name,
            IsOwned = disposes && MayBeDisposable(type) && !cleansUp,
            EndsAtYield = outcome is Outcome.Yield && YieldSyntax.IsLast(function.Method),
        };
        _asking.Pop();
        _read[offer] = model;
        _place.Problems.AskedProviders.Add(function);
        Found.Add(model);
        EndedEarly ??= cleansUp && model.Commits ? model.Display : null;
        return model;
    }

    private void Take(LayerFunction function)
    {
        var (returned, _) = ResultParser.Unwrap(function.Method.ReturnType);
        if (returned is null)
        {
            _place.Problems.Add(Descriptors.Misshapen, function.Location, function.Kind, function.LayerDisplay, function.Display, $"{Names.ShortOf(function.Method.ReturnType)} (…)", "A provider returns the value, a task of it, or IAsyncEnumerable of it with one yield.");
            return;
        }

        if (returned.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T && YieldSyntax.Yields(function.Method))
        {
            _place.Problems.Add(Descriptors.Misshapen, function.Location, function.Kind, function.LayerDisplay, function.Display, $"{Names.ShortOf(returned)} (…) with a yield", "A provider that yields its value returns IAsyncEnumerable of it; one whose value is a sequence returns a list.");
            return;
        }

        var yielded = YieldedBy(returned);
        var type = yielded ?? returned;
        var twin = _offered.Find(other => SymbolEqualityComparer.Default.Equals(other.Function.Layer, function.Layer)
            && SymbolEqualityComparer.Default.Equals(Bare(other.Type), Bare(type))
            && KeyOf(other.Function, type) == KeyOf(function, type));
        if (twin is not null)
        {
            _place.Problems.Add(Descriptors.TwoProviders, function.Location, twin.Function.Display, function.Display, Names.ShortOf(type), function.LayerDisplay);
        }

        if (ParameterParser.IsFromFramework(type))
        {
            _place.Problems.Add(Descriptors.UnaskedProvider, function.Location, function.Display, function.LayerDisplay, Names.ShortOf(type));
        }

        _offered.Add(new(function, type, yielded is null ? Outcome.Value : Outcome.Yield));
    }

    private static ITypeSymbol? YieldedBy(ITypeSymbol returned) =>
        returned is INamedTypeSymbol { Name: "IAsyncEnumerable", TypeArguments.Length: 1 } sequence && Names.IsIn(sequence, "System.Collections.Generic") ? sequence.TypeArguments[0] : null;

    // A struct that is always there fills a parameter that may go without, as a reference does.
    public static bool Fits(ITypeSymbol offered, ITypeSymbol asked) =>
        SymbolEqualityComparer.Default.Equals(Bare(offered), Bare(asked)) || (RulesOfValue.IsNullable(asked) && SymbolEqualityComparer.Default.Equals(offered, RulesOfValue.Bare(asked)));

    // A sealed type tells; of another one only its value can.
    private static bool MayBeDisposable(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface } or { TypeKind: TypeKind.Class, IsSealed: false }
        || type.AllInterfaces.Any(face => face.ToDisplayString() is "System.IDisposable" or "System.IAsyncDisposable");

    private static ITypeSymbol Bare(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary>Returns whether a type is read from text, alone or as a list.</summary>
    public static bool IsText(ITypeSymbol type) => TextTypes.ReaderOf(type) is not null || (TextTypes.ListOf(type) is { } list && TextTypes.ReaderOf(list.Element) is not null);

    /// <summary>Returns whether a provider fills a parameter of that name: its own name decides, or the function's where the type is read from text.</summary>
    public static bool IsNamed(Asked asked, LayerFunction function, bool isText) =>
        function.Name is { } name ? name.Equals(asked.WireName, StringComparison.OrdinalIgnoreCase) : !isText || Bears(asked, function);

    // Greeting fills greeting, and GreetingAsync does so too.
    private static bool Bears(Asked asked, LayerFunction function) =>
        asked.WireName.Equals(function.Method.Name, StringComparison.OrdinalIgnoreCase) || asked.WireName.Equals(NameOf(function), StringComparison.OrdinalIgnoreCase);

    // What tells providers of one type on one layer apart.
    private static string? KeyOf(LayerFunction function, ITypeSymbol type) => function.Name?.ToUpperInvariant() ?? (IsText(type) ? NameOf(function) : null);

    private static string NameOf(LayerFunction function)
    {
        var name = function.Method.Name;
        return (name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name).ToUpperInvariant();
    }

    /// <summary>A provider on a layer of the handler.</summary>
    private sealed class Offer(LayerFunction function, ITypeSymbol type, Outcome outcome)
    {
        public LayerFunction Function => function;

        public ITypeSymbol Type => type;

        public Outcome Outcome => outcome;
    }
}
