namespace Litestar.CodeFixes;

/// <summary>Makes a value that is read from the body a part of the form.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FormAndBodyFix() : HandlerFix("LIT204")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault) => fault.Others.Prepend(fault.Node)
        .Select(node => node.FirstAncestorOrSelf<ParameterSyntax>()).OfType<ParameterSyntax>()
        .Select(parameter => (parameter, marker: Attributes.Find(parameter, "FromBody")))
        .Where(found => found.marker is not null)
        .Select(found => Remedy.Replace($"Read '{found.parameter.Identifier.ValueText}' from the form", "form", found.marker!, Attributes.Renamed(found.marker!, "FromForm")));
}
