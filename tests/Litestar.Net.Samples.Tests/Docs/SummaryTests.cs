using System.Text.RegularExpressions;

namespace Litestar.Samples.Tests.Docs;

/// <summary>Checks the style of the summaries in the source: their first word, and the length of their sentences.</summary>
public sealed partial class SummaryTests
{
    private const int MostWords = 40;

    // A summary begins with a verb in the third person, or with a noun phrase of the field.
    private static readonly string[] Forbidden = ["What", "Whether", "How", "Where", "That", "Those", "One", "Who", "Which", "All that"];

    private static readonly (string File, string Text)[] Sources =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, Repository.Read(file).ReplaceLineEndings("\n"))),
    ];

    [Fact]
    public void No_summary_begins_with_a_question_word()
    {
        var found = Summaries().Where(summary => Forbidden.Any(word => Regex.IsMatch(summary.Text, $@"^{word}\b")));

        Assert.Empty(found.Select(summary => $"{summary.Place}: {summary.Text}"));
    }

    [Fact]
    public void No_sentence_of_a_summary_is_longer_than_40_words()
    {
        var found = Summaries().SelectMany(summary => Sentence().Split(summary.Text).Select(sentence => (summary.Place, Text: sentence)))
            .Where(sentence => sentence.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWords);

        Assert.Empty(found.Select(sentence => $"{sentence.Place}: {sentence.Text}"));
    }

    // Without summaries, the tests above would pass.
    [Fact]
    public void Summaries_are_found() => Assert.InRange(Summaries().Count(), 1500, int.MaxValue);

    [Theory]
    [InlineData("/// <summary>Whether it is.</summary>", "Whether it is.")]
    [InlineData("    /// <summary>\n    /// The <c>Allow</c>\n    /// header.\n    /// </summary>", "The Allow header.")]
    [InlineData("/// <summary>Reads <see cref=\"Of\"/> and <paramref name=\"text\"/>.</summary>", "Reads Of and text.")]
    public void A_summary_is_read_as_text(string source, string text) => Assert.Equal([text], TextsIn(source).Select(summary => summary.Text));

    private static IEnumerable<(string Place, string Text)> Summaries() =>
        Sources.SelectMany(source => TextsIn(source.Text).Select(summary => ($"{source.File}:{summary.Line}", summary.Text)));

    private static IEnumerable<(int Line, string Text)> TextsIn(string source) =>
        Summary().Matches(source).Select(match => (1 + source.AsSpan(0, match.Index).Count('\n'), TextOf(match.Groups["text"].Value)));

    // References are read as the names that they show; other tags are removed.
    private static string TextOf(string xml) =>
        Space().Replace(Tag().Replace(Reference().Replace(LineStart().Replace(xml, " "), "${name}"), ""), " ").Trim();

    [GeneratedRegex("/// *<summary>(?<text>.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\n\s*///")]
    private static partial Regex LineStart();

    [GeneratedRegex("<\\w+ (?:cref|name|langword)=\"(?<name>[^\"]*)\" ?/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<=[.!?]) ")]
    private static partial Regex Sentence();
}
