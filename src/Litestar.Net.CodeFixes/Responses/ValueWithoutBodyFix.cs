namespace Litestar.CodeFixes;

/// <summary>Removes the status, so that the verb's default applies, which has a body.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ValueWithoutBodyFix() : HandlerFix("LIT401")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => Status.Removed(fault);
}
