namespace Litestar.CodeFixes;

/// <summary>Removes a rule that can never be applied.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IdleRuleFix() : HandlerFix("LIT210")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Node is AttributeSyntax rule)
        {
            yield return new($"Remove [{Attributes.NameOf(rule)}]", "remove", rule.SyntaxTree, editor => Attributes.Remove(editor, rule));
        }
    }
}
