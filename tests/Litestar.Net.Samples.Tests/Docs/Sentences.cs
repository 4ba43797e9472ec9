using System.Text.RegularExpressions;

namespace Litestar.Samples.Tests.Docs;

/// <summary>The sentences of a page's prose. Code, comments, headings and front matter are left out; inline code counts as one word.</summary>
internal static partial class Sentences
{
    /// <summary>Returns the sentences of a page of the repository, in their order.</summary>
    public static IEnumerable<string> In(string path) => Of(Repository.Read(path));

    /// <summary>Returns the sentences of a Markdown text. A table cell and a list item are texts of their own.</summary>
    public static IEnumerable<string> Of(string markdown) => Texts(NotProse().Replace(markdown.ReplaceLineEndings("\n"), "\n"))
        .SelectMany(text => End().Split(Plain(text)))
        .Where(sentence => Word().IsMatch(sentence));

    /// <summary>Returns the number of words.</summary>
    public static int Words(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static List<string> Texts(string prose)
    {
        var texts = new List<string>();
        var isOpen = false;
        foreach (var line in prose.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('|'))
            {
                texts.AddRange(Column().Split(line.Trim('|')));
                isOpen = false;
            }
            else if (line.Length is 0 || line.StartsWith('#'))
            {
                isOpen = false;
            }
            else if (Item().Match(line) is { Success: true } item)
            {
                texts.Add(line[item.Length..]);
                isOpen = true;
            }
            else if (isOpen)
            {
                texts[^1] += $" {line}";
            }
            else
            {
                texts.Add(line);
                isOpen = true;
            }
        }

        return texts;
    }

    private static string Plain(string text) => Marks().Replace(InlineCode().Replace(Link().Replace(text, "$1"), "CODE"), "");

    [GeneratedRegex(@"\A---\n.*?\n---\n|<!--.*?-->|^[ \t]*```.*?^[ \t]*```[ \t]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NotProse();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Column();

    [GeneratedRegex(@"^([-*]|\d+\.)\s+")]
    private static partial Regex Item();

    [GeneratedRegex(@"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("(`+).+?\\1")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\*+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[.!?][)""']?)\s+(?=[^a-z])")]
    private static partial Regex End();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Word();
}
