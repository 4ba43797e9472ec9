using Litestar.Generator.Diagnostics;

namespace Litestar.CodeFixes;

/// <summary>Removes an attribute from a parameter that the framework binds, or reads the members of a type one by one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnreadableParameterFix() : HandlerFix("LIT203")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault.Parameter is not { } parameter || fault[DiagnosticPropertyNames.Attribute] is not { } better || Attributes.Find(parameter, "FromQuery", "FromRoute", "FromHeader", "FromCookie") is not { } marker)
        {
            yield break;
        }

        if (better is "")
        {
            yield return new($"Remove [{Attributes.NameOf(marker)}]", "remove", marker.SyntaxTree, editor => Attributes.Remove(editor, marker));
        }
        else
        {
            var name = TypeText.Short(better);
            yield return new($"Read its members one by one with [{name}]", "group", marker.SyntaxTree, editor =>
            {
                editor.ReplaceNode(marker, SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name)));
                if (!fault.Sees(better + "Attribute"))
                {
                    Imports.Add(editor, better.Substring(0, better.Length - name.Length - 1));
                }
            });
        }
    }
}
