namespace Litestar.CodeFixes;

/// <summary>Opens a type that an attribute names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LostMetadataFix() : HandlerFix("LIT311")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => DeclaredType.Opened(fault);
}
