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

    public static IReadOnlyList<Block> Read(string path)
    {
        var text = Repository.Read(path).ReplaceLineEndings("\n");
        var blocks = new List<Block>();
        foreach (Match fence in Fences().Matches(text))
        {
            var body = fence.Groups["body"].Value;
            switch (fence.Groups["language"].Value)
            {
                case "csharp":
                    blocks.Add(new(path, 1 + text[..fence.Index].Count(letter => letter is '\n'), body, fence.Groups["with"].Value));
                    break;
                case "http" when blocks.Count > 0:
                    blocks[^1].Exchanges.AddRange(Exchange.Parse(body));
                    break;
                case "http":
                    throw new FormatException($"{path} states an answer before any program.");
            }
        }

        return blocks;
    }

    [GeneratedRegex(@"(<!-- with:\n(?<with>.*?)-->\n+)?^```(?<language>\w*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
