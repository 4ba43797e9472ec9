using Microsoft.CodeAnalysis.Editing;

namespace Litestar.CodeFixes;

/// <summary>Makes a function static if it uses no instance and no outer variable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NotStaticFix() : HandlerFix("LIT301")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Function is { } function && !Closure.Captures(function, fault.Model.GetDeclaredSymbol(function), fault.Model))
        {
            yield return new("Make it static", "static", function.SyntaxTree, editor => editor.SetModifiers(function, editor.Generator.GetModifiers(function).WithIsStatic(true)));
        }
    }
}
