using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads a function that a layer names. Its parameters are bound as a handler's are, the body excepted.</summary>
internal static class FunctionParser
{
    public static FunctionModel Parse(LayerFunction function, ParameterPlace place, Outcome outcome)
    {
        var model = Bare(function, place) with { Outcome = outcome };
        return model with
        {
            Parameters = new([.. Parameters(function, model.Local, place)]),
            Written = outcome is Outcome.Result ? new([.. JsonTypes.WrittenBy(function.Method)]) : default,
        };
    }

    /// <summary>The first parameter is the exception.</summary>
    public static FunctionModel ParseErrorHandler(LayerFunction function, ITypeSymbol caught, ParameterPlace place)
    {
        var model = Bare(function, place);
        var result = ResultParser.Parse(function.Method.ReturnType);
        ResultParser.CheckTuples(function.Method, function.Display, result.Answer, function.Location, place.Problems);
        return model with
        {
            Parameters = new([.. Parameters(function, model.Local, place, skipped: 1)]),
            Outcome = result switch { { Answer: Answer.Result } => Outcome.Result, { Answer: Answer.Nothing, IsResponse: false } => Outcome.Nothing, _ => Outcome.Value },
            Caught = Names.OfValue(caught),
            Answer = result.Answer,
            Type = result.Type,
            IsResponse = result.IsResponse,
            Written = new([.. JsonTypes.WrittenBy(function.Method)]),
            IsNeverNull = ResultParser.Unwrap(function.Method.ReturnType).Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T },
            Status = function.Said("Status") as int? ?? 0,
        };
    }

    /// <summary>The function without its parameters.</summary>
    public static FunctionModel Bare(LayerFunction function, ParameterPlace place)
    {
        var method = function.Method;
        var (type, isAwaited) = ResultParser.Unwrap(method.ReturnType);
        return new(
            place.NameOf(method.Name is "" ? "lambda" : Wire.Camel(method.Name)),
            function.Display,
            function.LayerDisplay,
            Names.ReflectionOf(method.ContainingType),
            HandlerParser.CallOf(method),
            default,
            Outcome.Nothing,
            isAwaited,
            type is null ? "void" : Names.Of(type));
    }

    private static IEnumerable<ParameterModel> Parameters(LayerFunction function, string local, ParameterPlace place, int skipped = 0)
    {
        var within = place.Within(function);
        return [.. function.Method.Parameters.Skip(skipped).Select(parameter => ParameterParser.Parse(Asked.Of(parameter, place.NameOf($"{local}_{parameter.Name}"), function.Location), within))];
    }
}
