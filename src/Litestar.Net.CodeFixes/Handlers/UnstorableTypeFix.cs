using Litestar.Generator.Diagnostics;

namespace Litestar.CodeFixes;

/// <summary>Replaces a span by an array or a string.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnstorableTypeFix() : HandlerFix("LIT308")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault is { Parameter.Type: { } type, TypeOfClue: { } better })
        {
            yield return Remedy.Replace($"Take '{TypeText.Short(fault[DiagnosticPropertyNames.Type]!)}'", "type", type, better.WithTriviaFrom(type));
        }
    }
}
