namespace Litestar.CodeFixes;

/// <summary>Corrects a constraint that accepts no value of its parameter's type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConstraintAgainstTypeFix() : HandlerFix("LIT211")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => ConstraintFix.Remedies(fault);
}
