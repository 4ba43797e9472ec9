using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Decides what becomes of a function's result.</summary>
internal static class ResultParser
{
    public static ResultModel Parse(ITypeSymbol returned)
    {
        var (type, isAwaited) = Unwrap(returned);
        return ValueOf(returned) is { } value
            ? new(AnswerOf(value), isAwaited, Names.Of(value), IsResponse(type), Names.OfValue(value))
            : new(Answer.Nothing, isAwaited, "void", IsResponse(type));
    }

    /// <summary>What is returned must be able to reach the client.</summary>
    public static void Check(IMethodSymbol method, string display, ResultModel result, IReadOnlyList<RouteModel> routes, Problems problems)
    {
        var place = method.Locations.FirstOrDefault();
        if (result is { IsResponse: false, Answer: not (Answer.Nothing or Answer.Result) } && routes.FirstOrDefault(route => route.Status is < 200 or 204 or 205 or 304) is { } bare)
        {
            problems.Add(Descriptors.ValueWithoutBody, place, display, bare.Method, bare.Path, bare.Status, Names.ShortOf(ValueOf(method.ReturnType)!));
        }

        CheckTuples(method, display, result.Answer, place, problems);
    }

    /// <summary>No client would see the elements of a tuple.</summary>
    public static void CheckTuples(IMethodSymbol function, string display, Answer answer, Location? place, Problems problems)
    {
        var written = ValueOf(function.ReturnType) switch
        {
            { } value when answer is Answer.Json or Answer.JsonStream => [value],
            INamedTypeSymbol result when answer is Answer.Result => JsonTypes.CarriedBy(result),
            _ => (IEnumerable<ITypeSymbol>)[],
        };
        if (written.Select(Tuples.WrittenIn).FirstOrDefault(found => found is not null) is { } tuple)
        {
            problems.Add(Descriptors.TupleAnswer, place, display, Names.ShortOf(tuple));
        }
    }

    /// <summary>The type of the value that a function answers with: behind the task, and within the response; none for nothing.</summary>
    public static ITypeSymbol? ValueOf(ITypeSymbol returned)
    {
        var (type, _) = Unwrap(returned);
        return IsResponse(type) ? ((INamedTypeSymbol)type!).TypeArguments.FirstOrDefault() : type;
    }

    /// <summary>The type a function returns: behind the task, if there is one; none for nothing.</summary>
    public static (ITypeSymbol? Type, bool IsAwaited) Unwrap(ITypeSymbol returned) => returned switch
    {
        { SpecialType: SpecialType.System_Void } => (null, false),
        INamedTypeSymbol { Name: "Task" or "ValueTask" } task when Names.IsIn(task, "System.Threading.Tasks") =>
            (task.TypeArguments.FirstOrDefault(), true),
        _ => (returned, false),
    };

    private static Answer AnswerOf(ITypeSymbol type) => Names.OfValue(type) switch
    {
        "string" => Answer.Text,
        "byte[]" or "global::System.ReadOnlyMemory<byte>" or "global::System.Memory<byte>" => Answer.Bytes,
        _ when Is(type, "System.IO", "Stream") => Answer.Stream,
        _ when IsResult(type) => Answer.Result,
        _ when IsAsyncSequence(type) => Answer.JsonStream,
        _ => Answer.Json,
    };

    public static bool IsResult(ITypeSymbol type) =>
        IsNamed(type, "Microsoft.AspNetCore.Http", "IResult") || type.AllInterfaces.Any(face => IsNamed(face, "Microsoft.AspNetCore.Http", "IResult"));

    private static bool IsResponse(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Response" } && Names.IsIn(type, "Litestar");

    private static bool IsAsyncSequence(ITypeSymbol type) =>
        IsNamed(type, "System.Collections.Generic", "IAsyncEnumerable", arity: 1) || type.AllInterfaces.Any(face => IsNamed(face, "System.Collections.Generic", "IAsyncEnumerable", arity: 1));

    private static bool IsNamed(ITypeSymbol type, string space, string name, int arity = 0) =>
        type.Name == name && type is INamedTypeSymbol { ContainingType: null } named && named.Arity == arity && Names.IsIn(type, space);

    private static bool Is(ITypeSymbol? type, string space, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name && Names.IsIn(type, space))
            {
                return true;
            }
        }

        return false;
    }
}
