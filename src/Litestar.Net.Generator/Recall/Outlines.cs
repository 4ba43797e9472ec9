using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Recall;

/// <summary>The outlines of compilations. A file is read once, however many compilations it is part of.</summary>
internal sealed class Outlines
{
    private readonly ConditionalWeakTable<Compilation, Outline> _compilations = new();
    private readonly ConditionalWeakTable<SyntaxTree, FileOutline> _files = new();
    private readonly Surroundings _surroundings = new();

    public Outline Of(Compilation compilation, CancellationToken cancellation)
    {
        if (_compilations.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var files = new List<FileOutline>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!_files.TryGetValue(tree, out var file))
            {
                file = Outliner.Outline(tree, cancellation);
                file = _files.GetValue(tree, _ => file);
            }

            files.Add(file);
        }

        return _compilations.GetValue(compilation, _ => new(files, _surroundings.Of(compilation)));
    }
}
