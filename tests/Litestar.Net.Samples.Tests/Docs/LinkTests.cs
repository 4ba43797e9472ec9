using System.Text.RegularExpressions;
using Litestar.Members;

namespace Litestar.Samples.Tests.Docs;

/// <summary>Every link of the documentation leads somewhere: to a file that exists, and to a heading that stands in it.</summary>
public sealed partial class LinkTests
{
    private static readonly Dictionary<string, string> Texts = Docs.Page.Written.Select(path => (path, Text: Repository.Read(path)))
        .Concat(Pages.Write(Library.Load()).Where(page => page.File.EndsWith(".md", StringComparison.Ordinal)).Select(page => (path: Docs.Page.Members + page.File, page.Text)))
        .ToDictionary(page => page.path, page => Unread().Replace(page.Text.ReplaceLineEndings("\n"), ""));

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var broken = Links().Where(link => !Texts.ContainsKey(link.File) && !File.Exists(Path.Combine(Repository.Root, link.File)) && !Directory.Exists(Path.Combine(Repository.Root, link.File)));

        Assert.Empty(broken.Select(link => $"{link.From}: {link.Target}"));
    }

    [Fact]
    public void Every_anchor_is_a_heading()
    {
        var broken = Links().Where(link => link.Anchor.Length > 0 && Texts.TryGetValue(link.File, out var text) && !Anchors(text).Contains(link.Anchor));

        Assert.Empty(broken.Select(link => $"{link.From}: {link.Target}"));
    }

    // What the two above would be worth nothing without.
    [Fact]
    public void Links_are_found() => Assert.InRange(Links().Count(), 200, int.MaxValue);

    [Fact]
    public void Every_page_is_in_a_part_and_has_a_title_of_its_own()
    {
        var pages = Docs.Page.Written.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path is not "docs/index.md" and not "docs/releases.md").ToList();

        Assert.All(pages, path => Assert.Matches("^docs/(tutorial|how-to|reference|explanation|contributing)/", path));
        Assert.All(pages, path => Assert.StartsWith("# ", Repository.Read(path), StringComparison.Ordinal));
        Assert.Empty(pages.GroupBy(path => Repository.Read(path).Split('\n')[0]).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same)}"));
    }

    [Theory]
    [InlineData("tutorial")]
    [InlineData("how-to")]
    [InlineData("explanation")]
    [InlineData("contributing")]
    public void The_overview_of_a_part_leads_to_each_of_its_pages(string part)
    {
        var index = $"docs/{part}/index.md";
        var pages = Docs.Page.Written.Where(path => path.StartsWith($"docs/{part}/", StringComparison.Ordinal) && path != index);

        Assert.Empty(pages.Except(Links().Where(link => link.From == index).Select(link => link.File)));
    }

    // A colon with a space in a plain value of YAML stops the build of the site.
    [Fact]
    public void Front_matter_has_plain_values() => Assert.All(
        Docs.Page.Written.Select(Repository.Read).Where(text => text.StartsWith("---", StringComparison.Ordinal)),
        text => Assert.All(text.ReplaceLineEndings("\n").Split("---\n")[1].Split('\n'), line => Assert.InRange(line.Split(": ").Length, 1, 2)));

    // A lock file that names where its packages came from ties everybody to that place.
    [Fact]
    public void The_site_is_built_from_packages_of_whatever_registry_there_is() =>
        Assert.DoesNotContain("\"resolved\"", Repository.Read("docs/package-lock.json"));

    private static IEnumerable<(string From, string Target, string File, string Anchor)> Links()
    {
        foreach (var (from, text) in Texts)
        {
            foreach (Match link in Link().Matches(text))
            {
                var target = link.Groups["target"].Value;
                if (!target.Contains("://", StringComparison.Ordinal))
                {
                    var (file, anchor) = target.Split('#') is [var path, var name] ? (path, name) : (target, "");
                    yield return (from, target, file is "" ? from : Resolve(from, file), anchor);
                }
            }
        }
    }

    // From the root of the site, or from the page.
    private static string Resolve(string from, string file) => file.StartsWith('/')
        ? $"docs{file}{(file.EndsWith('/') ? "index.md" : ".md")}"
        : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(from)!, file))).Replace('\\', '/');

    private static HashSet<string> Anchors(string text)
    {
        var anchors = new HashSet<string>();
        foreach (var slug in Heading().Matches(text).Select(heading => Pages.Slug(heading.Groups["text"].Value)))
        {
            var (anchor, count) = (slug, 0);
            while (!anchors.Add(anchor))
            {
                anchor = $"{slug}-{++count}";
            }
        }

        return anchors;
    }

    // Code and comments link nothing, and a heading in them is none.
    [GeneratedRegex(@"^```.*?^```$|<!--.*?-->", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|^\s+link: (?<target>\S+)", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
