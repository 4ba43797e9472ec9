using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The types of a handler that cross the wire as JSON.</summary>
internal static class JsonTypes
{
    // What the framework declares there is made by a container, or by nobody.
    private static readonly string[] SpacesOfServices = ["Microsoft", "System.Net", "System.Threading"];

    public static IEnumerable<string> Of(IMethodSymbol method, ResultModel result, IReadOnlyList<ParameterModel> parameters) =>
        Answered(result, ResultParser.ValueOf(method.ReturnType))
            .Concat(parameters.SelectMany(parameter => parameter.Leaves).Select(leaf => leaf.Json).OfType<string>())
            .Distinct();

    /// <summary>What the error handlers of the layers answer with.</summary>
    public static IEnumerable<string> Of(LayersModel layers) => layers.ErrorHandlers.Where(handler => handler.Answer is Answer.Json).Select(handler => handler.Type.TrimEnd('?'));

    /// <summary>Whether a type that may be a service may be a body as well.</summary>
    /// <remarks>
    /// What can only come from the container needs no metadata: the container is asked at start-up, and it has the last word.
    /// Nobody disposes of a body, and the graph behind a DbContext is large.
    /// </remarks>
    public static bool MayBeBody(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Delegate || (Framework.Declares(type) && Array.Exists(SpacesOfServices, space => Names.IsBelow(type, space))))
        {
            return false;
        }

        if (type.AllInterfaces.Any(face => face.Name is "IDisposable" or "IAsyncDisposable" && Names.IsIn(face, "System")) && !(type.Name is "JsonDocument" && Framework.Declares(type)))
        {
            return false;
        }

        var isOpen = type is { TypeKind: TypeKind.Interface } or { IsAbstract: true };
        return !isOpen
            || type.AllInterfaces.Any(face => face.SpecialType is SpecialType.System_Collections_IEnumerable)
            || JsonAttributes.SayHow(type);
    }

    private static IEnumerable<string> Answered(ResultModel result, ITypeSymbol? type) => (result.Answer, type) switch
    {
        (Answer.Json or Answer.JsonStream, { } value) => [Names.OfValue(value)],
        (Answer.Result, INamedTypeSymbol named) => Carried(named),
        _ => [],
    };

    // Ok<User>, Results<Ok<User>, NotFound>: what a typed result carries is written as JSON.
    private static IEnumerable<string> Carried(INamedTypeSymbol result) => result.TypeArguments.SelectMany(argument =>
        argument is INamedTypeSymbol inner && ResultParser.IsResult(inner) ? Carried(inner) : [Names.OfValue(argument)]);
}
