using Microsoft.CodeAnalysis.Editing;

namespace Litestar.CodeFixes;

/// <summary>A change to one file that removes a fault.</summary>
/// <param name="Title">A description of the change, for a menu.</param>
/// <param name="Kind">The same for every fault of one kind, so that all can be fixed at once.</param>
/// <param name="File">The file.</param>
/// <param name="Change">The change.</param>
internal sealed record Remedy(string Title, string Kind, SyntaxTree File, Action<SyntaxEditor> Change)
{
    public static Remedy Replace(string title, string kind, SyntaxNode old, SyntaxNode better) =>
        new(title, kind, old.SyntaxTree, editor => editor.ReplaceNode(old, better));

    public async Task<Solution> Apply(Solution solution, CancellationToken cancellation)
    {
        if (solution.GetDocument(File) is not { } document)
        {
            return solution;
        }

        var editor = new SyntaxEditor(await File.GetRootAsync(cancellation).ConfigureAwait(false), solution.Services);
        Change(editor);
        return document.WithSyntaxRoot(editor.GetChangedRoot()).Project.Solution;
    }
}
