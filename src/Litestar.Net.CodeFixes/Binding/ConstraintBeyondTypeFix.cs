namespace Litestar.CodeFixes;

/// <summary>Mends a constraint that lets pass what its parameter cannot hold.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConstraintBeyondTypeFix() : HandlerFix("LIT212")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => ConstraintFix.Remedies(fault);
}
