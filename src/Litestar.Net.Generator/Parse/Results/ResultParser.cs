using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Results;

/// <summary>Decides how a function's result is written.</summary>
internal static class ResultParser
{
    // The first entry that recognizes the type of the value decides.
    private static readonly (ResultKind Kind, Func<ITypeSymbol, bool> Recognizes)[] Kinds =
    [
        (ResultKind.Text, type => SymbolNames.OfValue(type) is "string"),
        (ResultKind.Bytes, type => SymbolNames.OfValue(type) is "byte[]" or "global::System.ReadOnlyMemory<byte>" or "global::System.Memory<byte>"),
        (ResultKind.Stream, type => Is(type, "System.IO", "Stream")),
        (ResultKind.Result, IsResult),
        (ResultKind.JsonStream, IsAsyncSequence),
        (ResultKind.Json, _ => true),
    ];

    public static ResultModel Parse(ITypeSymbol returned)
    {
        var (type, isAwaited) = Unwrap(returned);
        return ValueOf(returned) is { } value
            ? new(KindOf(value), isAwaited, SymbolNames.Of(value), IsResponse(type), SymbolNames.OfValue(value))
            : new(ResultKind.Nothing, isAwaited, "void", IsResponse(type));
    }

    /// <summary>Reports a result that cannot reach the client.</summary>
    public static void Check(IMethodSymbol method, string display, ResultModel result, IReadOnlyList<RouteModel> routes, ParseDiagnostics diagnostics)
    {
        var place = method.Locations.FirstOrDefault();
        if (result is { IsResponse: false, Kind.NeedsBody: true } && routes.FirstOrDefault(route => route.Status is < 200 or 204 or 205 or 304) is { } bare)
        {
            diagnostics.Add(Descriptors.ValueWithoutBody, place, display, bare.Method, bare.Path, bare.Status, SymbolNames.ShortOf(ValueOf(method.ReturnType)!));
        }

        CheckTuples(method, display, result.Kind, place, diagnostics);
    }

    /// <summary>Reports a tuple, because the client would not see its elements.</summary>
    public static void CheckTuples(IMethodSymbol function, string display, ResultKind kind, Location? place, ParseDiagnostics diagnostics)
    {
        var written = (kind.JsonTypes, ValueOf(function.ReturnType)) switch
        {
            (JsonTypesOfResult.Value, { } value) => [value],
            (JsonTypesOfResult.Carried, INamedTypeSymbol result) => JsonTypes.CarriedBy(result),
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

    private static ResultKind KindOf(ITypeSymbol type) => Array.Find(Kinds, entry => entry.Recognizes(type)).Kind;

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
