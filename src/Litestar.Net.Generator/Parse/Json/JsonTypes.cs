using Litestar.Generator.Model;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>The types of a handler that cross the wire as JSON.</summary>
internal static class JsonTypes
{
    // What the framework declares there is made by a container, or by nobody.
    private static readonly string[] SpacesOfServices = ["Microsoft", "System.Net", "System.Threading"];

    /// <summary>Collects what a handler takes and what anything on its way may write: the handler itself, its guards, hooks and error handlers.</summary>
    public static IEnumerable<string> Of(IMethodSymbol method, IReadOnlyList<ParameterModel> parameters, LayersModel layers) =>
        WrittenBy(method)
            .Concat(layers.Functions.SelectMany(function => function.Written))
            .Concat(parameters.SelectMany(parameter => parameter.Leaves).Select(leaf => leaf.Json).OfType<string>())
            .Distinct();

    /// <summary>Collects what a function's result is written with, as its return type tells: the value itself, or all that typed results carry.</summary>
    public static IEnumerable<string> WrittenBy(IMethodSymbol function) => ResultParser.Parse(function.ReturnType).Kind switch
    {
        ResultKind.Json or ResultKind.JsonStream => [SymbolNames.OfValue(ResultParser.ValueOf(function.ReturnType)!)],
        ResultKind.Result => Carried(ResultParser.ValueOf(function.ReturnType)!),
        _ => [],
    };

    /// <summary>Whether a type that may be a service may be a body as well.</summary>
    /// <remarks>
    /// What can only come from the container needs no metadata: the container is asked at start-up, and it has the last word.
    /// Nobody disposes of a body, and the graph behind a DbContext is large.
    /// </remarks>
    public static bool MayBeBody(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Delegate || (FrameworkTypes.Declares(type) && Array.Exists(SpacesOfServices, space => SymbolNames.IsBelow(type, space))))
        {
            return false;
        }

        if (type.AllInterfaces.Any(face => face.Name is "IDisposable" or "IAsyncDisposable" && SymbolNames.IsIn(face, "System")) && !(type.Name is "JsonDocument" && FrameworkTypes.Declares(type)))
        {
            return false;
        }

        var isOpen = type is { TypeKind: TypeKind.Interface } or { IsAbstract: true };
        return !isOpen
            || type.AllInterfaces.Any(face => face.SpecialType is SpecialType.System_Collections_IEnumerable)
            || JsonAttributes.SayHow(type);
    }

    private static IEnumerable<string> Carried(ITypeSymbol result) => CarriedBy(result).Select(SymbolNames.OfValue);

    /// <summary>Returns the types of the values that a typed result carries. Of Ok&lt;User&gt;, Results&lt;Ok&lt;User&gt;, NotFound&gt;, or a class that wraps or extends one of these, they are written as JSON.</summary>
    public static IEnumerable<ITypeSymbol> CarriedBy(ITypeSymbol result) => result is not INamedTypeSymbol named ? [] : named.TypeArguments
        .SelectMany(argument => ResultParser.IsResult(argument) ? CarriedBy(argument) : IsWritable(argument) ? [argument] : (IEnumerable<ITypeSymbol>)[])
        .Concat(named.BaseType is { SpecialType: not SpecialType.System_Object } origin && ResultParser.IsResult(origin) ? CarriedBy(origin) : []);

    private static bool IsWritable(ITypeSymbol type) => !type.IsRefLikeType && Reachability.FirstUnreachable(type) is null;
}
