using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Litestar.Members;

/// <summary>What the XML comment of a symbol says, with what it inherits.</summary>
public sealed class Documentation
{
    private readonly List<XElement> _elements;

    private Documentation(List<XElement> elements) => _elements = elements;

    public static Documentation Of(ISymbol symbol, Compilation compilation) => new(Elements(symbol, compilation, depth: 0));

    public XElement? Summary => First("summary");

    public XElement? Remarks => First("remarks");

    public XElement? Value => First("value");

    public XElement? Returns => First("returns");

    public IEnumerable<(string Type, XElement When)> Exceptions => _elements.Where(element => element.Name == "exception")
        .Select(element => ((string)element.Attribute("cref")!, element));

    public XElement? Parameter(string name) => _elements.Find(element => element.Name.LocalName is "param" or "typeparam" && (string?)element.Attribute("name") == name);

    private XElement? First(string name) => _elements.Find(element => element.Name == name);

    // Its own words come first, and hide those of the same kind that it inherits.
    private static List<XElement> Elements(ISymbol symbol, Compilation compilation, int depth)
    {
        var xml = symbol.OriginalDefinition.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml) || depth > 8)
        {
            return [];
        }

        var own = XElement.Parse(xml).Elements().ToList();
        foreach (var inherit in own.Where(element => element.Name == "inheritdoc").ToList())
        {
            own.Remove(inherit);
            var source = (string?)inherit.Attribute("cref") is { } id ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) : Origin(symbol);
            if (source is not null)
            {
                own.AddRange(Elements(source, compilation, depth + 1).Where(element => !own.Exists(other => Key(other) == Key(element))));
            }
        }

        return own;
    }

    private static string Key(XElement element) => $"{element.Name} {(string?)element.Attribute("name")}{(string?)element.Attribute("cref")}";

    private static ISymbol? Origin(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.BaseType,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.BaseType?.InstanceConstructors
            .FirstOrDefault(other => other.GetDocumentationCommentXml() is { Length: > 0 }) as ISymbol ?? constructor.ContainingType.BaseType,
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        _ => symbol.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };
}
