using System.Collections.Immutable;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Routes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.Generator.Diagnostics;

/// <summary>Reports layer attributes where there is no handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptors.IdleLayer, Descriptors.UnusedProviderName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(found => Class((INamedTypeSymbol)found.Symbol, found.ReportDiagnostic), SymbolKind.NamedType);
        context.RegisterSymbolAction(found => Function((IMethodSymbol)found.Symbol, found.ReportDiagnostic), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(LocalFunction, SyntaxKind.LocalFunctionStatement);
        context.RegisterSymbolAction(found => NamedProviders.Check(found.Symbol, found.Compilation, found.ReportDiagnostic), SymbolKind.NamedType, SymbolKind.Method);
        context.RegisterCompilationAction(found => NamedProviders.Check(found.Compilation.Assembly, found.Compilation, found.ReportDiagnostic));
    }

    private static void LocalFunction(SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetDeclaredSymbol((LocalFunctionStatementSyntax)context.Node, context.CancellationToken) is IMethodSymbol function)
        {
            Function(function, context.ReportDiagnostic);
            NamedProviders.Check(function, context.Compilation, context.ReportDiagnostic);
        }
    }

    private static void Class(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (LayerAttributes.AttributesOf(type).Any() && !HoldsHandlers(type))
        {
            Report(type, LayerAttributes.DisplayOf(type), "has no handler", "Give one of its static functions a verb attribute such as [Get(\"/path\")], or take it off.", report);
        }
    }

    private static void Function(IMethodSymbol function, Action<Diagnostic> report)
    {
        if (!VerbAttributes.Marks(function))
        {
            Report(function, FunctionNames.DisplayOf(function), "is not a handler", "Give it a verb attribute such as [Get(\"/path\")], or put it on the handlers that are meant or on their class.", report);
        }
    }

    private static void Report(ISymbol layer, string name, string fact, string remedy, Action<Diagnostic> report)
    {
        foreach (var attribute in LayerAttributes.AttributesOf(layer))
        {
            var kind = attribute.AttributeClass!.Name;
            report(Diagnostic.Create(Descriptors.IdleLayer, LayerFunction.LocationOf(attribute), kind.Substring(0, kind.Length - "Attribute".Length), name, fact, remedy));
        }
    }

    private static bool HoldsHandlers(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member switch
        {
            IMethodSymbol method => VerbAttributes.Marks(method) || HoldsLocalHandlers(method),
            INamedTypeSymbol nested => HoldsHandlers(nested),
            _ => false,
        });

    // A local function belongs to its outer class.
    private static bool HoldsLocalHandlers(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes().OfType<LocalFunctionStatementSyntax>().Any(function => function.AttributeLists.Count > 0));
}
