using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Caching;

/// <summary>Caches models by all their sources: a model with unchanged sources is not parsed again.</summary>
/// <param name="outlines">Finds declarations.</param>
/// <param name="candidates">Selects the declarations of a piece that may have a model.</param>
/// <param name="read">Parses it; null if the declaration is not of this kind.</param>
/// <remarks>Only the models of two generations are kept. They contain no objects of the compiler.</remarks>
internal sealed class ModelCache<TModel>(OutlineCache outlines, Func<PieceIndex, SourcePiece, IEnumerable<Candidate>> candidates, Func<SyntaxNode, SemanticModel, CancellationToken, CachedModel<TModel>> read) where TModel : class
{
    private Generation _latest = new();

    /// <summary>Returns all models of a compilation, in the order of its files.</summary>
    public IReadOnlyList<TModel> Of(Compilation compilation, CancellationToken cancellation)
    {
        var outline = outlines.Of(compilation, cancellation);
        var before = _latest;
        if (before.Hash == outline.Hash && before.IsWhole)
        {
            return before.Results;
        }

        var now = new Generation(outline.Hash, before.Models);
        foreach (var (tree, file) in compilation.SyntaxTrees.Zip(outline.Files, (tree, file) => (tree, file)))
        {
            var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
            foreach (var piece in file.Pieces)
            {
                Read(piece, file, model);
            }
        }

        // Another thread sees this generation or the previous one, each of them complete.
        _latest = now;
        return now.Results;

        void Read(SourcePiece piece, FileOutline file, Lazy<SemanticModel> model)
        {
            ReachablePieces? reach = null;
            foreach (var candidate in candidates(outline.Index, piece))
            {
                cancellation.ThrowIfCancellationRequested();
                now.Add((reach ??= outline.Index.Of(file, piece)).KeyOf(candidate), before, () => read(NodeAt(model.Value.SyntaxTree, candidate.Position, cancellation), model.Value, cancellation));
            }
        }
    }

    private static SyntaxNode NodeAt(SyntaxTree tree, int position, CancellationToken cancellation) => tree.GetRoot(cancellation).FindToken(position).Parent!;

    /// <summary>The models of one compilation.</summary>
    private sealed class Generation(ulong? hash = null, IReadOnlyDictionary<ulong, TModel?>? older = null)
    {
        private readonly List<TModel> _found = [];
        private readonly Dictionary<ulong, TModel?> _models = [];

        public ulong? Hash => hash;

        public IReadOnlyList<TModel> Results => _found;

        /// <summary>True if all of it may be reused.</summary>
        public bool IsWhole { get; private set; } = true;

        public Dictionary<ulong, TModel?> Models => _models;

        public void Add(ulong key, Generation before, Func<CachedModel<TModel>> read)
        {
            if (!_models.TryGetValue(key, out var model) && !before._models.TryGetValue(key, out model) && older?.TryGetValue(key, out model) is not true)
            {
                var reading = read();
                model = reading.Model;
                IsWhole &= reading.IsLasting;
                if (!reading.IsLasting)
                {
                    Keep(model);
                    return;
                }
            }

            _models[key] = model;
            Keep(model);
        }

        private void Keep(TModel? model)
        {
            if (model is not null)
            {
                _found.Add(model);
            }
        }
    }
}
