using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Litestar.Members;

/// <summary>The member pages: one for each public type, one that lists them, and a list of names for the site.</summary>
public static partial class Pages
{
    public static IReadOnlyList<Page> Write(Library library)
    {
        var pages = library.Types.Select(type => new Page(FileOf(type), TypePage.Write(library, type))).ToList();
        return [new("index.md", Index(library)), new("settings.md", Settings(library)), .. pages, new("members.json", Names(library))];
    }

    public static string FileOf(INamedTypeSymbol type) => $"{type.ContainingNamespace}.{Unsafe().Replace(Library.NameOf(type.OriginalDefinition), "-").Trim('-')}.md";

    /// <summary>The anchor of a member's heading on the page of its type; a second overload of the same name and types does not exist.</summary>
    public static string AnchorOf(ISymbol member) => member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } ? "values" : Slug(Signature.Title(member.OriginalDefinition));

    /// <summary>The anchor of a heading, as GitHub makes it, and the site's configuration.</summary>
    public static string Slug(string heading) => Dropped().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    private static string Index(Library library)
    {
        var prose = new Prose(library);
        var text = new StringBuilder("# Members\n\nEvery public type, by noun. A type's page has its declaration, and of every member the signature, parameters, defaults, exceptions.\n");
        foreach (var noun in Nouns(library))
        {
            text.Append($"\n## {noun.Key}\n\n| type | |\n|---|---|\n");
            foreach (var type in noun)
            {
                text.Append($"| [{Prose.Code(Library.NameOf(type))}]({FileOf(type)}) | {prose.Line(library.DocumentationOf(type).Summary)} |\n");
            }
        }

        return text.Append($"""

            ## What is public and no API

            The namespace `{Library.Seam}` is what the code that the generator writes into your assembly calls. It is public because that code is yours, hidden from completion, and may change with every version: nothing in it is meant to be called by hand, and it has no pages here.

            """).ToString();
    }

    // Whatever can be set, so that none is forgotten.
    private static string Settings(Library library)
    {
        var prose = new Prose(library);
        var text = new StringBuilder("# Settings\n\nEvery property of a public type that can be set, with what holds where nothing is. [Options](../options.md) says more of the app's.\n");
        foreach (var type in library.Types.Where(type => SettingsOf(type).Any()))
        {
            text.Append($"\n## {Prose.Code(Library.NameOf(type))}\n\n| property | type | default | |\n|---|---|---|---|\n");
            foreach (var property in SettingsOf(type))
            {
                var said = library.DocumentationOf(property);
                text.Append($"| [{Prose.Code(property.Name)}]({FileOf(type)}#{AnchorOf(property)}) | {prose.Type(property.Type)} | {prose.Line(said.Value)} | {prose.Line(said.Summary)} |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<IPropertySymbol> SettingsOf(INamedTypeSymbol type) => type.IsRecord ? [] : Library.MembersOf(type).OfType<IPropertySymbol>()
        .Where(property => property is { SetMethod.DeclaredAccessibility: Accessibility.Public, IsIndexer: false });

    // What the site links and lists: [Get] and GetAttribute mean the same page.
    private static string Names(Library library)
    {
        var links = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in library.Types)
        {
            var (name, file) = (Library.NameOf(type), FileOf(type));
            links[name] = file;
            if (name.EndsWith("Attribute", StringComparison.Ordinal))
            {
                links[$"[{name[..^"Attribute".Length]}]"] = file;
            }

            foreach (var member in Library.MembersOf(type).Where(member => member is not IMethodSymbol { MethodKind: MethodKind.Constructor }))
            {
                links.TryAdd($"{name}.{member.Name}", $"{file}#{AnchorOf(member)}");
            }
        }

        var nouns = Nouns(library).Select(noun => new { noun = noun.Key, types = noun.Select(type => new { name = Library.NameOf(type), file = FileOf(type) }) });
        return JsonSerializer.Serialize(new { nouns, links }, new JsonSerializerOptions { WriteIndented = true });
    }

    // The app first, as the reader meets it; the rest by name.
    private static IEnumerable<IGrouping<string, INamedTypeSymbol>> Nouns(Library library) =>
        library.Types.GroupBy(library.NounOf).OrderBy(noun => noun.Key is not "App").ThenBy(noun => noun.Key, StringComparer.Ordinal);

    [GeneratedRegex("[^A-Za-z0-9.]+")]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"[^\p{L}\p{N}\-_ ]")]
    private static partial Regex Dropped();
}
