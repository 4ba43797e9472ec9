using System.Collections.Immutable;
using Litestar.Generator.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.Generator.Diagnostics;

/// <summary>Reports faults of error handlers that code adds to a list or an app.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorHandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Call, SyntaxKind.InvocationExpression);
    }

    private static void Call(SyntaxNodeAnalysisContext context)
    {
        if (!ErrorFunctions.MayBe(context.Node))
        {
            return;
        }

        var diagnostics = new ParseDiagnostics();
        try
        {
            ErrorFunctions.Parse((InvocationExpressionSyntax)context.Node, context.SemanticModel, diagnostics, context.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            diagnostics.Add(Descriptors.GeneratorFailure, context.Node.GetLocation(), "'OnError'", ExceptionText.Of(exception));
        }

        diagnostics.ForEach(context.ReportDiagnostic);
    }
}
