using System.Collections.Concurrent;
using System.Collections.Immutable;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Litestar.Generator.Diagnostics;

/// <summary>Reports the handlers of a program that are on no list. Those of a library may be on the list of another program.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnlistedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptors.UnlistedHandler];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Program);
    }

    private static void Program(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication))
        {
            return;
        }

        // A type in a typeof or a method group may end up on a list.
        var named = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSyntaxNodeAction(found => Type(found, named), SyntaxKind.TypeOfExpression);
        context.RegisterOperationAction(found => named.TryAdd(((IMethodReferenceOperation)found.Operation).Method.OriginalDefinition, true), OperationKind.MethodReference);
        context.RegisterCompilationEndAction(end => Report(end, named));
    }

    private static void Type(SyntaxNodeAnalysisContext context, ConcurrentDictionary<ISymbol, bool> named)
    {
        if (context.SemanticModel.GetTypeInfo(((TypeOfExpressionSyntax)context.Node).Type, context.CancellationToken).Type is { } type)
        {
            named.TryAdd(type.OriginalDefinition, true);
        }
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentDictionary<ISymbol, bool> named)
    {
        var unlisted = LayerHandlers.Below(context.Compilation.Assembly, context.Compilation).Where(handler => !named.ContainsKey(handler.OriginalDefinition) && !IsWithin(handler.ContainingType, named)).ToList();
        foreach (var function in unlisted.Where(handler => handler.MethodKind is MethodKind.LocalFunction))
        {
            var name = $"'{FunctionNames.DisplayOf(function)}'";
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnlistedHandler, function.Locations.FirstOrDefault(), name, "it", name));
        }

        foreach (var module in unlisted.Where(handler => handler.MethodKind is not MethodKind.LocalFunction).GroupBy(handler => handler.ContainingType, SymbolEqualityComparer.Default))
        {
            var names = module.Select(handler => $"'{FunctionNames.WholeDisplayOf(handler)}'").ToList();
            var isWhole = LayerHandlers.Below(module.Key!, context.Compilation).Count() == names.Count;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnlistedHandler,
                module.Key!.Locations.FirstOrDefault(),
                string.Join(", ", names),
                names.Count is 1 ? "it" : "them",
                isWhole ? $"typeof({LayerAttributes.DisplayOf(module.Key)})" : names.Count is 1 ? "it" : "them"));
        }
    }

    private static bool IsWithin(INamedTypeSymbol? type, ConcurrentDictionary<ISymbol, bool> named) =>
        type is not null && (named.ContainsKey(type.OriginalDefinition) || IsWithin(type.ContainingType, named));
}
