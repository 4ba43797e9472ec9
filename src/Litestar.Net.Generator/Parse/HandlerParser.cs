using System.Text;
using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads one function that bears a verb attribute.</summary>
internal static class HandlerParser
{
    /// <summary>The handler's model; none where what is wrong with it would keep generated code from compiling.</summary>
    public static HandlerModel? Parse(IMethodSymbol method, Compilation compilation, Problems problems)
    {
        var display = FunctionNames.DisplayOf(method);
        Signature.Check(method, display, problems);
        if (problems.AreFatal)
        {
            return null;
        }

        var routes = RouteParser.Parse(method, display, problems);
        var place = new ParameterPlace(method, compilation, display, routes, problems);
        var parameters = ParameterParser.Parse(method, place);
        var result = ResultParser.Parse(method.ReturnType);
        var layers = new LayersParser(method, compilation, place).Parse(result);
        RouteParser.CheckLanding(method, display, [.. parameters, .. layers.Functions.SelectMany(function => function.Parameters)], problems);
        ResultParser.Check(method, display, result, routes, problems);
        var metadata = MetadataParser.Parse(method, display, problems).ToArray();
        return problems.AreFatal ? null : new HandlerModel(
            FunctionNames.ClassOf(method),
            display,
            string.Join(", ", method.Parameters.Select(parameter => $"{Names.ShortOf(parameter.Type)} {parameter.Name}")),
            Names.ReflectionOf(method.ContainingType),
            FunctionNames.RuntimeNameOf(method),
            string.Join(",", method.Parameters.Select(parameter => Names.ReflectionTextOf(parameter.Type))),
            CallOf(method),
            new([.. parameters]),
            new([.. place.Forms.Found]),
            result,
            new([.. routes]),
            new(metadata),
            new([.. JsonTypes.Of(method, parameters, layers)]),
            place.Rules.Found,
            layers,
            IsBlocking(method, result, display, problems));
    }

    // What returns a task, or a sequence still to be made, has returned before it could block.
    private static bool IsBlocking(IMethodSymbol method, ResultModel result, string display, Problems problems)
    {
        var verbs = Verbs.Of(method).Where(verb => verb.Blocking).ToList();
        if (!result.IsAwaited && result.Answer is not Answer.JsonStream)
        {
            return verbs.Count > 0;
        }

        verbs.ForEach(verb => problems.Add(Descriptors.BlockingTask, verb.Location, verb.Name, display, Names.ShortOf(method.ReturnType)));
        return false;
    }

    /// <summary>How generated code reaches a function.</summary>
    public static CallModel CallOf(IMethodSymbol method)
    {
        var reach = method.MethodKind is MethodKind.LocalFunction ? Reach.Delegate
            : Reachability.IsReachable(method) ? Reach.Name
            : Reach.Accessor;
        var target = reach is Reach.Name ? $"{Names.Of(method.ContainingType)}.{Names.Identifier(method.Name)}" : method.Name;
        return new(reach, target, Names.Of(method.ReturnType), ShapeOf(method), string.Join(", ", method.Parameters.Select(parameter => $"{Names.Of(parameter.Type)} {Names.Identifier(parameter.Name)}")), IsPlain(method));
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
                .Append(Names.Of(parameter.Type)).Append(' ').Append(Names.Identifier(parameter.Name))
                .Append(parameter.HasExplicitDefaultValue ? $" = {Constants.DefaultOf(parameter)}" : "");
        }

        return shape.ToString();
    }
}
