using System.Text;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads one function that bears a verb attribute.</summary>
internal static class HandlerParser
{
    /// <summary>The handler's model; none where what is wrong with it would keep generated code from compiling.</summary>
    public static HandlerModel? Parse(IMethodSymbol method, Problems problems)
    {
        var display = FunctionNames.DisplayOf(method);
        Signature.Check(method, display, problems);
        if (problems.AreFatal)
        {
            return null;
        }

        var routes = RouteParser.Parse(method, display, problems);
        var place = new ParameterPlace(method, display, routes, problems);
        var parameters = ParameterParser.Parse(method, place);
        RouteParser.CheckLanding(method, display, parameters, problems);
        var rules = new RulesGraph(problems);
        parameters = [.. method.Parameters.Zip(parameters, (parameter, model) => RulesParser.Parse(parameter, model, display, rules, problems))];
        var result = ResultParser.Parse(method.ReturnType);
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
            new([.. JsonTypes.Of(method, result, parameters)]),
            rules.Found);
    }

    private static CallModel CallOf(IMethodSymbol method)
    {
        var reach = method.MethodKind is MethodKind.LocalFunction ? Reach.Delegate
            : Reachability.IsReachable(method) ? Reach.Name
            : Reach.Accessor;
        var target = reach is Reach.Name ? $"{Names.Of(method.ContainingType)}.{Names.Identifier(method.Name)}" : method.Name;
        return new(reach, target, Names.Of(method.ReturnType), ShapeOf(method), IsPlain(method));
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
