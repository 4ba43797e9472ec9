using Litestar.Generator.Diagnostics;
using Litestar.Generator.Parse.Routes;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Handlers;

/// <summary>Checks that generated code can call a function with this signature.</summary>
internal static class SignatureRules
{
    private delegate void Demand(IMethodSymbol method, string display, ParseDiagnostics diagnostics);

    // The function's kind is checked before its parameters: the first fault is the one to correct.
    private static readonly Demand[] Demands = [IsFunction, IsStatic, IsNotGeneric, IsAwaitable, IsUnique, TakesValues, HoldsValues, NamesReachable];

    public static void Check(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        foreach (var demand in Demands)
        {
            demand(method, display, diagnostics);
            if (diagnostics.AreFatal)
            {
                return;
            }
        }
    }

    private static void IsFunction(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        var what = method switch
        {
            { AssociatedSymbol: IPropertySymbol or IEventSymbol } => "an accessor",
            { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => "an operator",
            { MethodKind: not (MethodKind.Ordinary or MethodKind.LocalFunction) } => "no function of its own",
            { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true } => "abstract or virtual",
            { ContainingType.IsExtension: true } => "a member of an extension block",
            _ => null,
        };
        if (what is not null)
        {
            diagnostics.Add(Descriptors.NoFunction, PlaceOf(method), display, VerbOf(method), what);
        }
    }

    private static void IsStatic(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        if (!method.IsStatic)
        {
            diagnostics.Add(Descriptors.NotStatic, PlaceOf(method), display, VerbOf(method));
        }
    }

    private static void IsNotGeneric(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        for (ISymbol? owner = method; owner is IMethodSymbol or INamedTypeSymbol; owner = owner.ContainingSymbol)
        {
            if (owner is IMethodSymbol { IsGenericMethod: true } or INamedTypeSymbol { IsGenericType: true })
            {
                diagnostics.Add(Descriptors.GenericHandler, PlaceOf(method), display);
                return;
            }
        }
    }

    private static void IsAwaitable(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            diagnostics.Add(Descriptors.AsyncVoid, PlaceOf(method), display);
        }
    }

    // The compiler gives local functions with one name a number each, which the source does not show.
    private static void IsUnique(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        if (method.MethodKind is MethodKind.LocalFunction && FunctionNames.HasTwin(method))
        {
            diagnostics.Add(Descriptors.DuplicateHandlerName, PlaceOf(method), display, FunctionNames.OuterDisplayOf(method));
        }
    }

    private static void TakesValues(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        foreach (var parameter in method.Parameters.Where(parameter => parameter.RefKind is not RefKind.None))
        {
            var keyword = parameter.RefKind is RefKind.RefReadOnlyParameter ? "ref readonly" : parameter.RefKind.ToString().ToLowerInvariant();
            diagnostics.Add(Descriptors.ByReference, PlaceOf(parameter), parameter.Name, display, keyword);
        }
    }

    private static void HoldsValues(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            diagnostics.Add(Descriptors.UnstorableType, PlaceOf(method), display, "returns", SymbolNames.ShortOf(method.ReturnType), "a reference to a variable", "Return the value.");
        }

        Hold(method, method.ReturnType, "returns", "Return an array, a string or a record.");
        foreach (var parameter in method.Parameters)
        {
            Hold(parameter, parameter.Type, "takes", "Take an array, a string or a type that is read from text.");
        }

        void Hold(ISymbol place, ITypeSymbol type, string takes, string remedy)
        {
            var what = Reachability.Find(type, part => part.IsRefLikeType || part.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic) switch
            {
                null => null,
                { IsRefLikeType: true } => "a ref struct",
                { TypeKind: TypeKind.Dynamic } => "which is known only at run time",
                _ => "a pointer",
            };
            if (what is not null)
            {
                diagnostics.Add(Descriptors.UnstorableType, PlaceOf(place), new DiagnosticProperties { [DiagnosticPropertyNames.Type] = StorableOf(type) }, display, takes, SymbolNames.ShortOf(type), what, remedy);
            }
        }
    }

    // The type from which a span is made.
    private static string? StorableOf(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments.Length: 1 } span && span.TypeArguments[0] is var element
        ? element.SpecialType is SpecialType.System_Char ? "string" : $"{SymbolNames.Of(element)}[]"
        : null;

    private static void NamesReachable(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        foreach (var type in method.Parameters.Select(parameter => parameter.Type).Prepend(method.ReturnType))
        {
            if (Reachability.FirstUnreachable(type) is { } hidden)
            {
                diagnostics.Add(Descriptors.UnreachableType, PlaceOf(method), Reachability.CluesOf(hidden), display, SymbolNames.ShortOf(hidden), Reachability.Why(hidden));
            }
        }
    }

    private static string VerbOf(IMethodSymbol method) => VerbAttributes.Of(method).First().Name;

    private static Location? PlaceOf(ISymbol symbol) => symbol.Locations.FirstOrDefault();
}
