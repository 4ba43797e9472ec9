
namespace Litestar.Generator.Caching;

/// <summary>What one file declares, without what no model reads: bodies, space, comments.</summary>
/// <param name="Hash">All of it.</param>
/// <param name="Header">Its own usings and its path, which every piece in it depends on.</param>
/// <param name="Common">What it says to all files: global usings, attributes of the assembly, the names of namespaces.</param>
/// <param name="Aliases">The aliases in its usings, global ones included: an attribute of such a name may be any.</param>
/// <param name="Pieces">What it declares.</param>
internal sealed record FileOutline(ulong Hash, TextHash Header, TextHash Common, string[] Aliases, SourcePiece[] Pieces);

/// <summary>A text, folded, and the identifiers in it.</summary>
internal sealed record TextHash(ulong Hash, string[] Names)
{
    public static TextHash Of(SourceHash fold) => new(fold.Hash, [.. fold.Names]);
}
