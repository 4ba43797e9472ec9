using System.Collections.Concurrent;
using System.Collections.Immutable;
using Litestar.Generator.Model;
using Litestar.Generator.Parse;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Routes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.Generator.Diagnostics;

/// <summary>Reports faults of functions with a verb attribute, and of the paths of modules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    private readonly Func<IMethodSymbol, Compilation, ParseDiagnostics, HandlerModel?> _parse;

    /// <summary>Creates the analyzer as the compiler does.</summary>
    public HandlerAnalyzer() : this(HandlerParser.Parse)
    {
    }

    internal HandlerAnalyzer(Func<IMethodSymbol, Compilation, ParseDiagnostics, HandlerModel?> parse) => _parse = parse;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Handlers);
        context.RegisterSymbolAction(Module, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(Lambda, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
    }

    // Two handlers may have one parameter type, and its fault is reported once.
    private void Handlers(CompilationStartAnalysisContext context)
    {
        var said = new ConcurrentDictionary<(string, Location), bool>();
        var provided = new ProvidedTypes(context.Compilation);
        context.RegisterSymbolAction(found => Report((IMethodSymbol)found.Symbol, found.Compilation, provided, diagnostic => Once(diagnostic, found.ReportDiagnostic)), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(found => LocalFunction(found, provided, diagnostic => Once(diagnostic, found.ReportDiagnostic)), SyntaxKind.LocalFunctionStatement);

        void Once(Diagnostic diagnostic, Action<Diagnostic> report)
        {
            if (said.TryAdd((diagnostic.Id, diagnostic.Location), true))
            {
                report(diagnostic);
            }
        }
    }

    private static void Module(SymbolAnalysisContext context)
    {
        var diagnostics = new ParseDiagnostics();
        RouteParser.CheckPrefix((INamedTypeSymbol)context.Symbol, diagnostics);
        diagnostics.ForEach(context.ReportDiagnostic);
    }

    private void LocalFunction(SyntaxNodeAnalysisContext context, ProvidedTypes provided, Action<Diagnostic> report)
    {
        if (context.SemanticModel.GetDeclaredSymbol((LocalFunctionStatementSyntax)context.Node, context.CancellationToken) is IMethodSymbol function)
        {
            Report(function, context.Compilation, provided, report);
        }
    }

    private static void Lambda(SyntaxNodeAnalysisContext context)
    {
        var lambda = (LambdaExpressionSyntax)context.Node;
        if (lambda.AttributeLists.Count > 0 && context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol function && VerbAttributes.Marks(function))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.LambdaOnList, lambda.GetLocation()));
        }
    }

    private void Report(IMethodSymbol method, Compilation compilation, ProvidedTypes provided, Action<Diagnostic> report)
    {
        if (!VerbAttributes.Marks(method))
        {
            return;
        }

        var diagnostics = new ParseDiagnostics();
        try
        {
            _parse(method, compilation, diagnostics);
            ForgottenProviders.Check(method, diagnostics, provided);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            diagnostics.Add(Descriptors.GeneratorFailure, method.Locations.FirstOrDefault(), $"'{method.Name}'", ExceptionText.Of(exception));
        }

        diagnostics.ForEach(report);
    }
}
