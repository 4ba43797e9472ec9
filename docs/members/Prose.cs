using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Litestar.Members;

/// <summary>The text of XML comments, as Markdown that is safe in a Vue template.</summary>
public sealed partial class Prose(Library library)
{
    /// <summary>Paragraphs.</summary>
    public string Block(XElement? element) => element is null ? "" : Paragraphs().Replace(Nodes(element).Trim(), "\n\n");

    /// <summary>One line, for a heading or a cell of a table.</summary>
    public string Line(XElement? element) => Spaces().Replace(Block(element), " ").Replace("|", "\\|");

    /// <summary>A type or member by its documentation id, linked where it has a page.</summary>
    public string Reference(string id) => library.Symbol(id) is { } symbol ? Link(symbol) : Code(id[(id.LastIndexOf('.') + 1)..]);

    /// <summary>A type as code, linked where it has a page.</summary>
    public string Type(ITypeSymbol type)
    {
        var text = Code(Signature.Of(type));
        return type is INamedTypeSymbol named && library.Holds(named) ? $"[{text}]({Pages.FileOf(named)})" : text;
    }

    /// <summary>Code in a line, whatever it holds.</summary>
    public static string Code(string text) => text.Contains('`') ? $"`` {text} ``" : $"`{text}`";

    private string Nodes(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => Escape(Spaces().Replace(plain.Value, " ")),
                XElement child => Element(child),
                _ => "",
            });
        }

        return text.ToString();
    }

    private string Element(XElement element) => element.Name.LocalName switch
    {
        "c" or "paramref" or "typeparamref" => Code((string?)element.Attribute("name") ?? element.Value),
        "see" or "seealso" when (string?)element.Attribute("cref") is { } id => Reference(id),
        "see" when (string?)element.Attribute("langword") is { } word => Code(word),
        "see" when (string?)element.Attribute("href") is { } address => element.IsEmpty ? $"<{address}>" : $"[{Nodes(element)}]({address})",
        "para" => $"\n\n{Nodes(element).Trim()}\n\n",
        "code" => $"\n\n```csharp\n{element.Value.Trim('\n', '\r')}\n```\n\n",
        "list" => "\n\n" + string.Concat(element.Elements("item").Select(item => $"- {Spaces().Replace(Nodes(item).Trim(), " ")}\n")) + "\n\n",
        "term" => $"{Nodes(element).Trim()}: ",
        _ => Nodes(element),
    };

    private string Link(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        var name = symbol is INamedTypeSymbol named ? Library.NameOf(named) : $"{Library.NameOf(type)}.{symbol.Name}";
        return library.Holds(type) ? $"[{Code(name)}]({Pages.FileOf(type)}{(symbol is INamedTypeSymbol ? "" : "#" + Pages.AnchorOf(symbol))})"
            : type.ContainingNamespace.ToString() is { } space && (space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft", StringComparison.Ordinal))
                ? $"[{Code(name)}](https://learn.microsoft.com/dotnet/api/{type.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces)).ToLowerInvariant()}{(type.Arity > 0 ? $"-{type.Arity}" : "")})"
                : Code(name);
    }

    private static string Escape(string text) => Marks().Replace(text, "\\$0").Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("{{", "{&#123;");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*\n\s*\n\s*(?![ -])")]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"[\\`*_\[\]]")]
    private static partial Regex Marks();
}
