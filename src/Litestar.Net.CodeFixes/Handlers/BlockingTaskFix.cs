namespace Litestar.CodeFixes;

/// <summary>Leaves a function that returns a task in the pool.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BlockingTaskFix() : HandlerFix("LIT312")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Node.FirstAncestorOrSelf<AttributeSyntax>() is { } verb && Attributes.Argument(verb, "Blocking") is { } blocking)
        {
            yield return Remedy.Replace($"Remove '{blocking}'", "blocking", verb, Attributes.Without(verb, blocking));
        }
    }
}
