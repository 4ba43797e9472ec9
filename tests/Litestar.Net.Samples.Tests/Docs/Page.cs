using System.Text.RegularExpressions;

namespace Litestar.Samples.Tests.Docs;

/// <summary>A page of the documentation: its C# blocks, each with what stands invisibly before it and the answers stated after it.</summary>
internal static partial class Page
{
    /// <summary>README.md, those of the packages, and all of docs/ that is written by hand.</summary>
    public static IEnumerable<string> Written => Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(package => Path.Combine(package, "README.md")).Where(File.Exists))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/node_modules/") && !path.StartsWith(Members, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Prepend("README.md");

    /// <summary>Those whose blocks are run: all but the page of diagnostics, which has tests of its own.</summary>
    public static IEnumerable<string> All => Written.Where(path => path is not "docs/reference/diagnostics.md");

    /// <summary>Where the generated pages lie.</summary>
    public const string Members = "docs/reference/members/";

    /// <summary>The blocks of a page, in their order.</summary>
    /// <remarks>
    /// A block below a line that holds nothing but the name of a file, <c>`Books.cs`</c>, is that file: it is compiled together with the
    /// other files of the page as they stand by then. Several in a row are one step. A page may go on from another, whose
    /// files it then has: <c>&lt;!-- after: 1-one-file.md --&gt;</c>.
    /// </remarks>
    public static IReadOnlyList<Block> Read(string path) => Read(path, out _);

    private static List<Block> Read(string path, out Dictionary<string, string> files)
    {
        var text = Repository.Read(path).ReplaceLineEndings("\n");
        files = [];
        if (After().Match(text) is { Success: true } after)
        {
            Read($"{Path.GetDirectoryName(path)}/{after.Groups["page"].Value}", out files);
        }

        var blocks = new List<Block>();
        var isStep = false;
        foreach (Match fence in Fences().Matches(text))
        {
            var body = fence.Groups["body"].Value;
            var (line, with, file) = (1 + text[..fence.Index].Count(letter => letter is '\n'), fence.Groups["with"].Value, fence.Groups["file"].Value);
            switch (fence.Groups["language"].Value)
            {
                case "csharp" when file.Length > 0:
                    files[file] = body;
                    if (isStep)
                    {
                        blocks.RemoveAt(blocks.Count - 1);
                    }

                    blocks.Add(new(path, line, body, [with, .. files.Where(other => other.Key != file).Select(other => other.Value)]));
                    isStep = true;
                    break;
                case "csharp":
                    blocks.Add(new(path, line, body, [with]));
                    isStep = false;
                    break;
                case "http" when Walked().IsMatch(text):
                    // Asked of the programs that its commands start, by the tests of the packages.
                    break;
                case "http" when blocks.Count > 0:
                    blocks[^1].Exchanges.AddRange(Exchange.Parse(body));
                    isStep = false;
                    break;
                case "console" when blocks.Count > 0:
                    blocks[^1].Sessions.AddRange(Session.Parse(body));
                    break;
                case "http":
                    throw new FormatException($"{path} states an answer before any program.");
            }
        }

        return blocks;
    }

    [GeneratedRegex(@"(<!-- with:\n(?<with>.*?)-->\n+)?(^`(?<file>[\w./]+\.cs)`\n\n)?^```(?<language>\w*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("<!-- walked: ")]
    private static partial Regex Walked();

    [GeneratedRegex(@"<!-- after: (?<page>\S+) -->")]
    private static partial Regex After();
}
