using Litestar.Generator.Diagnostics;

namespace Litestar.CodeFixes;

/// <summary>Uses another verb, which has a body, or reads the value from the query.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BodyWithoutVerbFix() : HandlerFix("LIT202")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault is not { Parameter: { } parameter, Function: { } function })
        {
            yield break;
        }

        if (fault[DiagnosticPropertyNames.IsText] is not null && Attributes.Find(parameter, "FromBody", "FromForm") is { } marker)
        {
            yield return new($"Read '{parameter.Identifier.ValueText}' from the query", "query", marker.SyntaxTree, editor => Attributes.Remove(editor, marker));
        }

        if (Attributes.VerbsOf(function).ToList() is { Count: 1 } verbs && verbs[0] is var verb && Attributes.NameOf(verb) is not "Verb")
        {
            yield return Remedy.Replace("Use [Post]", "post", verb, Attributes.Renamed(verb, "Post"));
        }
    }
}
