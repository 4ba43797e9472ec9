using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The types of a handler that cross the wire as JSON.</summary>
internal static class JsonTypes
{
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
        if (type.TypeKind is TypeKind.Delegate || type.ContainingNamespace?.ToDisplayString() is { } space
            && (space.StartsWith("Microsoft.", StringComparison.Ordinal) || space.StartsWith("System.Net", StringComparison.Ordinal) || space.StartsWith("System.Threading", StringComparison.Ordinal)))
        {
            return false;
        }

        if (type.AllInterfaces.Any(face => face.Name is "IDisposable" or "IAsyncDisposable") && type.Name is not "JsonDocument")
        {
            return false;
        }

        var isOpen = type is { TypeKind: TypeKind.Interface } or { IsAbstract: true };
        return !isOpen
            || type.AllInterfaces.Any(face => face.SpecialType is SpecialType.System_Collections_IEnumerable)
            || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "JsonPolymorphicAttribute" or "JsonDerivedTypeAttribute" or "JsonConverterAttribute");
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
