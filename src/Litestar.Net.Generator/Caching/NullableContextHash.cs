using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Caching;

/// <summary>
/// Hashes tokens in the order of their file, and the <c>#nullable</c> directives between them, each of which applies to
/// all later tokens.
/// </summary>
internal sealed class NullableContextHash
{
    private readonly SourceHash _passed = new();

    /// <summary>A hash of all directives so far.</summary>
    public ulong Hash => _passed.Hash;

    /// <param name="node">The node to hash.</param>
    /// <param name="fold">Receives its tokens.</param>
    /// <param name="isExact">True if comments count too: a handler's metadata repeats them.</param>
    public void Add(SyntaxNode node, SourceHash fold, bool isExact = false)
    {
        foreach (var token in node.DescendantTokens())
        {
            Add(token, fold, isExact);
        }
    }

    public void Add(SyntaxToken token, SourceHash fold, bool isExact = false)
    {
        Directives(token, fold);
        fold.Add(token);
        if (isExact && (token.HasLeadingTrivia || token.HasTrailingTrivia))
        {
            foreach (var trivia in token.GetAllTrivia())
            {
                if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                {
                    fold.Add(trivia.ToFullString());
                }
            }
        }
    }

    /// <summary>Skips a node that is not hashed.</summary>
    public void Skip(SyntaxNode node, SourceHash fold)
    {
        if (node.ContainsDirectives)
        {
            foreach (var token in node.DescendantTokens())
            {
                Directives(token, fold);
            }
        }
    }

    private void Directives(SyntaxToken token, SourceHash fold)
    {
        if (!token.ContainsDirectives)
        {
            return;
        }

        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
            {
                var text = trivia.ToString();
                _passed.Add(text);
                fold.Add(text);
            }
        }
    }
}
