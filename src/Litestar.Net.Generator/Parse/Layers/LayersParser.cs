using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Layers;

/// <summary>Parses the layers of a handler: the functions they name, and the headers they set.</summary>
internal sealed class LayersParser(IMethodSymbol handler, Compilation compilation, BindingContext place)
{
    /// <summary>Parses the layers after the handler's own parameters, whose providers are known then.</summary>
    /// <param name="result">The handler's result.</param>
    public LayersModel Parse(ResultModel result)
    {
        CheckStream(result);
        var guards = Named("Guard").Select(Guard).ToArray();
        var before = Nearest("Before", Before);
        var after = Nearest("After", Hook);
        var last = Nearest("AfterResponse", Hook);
        var errors = ErrorHandlers();
        var middleware = Named("Middleware").Select(Middleware).ToArray();
        return new(new(guards), before, new([.. place.Providers.Functions]), after, last, new([.. errors]), new(middleware), new([.. Headers()]));
    }

    // An iterator runs when it is read, which is when the response is sent. The providers used so far are those of the handler.
    private void CheckStream(ResultModel result)
    {
        if (result.Kind.IsDeferred && place.Providers.EndedEarly is { } provider)
        {
            place.Diagnostics.Add(Descriptors.StreamOfDisposed, handler.Locations.FirstOrDefault(), FunctionNames.DisplayOf(handler), provider);
        }
    }

    private IEnumerable<LayerFunction> Named(string kind) => LayerFunction.Of(kind, handler, compilation, place.Diagnostics);

    private FunctionModel Guard(LayerFunction function)
    {
        var (type, _) = ResultParser.Unwrap(function.Method.ReturnType);
        var outcome = OutcomeOf(type);
        if (outcome is not (FunctionOutcome.Nothing or FunctionOutcome.Verdict or FunctionOutcome.Result))
        {
            Misshapen(function, "A guard returns bool, IResult?, nothing, or a task of these.");
        }

        return FunctionParser.Parse(function, place, outcome);
    }

    private FunctionModel Before(LayerFunction function)
    {
        var outcome = OutcomeOf(ResultParser.Unwrap(function.Method.ReturnType).Type);
        if (outcome is not (FunctionOutcome.Nothing or FunctionOutcome.Result))
        {
            Misshapen(function, "A hook before the handler returns nothing, IResult?, or a task of these.");
        }

        return FunctionParser.Parse(function, place, outcome);
    }

    private FunctionModel Hook(LayerFunction function)
    {
        var outcome = OutcomeOf(ResultParser.Unwrap(function.Method.ReturnType).Type);
        if (outcome is not FunctionOutcome.Nothing)
        {
            Misshapen(function, "A hook after the handler returns nothing or a task, because the handler's value is the response.");
        }

        return FunctionParser.Parse(function, place, outcome);
    }

    private FunctionModel Middleware(LayerFunction function)
    {
        if (SymbolNames.OfValue(function.Method.ReturnType) is not "global::System.Threading.Tasks.Task"
            || !function.Method.Parameters.Select(parameter => SymbolNames.OfValue(parameter.Type)).SequenceEqual(["global::Microsoft.AspNetCore.Http.HttpContext", "global::Microsoft.AspNetCore.Http.RequestDelegate"]))
        {
            Misshapen(function, "Middleware is Task F(HttpContext context, RequestDelegate next).");
        }

        return FunctionParser.Bare(function, place);
    }

