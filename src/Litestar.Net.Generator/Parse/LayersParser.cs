using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads what the layers of a handler put on its way: the functions they name, and the headers they set.</summary>
internal sealed class LayersParser(IMethodSymbol handler, Compilation compilation, ParameterPlace place)
{
    /// <summary>Called once the handler's own parameters are read: what they ask of providers is known then.</summary>
    /// <param name="result">What the handler answers with.</param>
    public LayersModel Parse(ResultModel result)
    {
        CheckStream(result);
        var guards = Named("Guard").Select(Guard).ToArray();
        var before = Nearest("Before", Before);
        var after = Nearest("After", Hook);
        var last = Nearest("AfterResponse", Hook);
        var errors = ErrorHandlers();
        var middleware = Named("Middleware").Select(Middleware).ToArray();
        return new(new(guards), before, new([.. place.Providers.Found]), after, last, new([.. errors]), new(middleware), new([.. Headers()]));
    }

    // An iterator runs when it is read, and it is read when the answer is sent. What is asked for so far is what the handler asks for.
    private void CheckStream(ResultModel result)
    {
        if (result.Answer is Answer.JsonStream && place.Providers.EndedEarly is { } provider)
        {
            place.Problems.Add(Descriptors.StreamOfDisposed, handler.Locations.FirstOrDefault(), FunctionNames.DisplayOf(handler), provider);
        }
    }

    private IEnumerable<LayerFunction> Named(string kind) => LayerFunction.Of(kind, handler, compilation, place.Problems);

    private FunctionModel Guard(LayerFunction function)
    {
        var (type, _) = ResultParser.Unwrap(function.Method.ReturnType);
        var outcome = OutcomeOf(type);
        if (outcome is not (Outcome.Nothing or Outcome.Verdict or Outcome.Result))
        {
            Misshapen(function, "A guard returns bool, IResult?, nothing, or a task of these.");
        }

        return FunctionParser.Parse(function, place, outcome);
    }

    private FunctionModel Before(LayerFunction function)
    {
        var outcome = OutcomeOf(ResultParser.Unwrap(function.Method.ReturnType).Type);
        if (outcome is not (Outcome.Nothing or Outcome.Result))
        {
            Misshapen(function, "A hook before the handler returns nothing, IResult?, or a task of these.");
        }

        return FunctionParser.Parse(function, place, outcome);
    }

    private FunctionModel Hook(LayerFunction function)
    {
        var outcome = OutcomeOf(ResultParser.Unwrap(function.Method.ReturnType).Type);
        if (outcome is not Outcome.Nothing)
        {
            Misshapen(function, "A hook behind the handler returns nothing or a task: the answer is the handler's.");
        }

        return FunctionParser.Parse(function, place, outcome);
    }

    private FunctionModel Middleware(LayerFunction function)
    {
        if (Names.OfValue(function.Method.ReturnType) is not "global::System.Threading.Tasks.Task"
            || !function.Method.Parameters.Select(parameter => Names.OfValue(parameter.Type)).SequenceEqual(["global::Microsoft.AspNetCore.Http.HttpContext", "global::Microsoft.AspNetCore.Http.RequestDelegate"]))
        {
            Misshapen(function, "Middleware is Task F(HttpContext context, RequestDelegate next).");
        }

        return FunctionParser.Bare(function, place);
    }

    // The nearest layer first, and within one the most derived type; of equals on one layer only one can be meant.
    private IEnumerable<FunctionModel> ErrorHandlers()
    {
        var found = new List<(LayerFunction Function, ITypeSymbol Caught, int Layer)>();
        var layers = Layers.Of(handler).ToList();
        foreach (var function in Named("OnError"))
        {
            if (function.Method.Parameters.FirstOrDefault()?.Type is not { } caught || !IsException(caught))
            {
                Misshapen(function, "An error handler's first parameter is the exception that it answers.");
            }
            else if (OutcomeOf(ResultParser.Unwrap(function.Method.ReturnType).Type) is Outcome.Nothing)
            {
                Misshapen(function, "An error handler returns the answer: an IResult, or a value.");
            }
            else if (found.Find(other => SymbolEqualityComparer.Default.Equals(other.Function.Layer, function.Layer) && SymbolEqualityComparer.Default.Equals(other.Caught, caught)) is ({ } twin, _, _))
            {
                place.Problems.Add(Descriptors.TwoOfAKind, function.Location, twin.Display, function.Display, $"both answer '{Names.ShortOf(caught)}'", function.LayerDisplay, "Take one of them off.");
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
                place.Problems.Add(Descriptors.TwoOfAKind, found[i].Location, found[i - 1].Display, found[i].Display, $"are both its [{kind}], of which one runs", found[i].LayerDisplay, "Call one from the other.");
            }
        }

        return found.Count > 0 ? parse(found[found.Count - 1]) : null;
    }

    private IEnumerable<HeaderModel> Headers()
    {
        var merged = new Dictionary<string, HeaderModel>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in Layers.Of(handler))
        {
            foreach (var attribute in layer.GetAttributes().Where(attribute => attribute.AttributeClass is { Name: "ResponseHeaderAttribute" } type && Names.IsIn(type, "Litestar")))
            {
                var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
                var value = attribute.ConstructorArguments.LastOrDefault().Value as string ?? "";
                if (name.Length is 0 || name.Any(letter => letter is <= ' ' or >= '\x7f' or ':' or ',' or ';' or '"' or '(' or ')' or '/' or '=' or '?' or '@' or '[' or ']' or '{' or '}' or '\\' or '<' or '>') || value.Any(letter => letter is < ' ' or '\x7f'))
                {
                    place.Problems.Add(Descriptors.UnsendableHeader, LayerFunction.LocationOf(attribute), name, Layers.DisplayOf(layer));
                }

                merged.Remove(name);
                merged.Add(name, new(name, value, Layers.DisplayOf(layer)));
            }
        }

        return merged.Values;
    }

    private void Misshapen(LayerFunction function, string remedy) =>
        place.Problems.Add(Descriptors.Misshapen, function.Location, function.Kind, function.LayerDisplay, function.Display, $"{Names.ShortOf(function.Method.ReturnType)} ({string.Join(", ", function.Method.Parameters.Select(parameter => Names.ShortOf(parameter.Type)))})", remedy);

    private static Outcome OutcomeOf(ITypeSymbol? type) => type switch
    {
        null => Outcome.Nothing,
        { SpecialType: SpecialType.System_Boolean } => Outcome.Verdict,
        _ when ResultParser.IsResult(type) => Outcome.Result,
        _ => Outcome.Value,
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
