using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;

namespace Litestar.CodeFixes;

/// <summary>Fixes one diagnostic; each remedy can be applied to a whole solution.</summary>
/// <param name="id">The diagnostic's number.</param>
public abstract class HandlerFix(string id) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in model is null ? [] : context.Diagnostics)
        {
            foreach (var remedy in Remedies(new LocatedDiagnostic(diagnostic, context.Document, model!)))
            {
                context.RegisterCodeFix(CodeAction.Create(remedy.Title, cancellation => remedy.Apply(context.Document.Project.Solution, cancellation), $"{id}: {remedy.Kind}"), diagnostic);
            }
        }
    }

    /// <summary>Returns the remedies, the most likely first.</summary>
    internal abstract IEnumerable<Remedy> Remedies(LocatedDiagnostic fault);
}
