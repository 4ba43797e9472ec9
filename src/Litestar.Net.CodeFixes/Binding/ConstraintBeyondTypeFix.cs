namespace Litestar.CodeFixes;

/// <summary>Corrects a constraint that accepts values outside of its parameter's type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConstraintBeyondTypeFix() : HandlerFix("LIT212")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => ConstraintFix.Remedies(fault);
}
