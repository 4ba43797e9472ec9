using Litestar.Generator.Model;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>Finds the types of a handler that are sent or received as JSON.</summary>
internal static class JsonTypes
{
    // Types of the framework in these namespaces are created by a container, or not at all.
    private static readonly string[] SpacesOfServices = ["Microsoft", "System.Net", "System.Threading"];

    /// <summary>
    /// Returns the types that a handler reads, and the types that the handler, its guards, hooks and error handlers may
    /// write.
    /// </summary>
    public static IEnumerable<string> Of(IMethodSymbol method, IReadOnlyList<ParameterModel> parameters, LayersModel layers) =>
        WrittenBy(method)
            .Concat(layers.Functions.SelectMany(function => function.Written))
            .Concat(parameters.SelectMany(parameter => parameter.Leaves).Select(leaf => leaf.Json).OfType<string>())
            .Distinct();

    /// <summary>
    /// Returns the types with which a function's result is written, by its return type: the value itself, or all values
    /// of typed results.
    /// </summary>
    public static IEnumerable<string> WrittenBy(IMethodSymbol function) => ResultParser.Parse(function.ReturnType).Kind.JsonTypes switch
    {
        JsonTypesOfResult.Value => [SymbolNames.OfValue(ResultParser.ValueOf(function.ReturnType)!)],
        JsonTypesOfResult.Carried => Carried(ResultParser.ValueOf(function.ReturnType)!),
        _ => [],
    };

    /// <summary>Returns true if a type that may be a service may be a body as well.</summary>
    /// <remarks>
    /// A type that can only come from the container needs no metadata: the container is checked at start-up, and decides. A body is not
    /// disposed, and the type graph of a DbContext is large.
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

    /// <summary>
    /// Returns the types of the values in a typed result. The values of Ok&lt;User&gt;, Results&lt;Ok&lt;User&gt;,
    /// NotFound&gt;, or a class that wraps or extends one of these, are written as JSON.
    /// </summary>
    public static IEnumerable<ITypeSymbol> CarriedBy(ITypeSymbol result) => result is not INamedTypeSymbol named ? [] : named.TypeArguments
        .SelectMany(argument => ResultParser.IsResult(argument) ? CarriedBy(argument) : IsWritable(argument) ? [argument] : (IEnumerable<ITypeSymbol>)[])
        .Concat(named.BaseType is { SpecialType: not SpecialType.System_Object } origin && ResultParser.IsResult(origin) ? CarriedBy(origin) : []);

    private static bool IsWritable(ITypeSymbol type) => !type.IsRefLikeType && Reachability.FirstUnreachable(type) is null;
}
