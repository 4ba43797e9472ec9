using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Layers;

/// <summary>Parses a function that a layer names. Its parameters are bound like a handler's, except the body.</summary>
internal static class FunctionParser
{
    public static FunctionModel Parse(LayerFunction function, BindingContext place, FunctionOutcome outcome)
    {
        var model = Bare(function, place) with { Outcome = outcome };
        return model with
        {
            Parameters = new([.. Parameters(function, model.Local, place)]),
            Written = outcome is FunctionOutcome.Result ? new([.. JsonTypes.WrittenBy(function.Method)]) : default,
        };
    }

    /// <summary>Parses an error handler, whose first parameter is the exception.</summary>
    public static FunctionModel ParseErrorHandler(LayerFunction function, ITypeSymbol caught, BindingContext place)
    {
        var model = Bare(function, place);
        var result = ResultParser.Parse(function.Method.ReturnType);
        ResultParser.CheckTuples(function.Method, function.Display, result.Kind, function.Location, place.Diagnostics);
        return model with
        {
            Parameters = new([.. Parameters(function, model.Local, place, skipped: 1)]),
            Outcome = result.Kind.SetsStatus ? FunctionOutcome.Result : result.IsNothing ? FunctionOutcome.Nothing : FunctionOutcome.Value,
            Caught = SymbolNames.OfValue(caught),
            Result = result.Kind,
            Type = result.Type,
            IsResponse = result.IsResponse,
            Written = new([.. JsonTypes.WrittenBy(function.Method)]),
            IsNeverNull = ResultParser.Unwrap(function.Method.ReturnType).Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T },
            Status = function.Said("Status") as int? ?? 0,
        };
    }

    /// <summary>Returns the function without its parameters.</summary>
    public static FunctionModel Bare(LayerFunction function, BindingContext place)
    {
        var method = function.Method;
        var (type, isAwaited) = ResultParser.Unwrap(method.ReturnType);
        return new(
            place.NameOf(method.Name is "" ? "lambda" : WireNaming.Camel(method.Name)),
            function.Display,
            function.LayerDisplay,
            SymbolNames.ReflectionOf(method.ContainingType),
            HandlerParser.CallOf(method),
            default,
            FunctionOutcome.Nothing,
            isAwaited,
            type is null ? "void" : SymbolNames.Of(type));
    }

    private static IEnumerable<ParameterModel> Parameters(LayerFunction function, string local, BindingContext place, int skipped = 0)
    {
        var within = place.Within(function);
        return [.. function.Method.Parameters.Skip(skipped).Select(parameter => ParameterParser.Parse(BindingTarget.Of(parameter, place.NameOf($"{local}_{parameter.Name}"), function.Location), within))];
    }
}
