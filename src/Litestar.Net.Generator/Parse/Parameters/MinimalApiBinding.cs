using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>Finds the methods by which a type reads the request in minimal APIs, and which Litestar does not call.</summary>
internal static class MinimalApiBinding
{
    /// <summary>Reports a type whose value would have another source than in a minimal API.</summary>
    /// <param name="asked">The value.</param>
    /// <param name="source">Its source: the query, the body, the container.</param>
    /// <param name="place">The function.</param>
    public static void Check(BindingTarget asked, ParameterKind source, BindingContext place)
    {
        var type = ValueRulesParser.Bare(asked.Type);
        if ((RemedyOfBindAsync(type) ?? (source is ParameterKind.Query ? null : RemedyOfTryParse(type))) is var (method, remedy))
        {
            var from = source switch { ParameterKind.Query => "the query", ParameterKind.Service => "the container", _ => "the body" };
            var marker = source switch { ParameterKind.Query => "FromQuery", ParameterKind.Service => "FromServices", _ => "FromBody" };
            place.Diagnostics.Add(Descriptors.UnusedBindMethod, asked.Location, asked.Display, place.Function, from, SymbolNames.ShortOf(type), method, $"{remedy}, or add [{marker}] to '{asked.Display}'.");
        }
    }

    /// <summary>Returns the remedy for a type with a <c>BindAsync</c> method, without the full stop; null if it has none.</summary>
    public static (string Method, string Remedy)? RemedyOfBindAsync(ITypeSymbol type)
    {
        var method = StaticsOf(type, "BindAsync").FirstOrDefault(method => IsBindAsync(method, type));
        var isBindable = type.AllInterfaces.Any(face => face.Name is "IBindableFromHttpContext" && SymbolNames.IsIn(face, "Microsoft.AspNetCore.Http"));
        if (method is null && !isBindable)
        {
            return null;
        }

        var isProvider = method is { Parameters.Length: 1, ContainingType.TypeKind: not TypeKind.Interface } && Reachability.IsReachable(method);
        var provider = isProvider ? $"{SymbolNames.ShortOf(method!.ContainingType)}.BindAsync" : "F";
        return ("BindAsync", $"Add [Provide(nameof({provider}))] to the handler or its class{(isProvider ? "" : $", where F is a static function that takes the HttpContext and returns a '{SymbolNames.ShortOf(type)}'")}");
    }

    private static (string Method, string Remedy)? RemedyOfTryParse(ITypeSymbol type) => StaticsOf(type, "TryParse").Any(method => IsTryParse(method, type))
        ? ("TryParse", $"Implement IParsable<{SymbolNames.ShortOf(type)}> on it")
        : null;

    private static IEnumerable<IMethodSymbol> StaticsOf(ITypeSymbol type, string name)
    {
        IEnumerable<ITypeSymbol> types = type.AllInterfaces;
        for (var origin = type; origin is { SpecialType: SpecialType.None }; origin = origin.BaseType)
        {
            types = types.Prepend(origin);
        }

        return types.SelectMany(owner => owner.GetMembers(name)).OfType<IMethodSymbol>().Where(method => method is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public });
    }

    private static bool IsBindAsync(IMethodSymbol method, ITypeSymbol type) =>
        method.ReturnType is INamedTypeSymbol { Name: "ValueTask", TypeArguments.Length: 1 } task
        && SymbolEqualityComparer.Default.Equals(ValueRulesParser.Bare(task.TypeArguments[0]), type)
        && method.Parameters.Length is 1 or 2
        && method.Parameters[0].Type is { Name: "HttpContext" } context && SymbolNames.IsIn(context, "Microsoft.AspNetCore.Http")
        && (method.Parameters.Length is 1 || method.Parameters[1].Type is { Name: "ParameterInfo" });

    private static bool IsTryParse(IMethodSymbol method, ITypeSymbol type) =>
        method.ReturnType.SpecialType is SpecialType.System_Boolean
        && method.Parameters.Length is 2 or 3
        && method.Parameters[0].Type.SpecialType is SpecialType.System_String
        && method.Parameters[method.Parameters.Length - 1] is { RefKind: RefKind.Out, Type: var made }
        && SymbolEqualityComparer.Default.Equals(ValueRulesParser.Bare(made), type)
        && (method.Parameters.Length is 2 || method.Parameters[1].Type is { Name: "IFormatProvider" });
}
