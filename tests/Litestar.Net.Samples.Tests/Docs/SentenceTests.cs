namespace Litestar.Samples.Tests.Docs;

/// <summary>The documentation's sentences are short, and use the words of docs/contributing/glossary.md.</summary>
public sealed class SentenceTests
{
    private const int Longest = 40;

    private const int Long = 25;

    private const string List = "tests/Litestar.Net.Samples.Tests/Docs/LongSentences.txt";

    // Words that a reader has to look up, or that stand for an idea with another term.
    private static readonly string[] Avoided = ["anew", "bears", "bear", "corridor", "judge", "judges", "refusal", "refusals", "whoever"];

    public static TheoryData<string> Pages => [.. Page.Written];

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_sentence_has_more_than_40_words(string path) =>
        Assert.DoesNotContain(Sentences.In(path), sentence => Sentences.Words(sentence) > Longest);

    /// <remarks>A number of the list may be lowered; to raise it, write shorter sentences instead.</remarks>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Sentences_of_more_than_25_words_are_counted_in_a_list_that_shrinks(string path)
    {
        var found = Sentences.In(path).Where(sentence => Sentences.Words(sentence) > Long).ToList();

        Assert.True(Allowed.GetValueOrDefault(path) == found.Count, $"{List} allows {Allowed.GetValueOrDefault(path)} sentences of more than {Long} words in {path}, and it has {found.Count}. Write two sentences for one, or lower the number.\n{string.Join('\n', found)}");
    }

    [Fact]
    public void The_list_of_long_sentences_names_only_pages() => Assert.Empty(Allowed.Keys.Except(Page.Written));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Avoided_words_are_not_used(string path)
    {
        if (path is not "docs/contributing/glossary.md")
        {
            Assert.DoesNotContain(Sentences.In(path), sentence => sentence.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '(', ')', '"']).Intersect(Avoided).Any());
        }
    }

    [Theory]
    [InlineData("One. Two, e.g. three! Four?", 3)]
    [InlineData("One\ntwo.\n\nThree.", 2)]
    [InlineData("- One. Two\n- three", 3)]
    [InlineData("| a | b. C |\n|---|---|", 3)]
    [InlineData("See [it. Now](a.md) `x. Y`.", 2)]
    [InlineData("# No\n\n```\nNo. No.\n```\n<!-- No. -->\n\nOne.", 1)]
    [InlineData("(One.) Two.", 2)]
    public void Sentences_are_found(string markdown, int count) => Assert.Equal(count, Sentences.Of(markdown).Count());

    [Fact]
    public void Inline_code_is_one_word() => Assert.Equal(4, Sentences.Words(Sentences.Of("Call `a b c`, then go.").Single()));

    private static Dictionary<string, int> Allowed { get; } = Repository.Read(List).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
}
