using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Results;

/// <summary>Decides how a function's result is written.</summary>
internal static class ResultParser
{
    public static ResultModel Parse(ITypeSymbol returned)
    {
        var (type, isAwaited) = Unwrap(returned);
        return ValueOf(returned) is { } value
            ? new(AnswerOf(value), isAwaited, SymbolNames.Of(value), IsResponse(type), SymbolNames.OfValue(value))
            : new(ResultKind.Nothing, isAwaited, "void", IsResponse(type));
    }

    /// <summary>Reports a result that cannot reach the client.</summary>
    public static void Check(IMethodSymbol method, string display, ResultModel result, IReadOnlyList<RouteModel> routes, ParseDiagnostics diagnostics)
    {
        var place = method.Locations.FirstOrDefault();
        if (result is { IsResponse: false, Kind: not (ResultKind.Nothing or ResultKind.Result) } && routes.FirstOrDefault(route => route.Status is < 200 or 204 or 205 or 304) is { } bare)
        {
            diagnostics.Add(Descriptors.ValueWithoutBody, place, display, bare.Method, bare.Path, bare.Status, SymbolNames.ShortOf(ValueOf(method.ReturnType)!));
        }

        CheckTuples(method, display, result.Kind, place, diagnostics);
    }

    /// <summary>Reports a tuple, because the client would not see its elements.</summary>
    public static void CheckTuples(IMethodSymbol function, string display, ResultKind answer, Location? place, ParseDiagnostics diagnostics)
    {
        var written = ValueOf(function.ReturnType) switch
        {
            { } value when answer is ResultKind.Json or ResultKind.JsonStream => [value],
            INamedTypeSymbol result when answer is ResultKind.Result => JsonTypes.CarriedBy(result),
            _ => (IEnumerable<ITypeSymbol>)[],
        };
        if (written.Select(TupleFinder.WrittenIn).FirstOrDefault(found => found is not null) is { } tuple)
        {
            diagnostics.Add(Descriptors.TupleAnswer, place, display, SymbolNames.ShortOf(tuple));
        }
    }

    /// <summary>Returns the type of the value in a function's response: without the task and the response; null for no value.</summary>
    public static ITypeSymbol? ValueOf(ITypeSymbol returned)
    {
        var (type, _) = Unwrap(returned);
        return IsResponse(type) ? ((INamedTypeSymbol)type!).TypeArguments.FirstOrDefault() : type;
    }

    /// <summary>Returns the type that a function returns, without the task; null for no value.</summary>
    public static (ITypeSymbol? Type, bool IsAwaited) Unwrap(ITypeSymbol returned) => returned switch
    {
        { SpecialType: SpecialType.System_Void } => (null, false),
        INamedTypeSymbol { Name: "Task" or "ValueTask" } task when SymbolNames.IsIn(task, "System.Threading.Tasks") =>
            (task.TypeArguments.FirstOrDefault(), true),
        _ => (returned, false),
    };

    private static ResultKind AnswerOf(ITypeSymbol type) => SymbolNames.OfValue(type) switch
    {
        "string" => ResultKind.Text,
        "byte[]" or "global::System.ReadOnlyMemory<byte>" or "global::System.Memory<byte>" => ResultKind.Bytes,
        _ when Is(type, "System.IO", "Stream") => ResultKind.Stream,
        _ when IsResult(type) => ResultKind.Result,
        _ when IsAsyncSequence(type) => ResultKind.JsonStream,
        _ => ResultKind.Json,
    };

    public static bool IsResult(ITypeSymbol type) =>
        IsNamed(type, "Microsoft.AspNetCore.Http", "IResult") || type.AllInterfaces.Any(face => IsNamed(face, "Microsoft.AspNetCore.Http", "IResult"));

    private static bool IsResponse(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Response" } && SymbolNames.IsIn(type, "Litestar");

    private static bool IsAsyncSequence(ITypeSymbol type) =>
        IsNamed(type, "System.Collections.Generic", "IAsyncEnumerable", arity: 1) || type.AllInterfaces.Any(face => IsNamed(face, "System.Collections.Generic", "IAsyncEnumerable", arity: 1));

    private static bool IsNamed(ITypeSymbol type, string space, string name, int arity = 0) =>
        type.Name == name && type is INamedTypeSymbol { ContainingType: null } named && named.Arity == arity && SymbolNames.IsIn(type, space);

    private static bool Is(ITypeSymbol? type, string space, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name && SymbolNames.IsIn(type, space))
            {
                return true;
            }
        }

        return false;
    }
}
