using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Editing;

namespace Litestar.CodeFixes;

/// <summary>A diagnostic with its location in the source.</summary>
internal sealed class LocatedDiagnostic(Diagnostic diagnostic, Document document, SemanticModel model)
{
    public SemanticModel Model => model;

    /// <summary>The underlined node.</summary>
    public SyntaxNode Node { get; } = model.SyntaxTree.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The parameter that is underlined, or contains the underlined node.</summary>
    public ParameterSyntax? Parameter => Node.FirstAncestorOrSelf<ParameterSyntax>();

    /// <summary>The method or local function that is underlined, or contains the underlined node.</summary>
    public SyntaxNode? Function => Node.AncestorsAndSelf().FirstOrDefault(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax);

    /// <summary>
    /// A property of the diagnostic, one of <see cref="Generator.Diagnostics.DiagnosticPropertyNames"/>; null if it is
    /// not set.
    /// </summary>
    public string? this[string clue] => diagnostic.Properties.TryGetValue(clue, out var value) ? value : null;

    /// <summary>The nodes at the other locations of the diagnostic.</summary>
    public IEnumerable<SyntaxNode> Others => diagnostic.AdditionalLocations
        .Where(place => place.SourceTree is not null)
        .Select(place => place.SourceTree!.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true));

    /// <summary>Returns a type as it is written here; its namespace is imported if necessary.</summary>
    /// <param name="metadataName"><c>System.Threading.Tasks.Task</c></param>
    public TypeSyntax? TypeNamed(string metadataName) => model.Compilation.GetTypeByMetadataName(metadataName) is { } type
        ? (TypeSyntax)SyntaxGenerator.GetGenerator(document).TypeExpression(type, addImport: true)
        : null;

    /// <summary>Returns true if a type, given by its full name, can be written here by its short name.</summary>
    public bool Sees(string type) => model.LookupNamespacesAndTypes(Node.SpanStart, name: TypeText.Short(type)).Any(found => found.ToDisplayString() == type);

    /// <summary>Returns <c>[Get("/show")]</c>, as it is written here.</summary>
    public AttributeListSyntax Get(string function)
    {
        var arguments = SyntaxFactory.ParseAttributeArgumentList($"(\"/{function.ToLowerInvariant()}\")");
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName(Sees("Litestar.GetAttribute") ? "Get" : "Litestar.Get"), arguments)));
    }

    /// <summary>The type that the diagnostic itself names.</summary>
    public TypeSyntax? TypeOfClue => this[DiagnosticPropertyNames.Type] is { } type ? TypeText.Parse(type) : null;
}
