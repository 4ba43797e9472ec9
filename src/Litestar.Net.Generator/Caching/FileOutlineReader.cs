using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Caching;

/// <summary>Reads the declarations of a file.</summary>
internal sealed class FileOutlineReader
{
    // The compiler itself looks up types by full name in these namespaces, and any file may declare them.
    private static readonly string[] SharedSpaces = ["System", "Microsoft", "Litestar", "FluentValidation"];

    private readonly SourceHash _header = new();
    private readonly SourceHash _common = new();
    private readonly List<string> _aliases = [];
    private readonly List<SourcePiece> _pieces = [];
    private readonly NullableContextHash _nullability = new();

    public static FileOutline Outline(SyntaxTree tree, CancellationToken cancellation)
    {
        var outliner = new FileOutlineReader();
        outliner.File(tree, (CompilationUnitSyntax)tree.GetRoot(cancellation), cancellation);
        return outliner.Outline();
    }

    private FileOutline Outline()
    {
        var whole = new SourceHash();
        whole.Add(_header.Hash);
        whole.Add(_common.Hash);
        foreach (var piece in _pieces)
        {
            whole.Add(piece.Hash);
            foreach (var function in piece.Functions)
            {
                whole.Add(function.Hash);
            }
        }

        return new(whole.Hash, TextHash.Of(_header), TextHash.Of(_common), [.. _aliases], [.. _pieces]);
    }

    private void File(SyntaxTree tree, CompilationUnitSyntax file, CancellationToken cancellation)
    {
        // A file-local type has the file's path in its name.
        _header.Add(tree.FilePath);
        Options((CSharpParseOptions)tree.Options);
        Usings(file.Externs, file.Usings);
        foreach (var list in file.AttributeLists)
        {
            _nullability.Add(list, _common, isExact: true);
        }

        Program(file);
        Members("", file.Members, cancellation);
    }

    private void Options(CSharpParseOptions options)
    {
        _header.Add((int)options.LanguageVersion);
        foreach (var text in options.PreprocessorSymbolNames.Concat(options.Features.Select(feature => $"{feature.Key}={feature.Value}")))
        {
            _header.Add(text);
        }
    }

    private void Usings(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var outside in externs)
        {
            _nullability.Add(outside, _header);
        }

        foreach (var import in usings)
        {
            _nullability.Add(import, import.GlobalKeyword.RawKind is 0 ? _header : _common);
            if (import.Alias is { Name.Identifier.ValueText: var alias })
            {
                _aliases.Add(alias);
            }
        }
    }

    private void Members(string space, SyntaxList<MemberDeclarationSyntax> members, CancellationToken cancellation)
    {
        foreach (var member in members)
        {
            cancellation.ThrowIfCancellationRequested();
            Member(space, member, cancellation);
        }
    }

    private void Member(string space, MemberDeclarationSyntax member, CancellationToken cancellation)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax inner:
                _common.Add(inner.Name.ToString());
                Usings(inner.Externs, inner.Usings);
                Members($"{space}{inner.Name}.", inner.Members, cancellation);
                break;
            case BaseTypeDeclarationSyntax type:
                Declare(type.Identifier.ValueText, space, [type]);
                break;
            case DelegateDeclarationSyntax type:
                Declare(type.Identifier.ValueText, space, [type]);
                break;
            case GlobalStatementSyntax:
                break;
            case var other:
                _nullability.Add(other, _common);
                break;
        }
    }

    // All statements of a file are one body, whose local functions belong to the class Program.
    private void Program(CompilationUnitSyntax file)
    {
        var statements = file.Members.OfType<GlobalStatementSyntax>().ToArray<MemberDeclarationSyntax>();
        if (statements.Length > 0)
        {
            _common.Add("Program");
            Declare("Program", "", statements);
        }
    }

    private void Declare(string name, string space, IReadOnlyList<MemberDeclarationSyntax> members)
    {
        var piece = new PieceReader(_nullability);
        piece.Read(space, members);
        _pieces.Add(piece.Piece(name, isOfAll: Array.Exists(SharedSpaces, shared => space.StartsWith(shared + ".", StringComparison.Ordinal))));
    }
}
