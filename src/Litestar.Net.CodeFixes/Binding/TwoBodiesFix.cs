using Litestar.Generator.Diagnostics;

namespace Litestar.CodeFixes;

/// <summary>Reads the second of two bodies from another source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TwoBodiesFix() : HandlerFix("LIT205")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Parameter is not { } parameter || Attributes.Find(parameter, "FromBody") is not { } marker)
        {
            yield break;
        }

        var name = parameter.Identifier.ValueText;
        yield return fault[DiagnosticPropertyNames.IsText] is null
            ? Remedy.Replace($"Take '{name}' from the container", "service", marker, Attributes.Renamed(marker, "FromServices"))
            : new($"Read '{name}' from the query", "query", marker.SyntaxTree, editor => Attributes.Remove(editor, marker));
    }
}
