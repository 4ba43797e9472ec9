using System.Text.RegularExpressions;
using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>docs/reference/diagnostics.md has a section for every diagnostic, and its examples behave as it says.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "diagnostics.md"));

    // What no code of a user's can cause.
    private static readonly string[] WithoutExample = ["LIT900", "LIT901", "LIT902"];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_diagnostic_has_a_section_in_the_order_of_the_numbers() =>
        Assert.Equal(Descriptors.All.Select(descriptor => descriptor.Id), Heading().Matches(Document).Select(heading => heading.Groups["id"].Value));

    [Fact]
    public void Every_diagnostic_has_a_test_class() =>
        Assert.All(Descriptors.All, descriptor => Assert.Contains(typeof(DocumentTests).Assembly.GetTypes(), type => type.Name.StartsWith($"{descriptor.Id}_", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_section_bears_the_title_and_the_severity_of_its_diagnostic(string id)
    {
        var descriptor = Descriptors.All.Single(descriptor => descriptor.Id == id);

        Assert.StartsWith($"## {id}: {descriptor.Title}\n\n{descriptor.DefaultSeverity}. ", SectionOf(id), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_first_example_fails_as_said_and_the_second_is_mended(string id)
    {
        var examples = Example().Matches(SectionOf(id)).Select(example => example.Groups["code"].Value).ToArray();
        if (WithoutExample.Contains(id))
        {
            Assert.Empty(examples);
            return;
        }

        Assert.Equal(2, examples.Length);
        var build = Build.Of(examples[0]);
        var isNote = Descriptors.All.Single(descriptor => descriptor.Id == id).DefaultSeverity is DiagnosticSeverity.Info;
        Assert.Equal([id], build.Problems.Concat(isNote ? build.Notes : []).Select(problem => problem.Id).Distinct());
        Generated.Ok(examples[1]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_a_sentence_and_ends_as_one(string id) =>
        Assert.Matches("^['\\w\\[].*[.}]$", Descriptors.All.Single(descriptor => descriptor.Id == id).MessageFormat.ToString());

    private static string SectionOf(string id) =>
        Document.Split("\n## ").Skip(1).Select(section => "## " + section).Single(section => section.StartsWith($"## {id}:", StringComparison.Ordinal));

    [GeneratedRegex("^## (?<id>LIT[0-9]{3}): ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
