using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The providers on the layers of a handler: of each type the nearest, read where somebody asks for it.</summary>
internal sealed class Providers
{
    private readonly ParameterPlace _place;
    private readonly List<(LayerFunction Function, ITypeSymbol Type, Outcome Outcome)> _offered = [];
    private readonly Dictionary<IMethodSymbol, FunctionModel> _read = new(SymbolEqualityComparer.Default);
    private readonly Stack<LayerFunction> _asking = new();

    public Providers(IMethodSymbol handler, Compilation compilation, ParameterPlace place)
    {
        _place = place;
        foreach (var function in LayerFunction.Of("Provide", handler, compilation, place.Problems))
        {
            Offer(function);
        }
    }

    /// <summary>Those that were asked for, each behind those that it asks for itself.</summary>
    public List<FunctionModel> Found { get; } = [];

    /// <summary>The provider of what is asked for; none where no layer has one.</summary>
    public FunctionModel? Of(Asked asked)
    {
        var isText = IsText(asked.Type);
        var (function, type, outcome) = _offered.LastOrDefault(offer => SymbolEqualityComparer.Default.Equals(Bare(offer.Type), Bare(asked.Type)) && (!isText || Bears(asked, offer.Function)));
        return function is null ? null : _read.TryGetValue(function.Method, out var read) ? read : Read(function, type, outcome, asked);
    }

    private FunctionModel? Read(LayerFunction function, ITypeSymbol type, Outcome outcome, Asked asked)
    {
        if (_asking.Any(other => SymbolEqualityComparer.Default.Equals(other.Method, function.Method)))
        {
            var circle = _asking.Reverse().SkipWhile(other => !SymbolEqualityComparer.Default.Equals(other.Method, function.Method)).Select(other => other.Display).Append(function.Display);
            _place.Problems.Add(Descriptors.ProvidersInCircle, function.Location, string.Join("' asks for '", circle));
            return null;
        }

        _asking.Push(function);
        var disposes = function.Attribute.NamedArguments.FirstOrDefault(argument => argument.Key is "Disposes").Value.Value is not false;
        var model = FunctionParser.Parse(function, _place, outcome) with
        {
            Type = Names.Of(type),
            Clr = Names.OfValue(type),
            IsOwned = disposes && MayBeDisposable(type) && !(outcome is Outcome.Yield && YieldSyntax.CleansUp(function.Method)),
            EndsAtYield = outcome is Outcome.Yield && YieldSyntax.IsLast(function.Method),
        };
        _asking.Pop();
        _read[function.Method] = model;
        Found.Add(model);
        return model;
    }

    private void Offer(LayerFunction function)
    {
        var (returned, _) = ResultParser.Unwrap(function.Method.ReturnType);
        if (returned is null)
        {
            _place.Problems.Add(Descriptors.Misshapen, function.Location, function.Kind, function.LayerDisplay, function.Display, $"{Names.ShortOf(function.Method.ReturnType)} (…)", "A provider returns the value, a task of it, or IAsyncEnumerable of it with one yield.");
            return;
        }

        var yielded = returned is INamedTypeSymbol { Name: "IAsyncEnumerable", TypeArguments.Length: 1, ContainingNamespace: var space } sequence && space.ToDisplayString() is "System.Collections.Generic" ? sequence.TypeArguments[0] : null;
        var type = yielded ?? returned;
        var twin = _offered.Find(other => SymbolEqualityComparer.Default.Equals(other.Function.Layer, function.Layer)
            && SymbolEqualityComparer.Default.Equals(Bare(other.Type), Bare(type))
            && (!IsText(type) || other.Function.Method.Name == function.Method.Name));
        if (twin.Function is not null)
        {
            _place.Problems.Add(Descriptors.TwoProviders, function.Location, twin.Function.Display, function.Display, Names.ShortOf(type), function.LayerDisplay);
        }

        _offered.Add((function, type, yielded is null ? Outcome.Value : Outcome.Yield));
    }

    // A sealed type tells; of another one only its value can.
    private static bool MayBeDisposable(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface } or { TypeKind: TypeKind.Class, IsSealed: false }
        || type.AllInterfaces.Any(face => face.ToDisplayString() is "System.IDisposable" or "System.IAsyncDisposable");

    private static ITypeSymbol Bare(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static bool IsText(ITypeSymbol type) => TextTypes.ReaderOf(type) is not null || (TextTypes.ListOf(type) is { } list && TextTypes.ReaderOf(list.Element) is not null);

    // Greeting fills greeting, and GreetingAsync does so too.
    private static bool Bears(Asked asked, LayerFunction function)
    {
        var name = function.Method.Name;
        return asked.WireName.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (name.EndsWith("Async", StringComparison.Ordinal) && asked.WireName.Equals(name.Substring(0, name.Length - "Async".Length), StringComparison.OrdinalIgnoreCase));
    }
}
