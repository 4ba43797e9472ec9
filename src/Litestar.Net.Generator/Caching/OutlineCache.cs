using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Caching;

/// <summary>Caches the outlines of compilations. A file is read once, whatever the number of compilations with it.</summary>
internal sealed class OutlineCache
{
    private readonly ConditionalWeakTable<Compilation, CompilationOutline> _compilations = new();
    private readonly ConditionalWeakTable<SyntaxTree, FileOutline> _files = new();
    private readonly CompilationIdentity _surroundings = new();

    public CompilationOutline Of(Compilation compilation, CancellationToken cancellation)
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
                file = FileOutlineReader.Outline(tree, cancellation);
                file = _files.GetValue(tree, _ => file);
            }

            files.Add(file);
        }

        return _compilations.GetValue(compilation, _ => new(files, _surroundings.Of(compilation)));
    }
}
