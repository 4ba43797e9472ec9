namespace Litestar.CodeFixes;

/// <summary>Leaves the status to the verb, whose own has a body.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ValueWithoutBodyFix() : HandlerFix("LIT401")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => Status.Removed(fault);
}
