using Litestar.Generator.Diagnostics;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Layers;

/// <summary>An attribute of a layer with the function that it names.</summary>
/// <param name="Kind">The attribute: <c>Guard</c>.</param>
/// <param name="Method">The function.</param>
/// <param name="Layer">Its layer.</param>
/// <param name="Attribute">The attribute itself; null if code names the function.</param>
internal sealed record LayerFunction(string Kind, IMethodSymbol Method, ISymbol Layer, AttributeData? Attribute)
{
    private const string Remedy = "Name a static function of a class, as nameof(Guards.Admin) does.";

    public string Display => Text ?? FunctionNames.WholeDisplayOf(Method);

    public string LayerDisplay => LayerAttributes.DisplayOf(Layer);

    public Location? Location => Attribute is null ? Place : LocationOf(Attribute);

    /// <summary>The function's display name, if it has no name of its own.</summary>
    public string? Text { get; init; }

    /// <summary>The location of the function's name in code.</summary>
    public Location? Place { get; init; }

    /// <summary>For a provider: the name of the parameters that it binds; null if their type alone decides.</summary>
    public string? Name => Said("Name") as string;

    /// <summary>Returns the value of one of the attribute's properties; null if it is not set.</summary>
    public object? Said(string property) => Attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value.Value;

    /// <summary>
    /// Returns every function that the attributes of one kind name, the outermost layer first. A name without a
    /// function is reported.
    /// </summary>
    public static IEnumerable<LayerFunction> Of(string kind, IMethodSymbol method, Compilation compilation, ParseDiagnostics diagnostics)
    {
        foreach (var layer in LayerAttributes.Of(method))
        {
            foreach (var function in On(kind, layer, compilation, diagnostics))
            {
                yield return function;
            }
        }
    }

    /// <summary>Returns the same for one layer.</summary>
    public static IEnumerable<LayerFunction> On(string kind, ISymbol layer, Compilation compilation, ParseDiagnostics diagnostics)
    {
        foreach (var attribute in layer.GetAttributes())
        {
            if (IsOf(kind, attribute) && Resolve(kind, layer, attribute, compilation, diagnostics) is { } function)
            {
                yield return new LayerFunction(kind, function, layer, attribute);
            }
        }
    }

    public static Location? LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation();

    private static bool IsOf(string kind, AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Litestar", ContainingNamespace.IsGlobalNamespace: true } } type
        && type.Name.Length == kind.Length + "Attribute".Length && type.Name.StartsWith(kind, StringComparison.Ordinal) && type.Name.EndsWith("Attribute", StringComparison.Ordinal);

    // The constant is only the last part of the name: its class is in the source.
    private static IMethodSymbol? Resolve(string kind, ISymbol layer, AttributeData attribute, Compilation compilation, ParseDiagnostics diagnostics)
    {
        var text = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList.Arguments.Count: > 0 } syntax)
        {
            return null;
        }

        var named = syntax.ArgumentList.Arguments[0].Expression;
        var found = Candidates(named, layer, text, compilation.GetSemanticModel(syntax.SyntaxTree)).ToList();
        diagnostics.MarkUncacheable(found.Exists(Uncacheable.Is));
        if (FaultOf(found) is var (fact, remedy))
        {
            diagnostics.Add(Descriptors.NoLayerFunction, syntax.GetLocation(), kind, LayerAttributes.DisplayOf(layer), NamedIn(named)?.ToString() ?? text, fact, remedy);
            return null;
        }

        return found[0];
    }

    private static IEnumerable<IMethodSymbol> Candidates(ExpressionSyntax named, ISymbol layer, string text, SemanticModel model)
    {
        // For the compiler, a handler's parameter with the function's name is nearer.
        if (NamedIn(named) is { } inner && model.GetSymbolInfo(inner) is { Symbol: not IParameterSymbol } symbols)
        {
            return (symbols.Symbol is { } one ? [one] : symbols.CandidateSymbols.Concat(model.GetMemberGroup(inner))).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
        }

        var type = layer as INamedTypeSymbol ?? layer.ContainingType;
        return type?.GetMembers(text).OfType<IMethodSymbol>() ?? [];
    }

    // nameof(Guards.Admin)
    private static ExpressionSyntax? NamedIn(ExpressionSyntax argument) =>
        argument is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 } call ? call.ArgumentList.Arguments[0].Expression : null;

    private static (string Fact, string Remedy)? FaultOf(IReadOnlyList<IMethodSymbol> found) => found.Count switch
    {
        0 => ("is not a function that can be found here", Remedy),
        > 1 => ("is the name of several functions", "Give the intended one a unique name."),
        _ => FaultOf(found[0]),
    };

    private static (string Fact, string Remedy)? FaultOf(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LocalFunction } => ("is a local function, which only the code around it can call", "Move it into a static class, such as static class Guards { … }."),
        { MethodKind: not MethodKind.Ordinary } or { IsAbstract: true } => ("cannot be called", Remedy),
        { IsStatic: false } => ("is not static", "Make it static, and let it take what it needs as parameters."),
        { IsGenericMethod: true } or { ContainingType.IsGenericType: true } => ("is generic, and a request has no type arguments", "Write one function for each type."),
        { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => ("returns a reference to a variable", "Return the value."),
        { IsAsync: true, ReturnsVoid: true } => ("is async void, so it cannot be awaited", "Return Task."),
        _ => FaultOfSignature(method),
    };

    /// <summary>Returns the reason that generated code cannot call a function.</summary>
    public static (string Fact, string Remedy)? FaultOfSignature(IMethodSymbol method)
    {
        if (method.Parameters.FirstOrDefault(parameter => parameter.RefKind is not RefKind.None) is { } reference)
        {
            return ($"takes '{reference.Name}' by reference", "Pass it by value.");
        }

        foreach (var type in method.Parameters.Select(parameter => parameter.Type).Prepend(method.ReturnType))
        {
            if (Reachability.FirstUnreachable(type) is { } hidden)
            {
                return ($"takes or returns '{SymbolNames.ShortOf(hidden)}', which is {Reachability.Why(hidden)}", "Make that internal or public: generated code must name it.");
            }

            if (Reachability.Find(type, part => part.IsRefLikeType || part.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic) is { } unstorable)
            {
                return ($"takes or returns '{SymbolNames.ShortOf(unstorable)}', which generated code cannot store", "Use an array, a string or a record.");
            }
        }

        return null;
    }
}
