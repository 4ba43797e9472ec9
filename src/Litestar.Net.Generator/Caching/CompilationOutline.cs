
namespace Litestar.Generator.Caching;

/// <summary>The declarations of all files of a compilation.</summary>
internal sealed class CompilationOutline
{
    private readonly Lazy<PieceIndex> _index;

    /// <param name="files">The outlines of its files, in their order.</param>
    /// <param name="surroundings">Its options and references.</param>
    public CompilationOutline(IReadOnlyList<FileOutline> files, ulong surroundings)
    {
        var whole = new SourceHash();
        whole.Add(surroundings);
        foreach (var file in files)
        {
            whole.Add(file.Hash);
        }

        Hash = whole.Hash;
        Files = files;
        _index = new(() => new(files, surroundings));
    }

    /// <summary>A hash of the whole: while it is unchanged, so is every model.</summary>
    public ulong Hash { get; }

    public IReadOnlyList<FileOutline> Files { get; }

    /// <summary>The declarations by name.</summary>
    public PieceIndex Index => _index.Value;
}
