namespace Litestar.CodeFixes;

/// <summary>Makes a type of a handler's signature accessible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnreachableTypeFix() : HandlerFix("LIT303")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => DeclaredType.Opened(fault);
}
