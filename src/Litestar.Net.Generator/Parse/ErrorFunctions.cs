using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse;

/// <summary>
/// Parses the error handlers that code adds to lists and apps, <c>options.OnError((SoldOut error, Stock stock) =>
/// …)</c>. Their parameters are bound as those of an attribute's function.
/// </summary>
internal static class ErrorFunctions
{
    private const string Kind = "OnError", Remedy = "Write 'OnError((SoldOut error, Stock stock) => …)', or name a function.";

    // Its routes are known only at the start. A name that is in the route's path is read from there.
    private static readonly RouteModel AnyRoute = new("GET", "/", null, 200);

    /// <summary>Returns true if a call may add an error handler.</summary>
    public static bool MayBe(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Kind } };

    /// <summary>Returns the method of <c>Layer</c> that a call invokes; null for another method.</summary>
    public static IMethodSymbol? MethodOf(SyntaxNode call, SemanticModel semantics, CancellationToken cancellation) =>
        semantics.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: Kind, ContainingType: { Name: "Layer" } owner } method && SymbolNames.IsIn(owner, "Litestar") ? method : null;

    /// <summary>Returns the argument with the function.</summary>
    public static ExpressionSyntax? ArgumentOf(InvocationExpressionSyntax call, IMethodSymbol method) =>
        (call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == method.Parameters[0].Name)
            ?? call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon is null))?.Expression;

    /// <summary>Returns the error handler that a call adds; null if generics bind it, or if it cannot be bound.</summary>
    public static HandlerModel? Parse(InvocationExpressionSyntax call, SemanticModel semantics, ParseDiagnostics diagnostics, CancellationToken cancellation)
    {
        if (MethodOf(call, semantics, cancellation) is not { IsGenericMethod: false } method
            || ArgumentOf(call, method) is not { } argument
            || FunctionOf(argument, semantics, cancellation) is not { } function
            || semantics.GetEnclosingSymbol(call.SpanStart, cancellation) is not { } caller)
        {
            return null;
        }

        var layer = caller.ContainingType ?? caller;
        var named = new LayerFunction(Kind, function, layer, null) { Place = argument.GetLocation(), Text = DisplayOf(function) };
        Check(named, diagnostics);
        return diagnostics.AreFatal ? null : Parse(named, argument, semantics.Compilation, diagnostics);
    }

    private static HandlerModel? Parse(LayerFunction named, ExpressionSyntax argument, Compilation compilation, ParseDiagnostics diagnostics)
    {
        var function = named.Method;
        var place = new BindingContext(function, compilation, named.Display, [AnyRoute], diagnostics, hasLayers: false);
        var model = FunctionParser.ParseErrorHandler(named, function.Parameters[0].Type, place);
        model = model with { Call = model.Call with { Reach = FunctionAccess.Delegate } };
        if (diagnostics.AreFatal)
        {
            return null;
        }

        var isLambda = function.MethodKind is MethodKind.AnonymousFunction;
        var (type, name) = (SymbolNames.ReflectionOf(function.ContainingType), isLambda ? argument.ToString() : FunctionNames.RuntimeNameOf(function));
        var parameters = string.Join(",", function.Parameters.Select(parameter => SymbolNames.ReflectionTextOf(parameter.Type)));
        return new HandlerModel(
            $"OnError_{RuleClassNames.Hash($"{type} {name} {parameters} {model.Call.ReturnType}"):x8}",
            named.Display,
            "",
            type,
            name,
            parameters,
            model.Call with { Reach = FunctionAccess.Name },
            default,
            new([.. place.Forms.Models]),
            new(ResultKind.Nothing, IsAwaited: false, "void", IsResponse: false),
            default,
            default,
            model.Written,
            place.Rules.Models,
            new(default, null, default, null, null, new([model]), default, default),
            IsBlocking: false);
    }

    // The compiler knows a lambda or a function's name as what it is; of any other value the parameters are not known.
    private static IMethodSymbol? FunctionOf(ExpressionSyntax argument, SemanticModel semantics, CancellationToken cancellation)
    {
        while (argument is ParenthesizedExpressionSyntax inner)
        {
            argument = inner.Expression;
        }

        // For a function's name that is converted to any delegate, the compiler's model has only the method group.
        return argument switch
        {
            AnonymousFunctionExpressionSyntax => semantics.GetSymbolInfo(argument, cancellation).Symbol as IMethodSymbol,
            NameSyntax or MemberAccessExpressionSyntax => semantics.GetMemberGroup(argument, cancellation) is { Length: 1 } group && group[0] is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function ? function : null,
            _ => null,
        };
    }

    private static void Check(LayerFunction named, ParseDiagnostics diagnostics)
    {
        var function = named.Method;
        if (function.Parameters.FirstOrDefault()?.Type is not { } caught || !LayersParser.IsException(caught))
        {
            var shape = $"{SymbolNames.ShortOf(function.ReturnType)} ({string.Join(", ", function.Parameters.Select(parameter => SymbolNames.ShortOf(parameter.Type)))})";
            diagnostics.Add(Descriptors.WrongSignature, named.Location, Kind, named.LayerDisplay, named.Display, shape, $"An error handler's first parameter is the exception that it answers. {Remedy}");
        }
        else if (FaultOf(function) is var (fact, remedy))
        {
            diagnostics.Add(Descriptors.NoLayerFunction, named.Location, Kind, named.LayerDisplay, named.Display, fact, remedy);
        }
    }

    private static (string Fact, string Remedy)? FaultOf(IMethodSymbol function) =>
        function is { IsAsync: true, ReturnsVoid: true } ? ("is async void, so it cannot be awaited", "Return Task.")
        : function.ReturnsByRef || function.ReturnsByRefReadonly ? ("returns a reference to a variable", "Return the value.")
        : function.Parameters.Select(parameter => parameter.Type).Prepend(function.ReturnType).Any(type => Reachability.Find(type, static part => part is ITypeParameterSymbol) is not null)
            ? ("is generic, and generated code knows no type arguments", "Write one function for each type.")
        : LayerFunction.FaultOfSignature(function);

    // The lambda (SoldOut, Stock).
    private static string? DisplayOf(IMethodSymbol function) => function.MethodKind switch
    {
        MethodKind.AnonymousFunction => $"the lambda ({string.Join(", ", function.Parameters.Select(parameter => $"{SymbolNames.ShortOf(parameter.Type)} {parameter.Name}"))})",
        MethodKind.LocalFunction => FunctionNames.DisplayOf(function),
        _ => null,
    };
}
