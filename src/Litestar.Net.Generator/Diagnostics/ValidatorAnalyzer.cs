using System.Collections.Immutable;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.Generator.Diagnostics;

/// <summary>Reports validators that generated code cannot create: without a report they would be ignored silently.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValidatorAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptors.UnconstructibleValidator];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Report, SymbolKind.NamedType);
    }

    private static void Report(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (ValidatorParser.FaultOf(type) is var (fact, remedy))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnconstructibleValidator, type.Locations.FirstOrDefault(), SymbolNames.ShortOf(type), SymbolNames.ShortOf(ValidatorParser.ValidatedOf(type)!), fact, remedy));
        }
    }
}
