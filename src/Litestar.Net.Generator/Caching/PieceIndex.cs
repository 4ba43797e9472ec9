using Litestar.Generator.Parse.Routes;

namespace Litestar.Generator.Caching;

/// <summary>The pieces of a compilation by name, to find the dependencies of each.</summary>
/// <remarks>
/// In C#, a declaration depends on another only if it, or one of its dependencies, contains the other's name. So a model reads only
/// pieces that are reached by names from its own, or declarations for all files.
/// </remarks>
internal sealed class PieceIndex
{
    private readonly Dictionary<string, PiecesOfName> _named = new(StringComparer.Ordinal);
    private readonly List<string> _ofAll = [];
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
    private readonly ulong _common;

    public PieceIndex(IReadOnlyList<FileOutline> files, ulong surroundings)
    {
        var common = new SourceHash();
        common.Add(surroundings);
        foreach (var file in files)
        {
            common.Add(file.Common.Hash);
            _aliases.UnionWith(file.Aliases);
            _ofAll.AddRange(file.Common.Names);
            foreach (var piece in file.Pieces)
            {
                Add(piece, file.Header);
            }
        }

        _common = common.Hash;
    }

    /// <summary>
    /// Returns true if a function may be a handler: it has an attribute with a verb's name, or with an alias that may
    /// mean one.
    /// </summary>
    public bool MayBeHandler(Candidate function) =>
        Array.Exists(function.Attributes, attribute => VerbAttributes.Names.Contains(attribute) || _aliases.Contains(attribute) || _aliases.Contains(attribute + "Attribute"));

    /// <summary>Returns the pieces on which a declaration in a piece may depend.</summary>
    public ReachablePieces Of(FileOutline file, SourcePiece piece)
    {
        var reach = new ReachablePieces(_named);
        reach.Add(_common);
        reach.Add(file.Header.Hash);
        reach.Add(piece.Hash);
        reach.Follow(_ofAll);
        reach.Follow(file.Header.Names);
        reach.Follow(piece.Names);
        // A program does not name its class.
        reach.Follow([piece.Name]);
        return reach;
    }

    private void Add(SourcePiece piece, TextHash header)
    {
        if (!_named.TryGetValue(piece.Name, out var named))
        {
            _named.Add(piece.Name, named = new());
        }

        named.Hash.Add(header.Hash);
        named.Hash.Add(piece.Hash);
        named.Names.UnionWith(piece.Names);
        named.Names.UnionWith(header.Names);
        if (piece.IsOfAll)
        {
            _ofAll.Add(piece.Name);
        }
    }

    /// <summary>All pieces with one name.</summary>
    internal sealed class PiecesOfName
    {
        public SourceHash Hash { get; } = new();

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
