namespace Litestar.CodeFixes;

/// <summary>Mends a constraint that lets nothing pass which its parameter could be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConstraintAgainstTypeFix() : HandlerFix("LIT211")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => ConstraintFix.Remedies(fault);
}
