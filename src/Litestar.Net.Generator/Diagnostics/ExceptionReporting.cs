using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Diagnostics;

/// <summary>
/// Runs steps of the generator and reports their exceptions as LIT900. An exception in the compiler becomes its CS8785:
/// a warning, after which no handler is generated.
/// </summary>
internal static class ExceptionReporting
{
    /// <summary>Selects a value. An exception is reported, and the value is then the default one.</summary>
    /// <param name="source">The values to select from.</param>
    /// <param name="context">Receives the report.</param>
    /// <param name="what">The name of the result, for the report.</param>
    /// <param name="select">Computes the value.</param>
    public static IncrementalValueProvider<TResult> Attempt<TSource, TResult>(
        this IncrementalValueProvider<TSource> source, IncrementalGeneratorInitializationContext context, string what, Func<TSource, CancellationToken, TResult> select)
        where TResult : struct
    {
        var attempts = source.Select((value, cancellation) =>
        {
            try
            {
                return (Value: select(value, cancellation), Failure: (string?)null);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return (Value: default(TResult), Failure: (string?)Diagnostics.ExceptionText.Of(exception));
            }
        });
        context.RegisterSourceOutput(attempts.Select(static (attempt, _) => attempt.Failure), (production, failure) => Report(production, what, failure));
        return attempts.Select(static (attempt, _) => attempt.Value);
    }

    /// <summary>Writes a file. An exception is reported.</summary>
    public static void Report(SourceProductionContext context, string what, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Report(context, what, ExceptionText.Of(exception));
        }
    }

    private static void Report(SourceProductionContext context, string what, string? failure)
    {
        if (failure is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.GeneratorFailure, null, what, failure));
        }
    }
}
