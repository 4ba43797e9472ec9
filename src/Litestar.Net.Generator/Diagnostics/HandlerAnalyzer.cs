using System.Collections.Immutable;
using Litestar.Generator.Model;
using Litestar.Generator.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.Generator.Diagnostics;

/// <summary>Says what is wrong with a function that bears a verb attribute, and with the path of a module.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    private readonly Func<IMethodSymbol, Problems, HandlerModel?> _parse;

    /// <summary>As the compiler makes it.</summary>
    public HandlerAnalyzer() : this(HandlerParser.Parse)
    {
    }

    internal HandlerAnalyzer(Func<IMethodSymbol, Problems, HandlerModel?> parse) => _parse = parse;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Method, SymbolKind.Method);
        context.RegisterSymbolAction(Module, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(LocalFunction, SyntaxKind.LocalFunctionStatement);
        context.RegisterSyntaxNodeAction(Lambda, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
    }

    private void Method(SymbolAnalysisContext context) => Report((IMethodSymbol)context.Symbol, context.ReportDiagnostic);

    private static void Module(SymbolAnalysisContext context)
    {
        var problems = new Problems();
        RouteParser.CheckPrefix((INamedTypeSymbol)context.Symbol, problems);
        problems.ForEach(context.ReportDiagnostic);
    }

    private void LocalFunction(SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetDeclaredSymbol((LocalFunctionStatementSyntax)context.Node, context.CancellationToken) is IMethodSymbol function)
        {
            Report(function, context.ReportDiagnostic);
        }
    }

    private static void Lambda(SyntaxNodeAnalysisContext context)
    {
        var lambda = (LambdaExpressionSyntax)context.Node;
        if (lambda.AttributeLists.Count > 0 && context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol function && Verbs.Marks(function))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Lambda, lambda.GetLocation()));
        }
    }

    private void Report(IMethodSymbol method, Action<Diagnostic> report)
    {
        if (!Verbs.Marks(method))
        {
            return;
        }

        var problems = new Problems();
        try
        {
            _parse(method, problems);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Add(Descriptors.Failure, method.Locations.FirstOrDefault(), $"'{method.Name}'", Failure.Of(exception));
        }

        problems.ForEach(report);
    }
}
