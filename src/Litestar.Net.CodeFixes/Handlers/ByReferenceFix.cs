namespace Litestar.CodeFixes;

/// <summary>Passes a parameter by value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ByReferenceFix() : HandlerFix("LIT306")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Parameter is not { } parameter)
        {
            yield break;
        }

        var references = parameter.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword).ToList();
        var others = SyntaxFactory.TokenList(parameter.Modifiers.Except(references));
        yield return Remedy.Replace($"Remove '{string.Join(" ", references.Select(word => word.Text))}'", "value", parameter, parameter.WithModifiers(others).WithTriviaFrom(parameter));
    }
}
