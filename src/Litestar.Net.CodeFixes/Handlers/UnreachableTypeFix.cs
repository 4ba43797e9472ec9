namespace Litestar.CodeFixes;

/// <summary>Opens a type that a handler's signature names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnreachableTypeFix() : HandlerFix("LIT303")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => DeclaredType.Opened(fault);
}
