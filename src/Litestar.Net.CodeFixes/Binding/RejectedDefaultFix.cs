using Litestar.Generator.Diagnostics;

namespace Litestar.CodeFixes;

/// <summary>Changes a default to the nearest value that its rule allows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RejectedDefaultFix() : HandlerFix("LIT209")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        var given = fault.Node.Ancestors().OfType<PropertyDeclarationSyntax>().FirstOrDefault()?.Initializer ?? fault.Parameter?.Default;
        if (fault[DiagnosticPropertyNames.Value] is { } value && given is not null)
        {
            yield return Remedy.Replace($"Change the default to {value}", "default", given.Value, SyntaxFactory.ParseExpression(value).WithTriviaFrom(given.Value));
        }
    }
}
