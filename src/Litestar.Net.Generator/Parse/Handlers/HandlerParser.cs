using System.Text;
using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Routes;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Handlers;

/// <summary>Parses one function with a verb attribute.</summary>
internal static class HandlerParser
{
    /// <summary>Returns the handler's model; null if its faults would keep generated code from compiling.</summary>
    public static HandlerModel? Parse(IMethodSymbol method, Compilation compilation, ParseDiagnostics diagnostics)
    {
        var display = FunctionNames.DisplayOf(method);
        SignatureRules.Check(method, display, diagnostics);
        if (diagnostics.AreFatal)
        {
            return null;
        }

        var routes = RouteParser.Parse(method, display, diagnostics);
        var place = new BindingContext(method, compilation, display, routes, diagnostics);
        var parameters = ParameterParser.Parse(method, place);
        var result = ResultParser.Parse(method.ReturnType);
        var layers = new LayersParser(method, compilation, place).Parse(result);
        RouteParser.CheckLanding(method, display, [.. parameters, .. layers.Functions.SelectMany(function => function.Parameters)], diagnostics);
        ResultParser.Check(method, display, result, routes, diagnostics);
        var metadata = MetadataParser.Parse(method, display, diagnostics).ToArray();
        return diagnostics.AreFatal ? null : new HandlerModel(
            FunctionNames.ClassOf(method),
            display,
            string.Join(", ", method.Parameters.Select(parameter => $"{SymbolNames.ShortOf(parameter.Type)} {parameter.Name}")),
            SymbolNames.ReflectionOf(method.ContainingType),
            FunctionNames.RuntimeNameOf(method),
            string.Join(",", method.Parameters.Select(parameter => SymbolNames.ReflectionTextOf(parameter.Type))),
            CallOf(method),
            new([.. parameters]),
            new([.. place.Forms.Models]),
            result,
            new([.. routes]),
            new(metadata),
            new([.. JsonTypes.Of(method, parameters, layers)]),
            place.Rules.Models,
            layers,
            IsBlocking(method, result, display, diagnostics))
        {
            Kind = HandlerKind.Of(VerbAttributes.Of(method).First().Name),
        };
    }

    // A function that returns a task, or an asynchronous sequence, has returned before it could block.
    private static bool IsBlocking(IMethodSymbol method, ResultModel result, string display, ParseDiagnostics diagnostics)
    {
        var verbs = VerbAttributes.Of(method).Where(verb => verb.Blocking).ToList();
        if (!result.IsAwaited && !result.Kind.IsDeferred)
        {
            return verbs.Count > 0;
        }

        verbs.ForEach(verb => diagnostics.Add(Descriptors.BlockingTask, verb.Location, verb.Name, display, SymbolNames.ShortOf(method.ReturnType)));
        return false;
    }

    /// <summary>Returns the access of generated code to a function.</summary>
    public static CallModel CallOf(IMethodSymbol method)
    {
        var reach = method.MethodKind is MethodKind.LocalFunction ? FunctionAccess.Delegate
            : Reachability.IsReachable(method) ? FunctionAccess.Name
            : FunctionAccess.Accessor;
        var target = reach is FunctionAccess.Name ? $"{SymbolNames.Of(method.ContainingType)}.{SymbolNames.Identifier(method.Name)}" : method.Name;
        return new(reach, target, SymbolNames.Of(method.ReturnType), ShapeOf(method), string.Join(", ", method.Parameters.Select(parameter => $"{SymbolNames.Of(parameter.Type)} {SymbolNames.Identifier(parameter.Name)}")), IsPlain(method));
    }

    private static bool IsPlain(IMethodSymbol method) =>
        method.Parameters.Length <= 16 && method.Parameters.All(parameter => parameter is { HasExplicitDefaultValue: false, IsParams: false });

    private static string ShapeOf(IMethodSymbol method)
    {
        var shape = new StringBuilder();
        foreach (var parameter in method.Parameters)
        {
            shape.Append(shape.Length > 0 ? ", " : "")
                .Append(parameter.IsParams ? "params " : "")
                .Append(SymbolNames.Of(parameter.Type)).Append(' ').Append(SymbolNames.Identifier(parameter.Name))
                .Append(parameter.HasExplicitDefaultValue ? $" = {ConstantText.DefaultOf(parameter)}" : "");
        }

        return shape.ToString();
    }
}
