using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Editing;

namespace Litestar.CodeFixes;

/// <summary>A diagnostic where it stands in the source.</summary>
internal sealed class LocatedDiagnostic(Diagnostic diagnostic, Document document, SemanticModel model)
{
    public SemanticModel Model => model;

    /// <summary>What is underlined.</summary>
    public SyntaxNode Node { get; } = model.SyntaxTree.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The parameter that is underlined, or bears what is.</summary>
    public ParameterSyntax? Parameter => Node.FirstAncestorOrSelf<ParameterSyntax>();

    /// <summary>The method or local function that is underlined, or bears what is.</summary>
    public SyntaxNode? Function => Node.AncestorsAndSelf().FirstOrDefault(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax);

    /// <summary>A property of the diagnostic, one of <see cref="Generator.Diagnostics.DiagnosticPropertyNames"/>; none where it has none.</summary>
    public string? this[string clue] => diagnostic.Properties.TryGetValue(clue, out var value) ? value : null;

    /// <summary>What stands at the other places of the diagnostic.</summary>
    public IEnumerable<SyntaxNode> Others => diagnostic.AdditionalLocations
        .Where(place => place.SourceTree is not null)
        .Select(place => place.SourceTree!.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true));

    /// <summary>A type as this place would say it; its namespace is imported where it must be.</summary>
    /// <param name="metadataName"><c>System.Threading.Tasks.Task</c></param>
    public TypeSyntax? TypeNamed(string metadataName) => model.Compilation.GetTypeByMetadataName(metadataName) is { } type
        ? (TypeSyntax)SyntaxGenerator.GetGenerator(document).TypeExpression(type, addImport: true)
        : null;

    /// <summary>Whether a type, given by its full name, is known here by its last word.</summary>
    public bool Sees(string type) => model.LookupNamespacesAndTypes(Node.SpanStart, name: TypeText.Short(type)).Any(found => found.ToDisplayString() == type);

    /// <summary><c>[Get("/show")]</c>, as this place would say it.</summary>
    public AttributeListSyntax Get(string function)
    {
        var arguments = SyntaxFactory.ParseAttributeArgumentList($"(\"/{function.ToLowerInvariant()}\")");
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName(Sees("Litestar.GetAttribute") ? "Get" : "Litestar.Get"), arguments)));
    }

    /// <summary>The type that the diagnostic itself names.</summary>
    public TypeSyntax? TypeOfClue => this[DiagnosticPropertyNames.Type] is { } type ? TypeText.Parse(type) : null;
}
