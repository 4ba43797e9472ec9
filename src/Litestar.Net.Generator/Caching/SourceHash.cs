using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Caching;

/// <summary>Hashes source text, and collects its names. White space and comments do not count.</summary>
internal sealed class SourceHash
{
    private ulong _hash = 14695981039346656037;

    /// <summary>The hash. Equal texts have the same one in every run (FNV-1a).</summary>
    public ulong Hash => _hash;

    /// <summary>Every identifier that was added as a token.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public void Add(string text)
    {
        var hash = _hash;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        // A separator that is no character: "a", "b" are not "ab", "".
        _hash = unchecked((hash ^ 0x10000) * 1099511628211);
    }

    public void Add(int number) => _hash = unchecked((_hash ^ (uint)number) * 1099511628211);

    public void Add(ulong number)
    {
        Add((int)number);
        Add((int)(number >> 32));
    }

    public void Add(SyntaxToken token)
    {
        Add(token.RawKind);
        Add(token.Text);
        if (token.IsKind(SyntaxKind.IdentifierToken))
        {
            Names.Add(token.ValueText);
            // [Audit] may be Audit or AuditAttribute.
            if (token.Parent?.Parent is AttributeSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax)
            {
                Names.Add(token.ValueText + "Attribute");
            }
        }
    }
}