    // The nearest layer first, and within one the most derived type; of equal types on one layer only one can be meant.
    private IEnumerable<FunctionModel> ErrorHandlers()
    {
        var found = new List<(LayerFunction Function, ITypeSymbol Caught, int Layer)>();
        var layers = LayerAttributes.Of(handler).ToList();
        foreach (var function in Named("OnError"))
        {
            if (function.Method.Parameters.FirstOrDefault()?.Type is not { } caught || !IsException(caught))
            {
                Misshapen(function, "An error handler's first parameter is the exception that it answers.");
            }
            else if (OutcomeOf(ResultParser.Unwrap(function.Method.ReturnType).Type) is FunctionOutcome.Nothing)
            {
                Misshapen(function, "An error handler returns the answer: an IResult, or a value.");
            }
            else if (found.Find(other => SymbolEqualityComparer.Default.Equals(other.Function.Layer, function.Layer) && SymbolEqualityComparer.Default.Equals(other.Caught, caught)) is ({ } twin, _, _))
            {
                place.Diagnostics.Add(Descriptors.DuplicateLayer, function.Location, twin.Display, function.Display, $"both answer '{SymbolNames.ShortOf(caught)}'", function.LayerDisplay, "Remove one of them.");
            }
            else
            {
                found.Add((function, caught, layers.IndexOf(function.Layer)));
            }
        }

        return found.OrderByDescending(handler => handler.Layer).ThenByDescending(handler => DepthOf(handler.Caught))
            .Select(handler => FunctionParser.ParseErrorHandler(handler.Function, handler.Caught, place)).ToList();
    }

    // Two hooks of one kind on one layer cannot both be the nearest.
    private FunctionModel? Nearest(string kind, Func<LayerFunction, FunctionModel> parse)
    {
        var found = Named(kind).ToList();
        for (var i = 1; i < found.Count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(found[i].Layer, found[i - 1].Layer))
            {
                place.Diagnostics.Add(Descriptors.DuplicateLayer, found[i].Location, found[i - 1].Display, found[i].Display, $"are both its [{kind}], of which one runs", found[i].LayerDisplay, "Call one from the other.");
            }
        }

        return found.Count > 0 ? parse(found[found.Count - 1]) : null;
    }

    private IEnumerable<HeaderModel> Headers()
    {
        var merged = new Dictionary<string, HeaderModel>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in LayerAttributes.Of(handler))
        {
            foreach (var attribute in layer.GetAttributes().Where(attribute => attribute.AttributeClass is { Name: "ResponseHeaderAttribute" } type && SymbolNames.IsIn(type, "Litestar")))
            {
                var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
                var value = attribute.ConstructorArguments.LastOrDefault().Value as string ?? "";
                if (name.Length is 0 || name.Any(letter => letter is <= ' ' or >= '\x7f' or ':' or ',' or ';' or '"' or '(' or ')' or '/' or '=' or '?' or '@' or '[' or ']' or '{' or '}' or '\\' or '<' or '>') || value.Any(letter => letter is < ' ' or '\x7f'))
                {
                    place.Diagnostics.Add(Descriptors.UnsendableHeader, LayerFunction.LocationOf(attribute), name, LayerAttributes.DisplayOf(layer));
                }

                merged.Remove(name);
                merged.Add(name, new(name, value, LayerAttributes.DisplayOf(layer)));
            }
        }

        return merged.Values;
    }

    private void Misshapen(LayerFunction function, string remedy) =>
        place.Diagnostics.Add(Descriptors.WrongSignature, function.Location, function.Kind, function.LayerDisplay, function.Display, $"{SymbolNames.ShortOf(function.Method.ReturnType)} ({string.Join(", ", function.Method.Parameters.Select(parameter => SymbolNames.ShortOf(parameter.Type)))})", remedy);

    private static FunctionOutcome OutcomeOf(ITypeSymbol? type) => type switch
    {
        null => FunctionOutcome.Nothing,
        { SpecialType: SpecialType.System_Boolean } => FunctionOutcome.Verdict,
        _ when ResultParser.IsResult(type) => FunctionOutcome.Result,
        _ => FunctionOutcome.Value,
    };

    public static bool IsException(ITypeSymbol type) => DepthOf(type) > 0 && Ancestors(type).Any(ancestor => ancestor.ToDisplayString() is "System.Exception");

    private static int DepthOf(ITypeSymbol type) => Ancestors(type).Count();

    private static IEnumerable<ITypeSymbol> Ancestors(ITypeSymbol type)
    {
        for (ITypeSymbol? ancestor = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated); ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
