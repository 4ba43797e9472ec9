
namespace Litestar.Generator.Caching;

/// <summary>The declarations of one file, without bodies, white space and comments, which no model reads.</summary>
/// <param name="Hash">The hash of the whole.</param>
/// <param name="Header">Its own usings and its path, on which every piece in it depends.</param>
/// <param name="Common">Its effects on all files: global usings, attributes of the assembly, the names of namespaces.</param>
/// <param name="Aliases">The aliases in its usings, global ones included: an attribute with such a name may be any.</param>
/// <param name="Pieces">Its declarations.</param>
internal sealed record FileOutline(ulong Hash, TextHash Header, TextHash Common, string[] Aliases, SourcePiece[] Pieces);

/// <summary>The hash of a text, with its identifiers.</summary>
internal sealed record TextHash(ulong Hash, string[] Names)
{
    public static TextHash Of(SourceHash fold) => new(fold.Hash, [.. fold.Names]);
}
