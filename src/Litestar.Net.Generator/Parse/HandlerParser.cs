using System.Text;
using Litestar.Generator.Diagnostics;
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
        if (!IsCallable(method, display, problems))
        {
            return null;
        }

        var routes = RouteParser.Parse(method, display, problems);
        var bodiless = routes.FirstOrDefault(route => !Verbs.TakesBody(route.Method));
        var parameters = method.Parameters
            .Select(parameter => ParameterParser.Parse(parameter, new(display, routes, bodiless?.Method), problems))
            .ToArray();
        RouteParser.CheckLanding(method, display, parameters, problems);
        var result = ResultParser.Parse(method.ReturnType);
        return problems.AreFatal ? null : new HandlerModel(
            FunctionNames.ClassOf(method),
            display,
            string.Join(", ", method.Parameters.Select(parameter => $"{Names.ShortOf(parameter.Type)} {parameter.Name}")),
            Names.ReflectionOf(method.ContainingType),
            FunctionNames.RuntimeNameOf(method),
            string.Join(",", method.Parameters.Select(parameter => Names.ReflectionTextOf(parameter.Type))),
            CallOf(method),
            new(parameters),
            result,
            new([.. routes]),
            new([.. MetadataParser.Parse(method)]),
            new([.. JsonTypes.Of(method, result, parameters)]));
    }

    private static bool IsCallable(IMethodSymbol method, string display, Problems problems)
    {
        var place = method.Locations.FirstOrDefault();
        if (!method.IsStatic && !(method.MethodKind is MethodKind.LocalFunction && method.ContainingSymbol.IsStatic))
        {
            problems.Add(Descriptors.NotStatic, place, display, Verbs.Of(method).First().Name);
        }

        if (method.IsGenericMethod || Enclosing(method.ContainingType).Any(type => type.IsGenericType))
        {
            problems.Add(Descriptors.Generic, place, display);
        }

        foreach (var parameter in method.Parameters.Where(parameter => parameter.RefKind is not RefKind.None))
        {
            problems.Add(Descriptors.ByReference, parameter.Locations.FirstOrDefault(), parameter.Name, display, parameter.RefKind.ToString().ToLowerInvariant());
        }

        foreach (var type in method.Parameters.Select(parameter => parameter.Type).Prepend(method.ReturnType))
        {
            if (Reachability.FirstUnreachable(type) is { } hidden)
            {
                problems.Add(Descriptors.UnreachableType, place, display, Names.ShortOf(hidden), Reachability.Why(hidden));
            }
        }

        return !problems.AreFatal;
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

    private static IEnumerable<INamedTypeSymbol> Enclosing(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
