namespace Litestar.CodeFixes;

/// <summary>Makes a type that an attribute names accessible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LostMetadataFix() : HandlerFix("LIT311")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => DeclaredType.Opened(fault);
}
