using Litestar.Generator.Diagnostics;
using Litestar.Generator.Tests;

namespace Litestar.CodeFixes.Tests;

/// <summary>Every diagnostic has a fix, or a reason why not; docs/reference/diagnostics.md says which.</summary>
public sealed class DocumentTests
{
    private static readonly Dictionary<string, string> Unfixable = new()
    {
        ["LIT001"] = "the intended template cannot be inferred",
        ["LIT101"] = "the intended function cannot be inferred",
        ["LIT102"] = "the intended function cannot be inferred",
        ["LIT103"] = "the intended source of the value cannot be inferred",
        ["LIT104"] = "the intended one of the two cannot be inferred",
        ["LIT105"] = "the intended header cannot be inferred",
        ["LIT106"] = "the intended handlers cannot be inferred",
        ["LIT107"] = "the intended source of the value cannot be inferred",
        ["LIT206"] = "the intended constructor cannot be inferred",
        ["LIT207"] = "the intended end of the chain cannot be inferred",
        ["LIT208"] = "the intended fields cannot be inferred",
        ["LIT213"] = "the intended type cannot be inferred",
        ["LIT214"] = "the intended handlers cannot be inferred",
        ["LIT220"] = "the choice between discovery and registration is yours",
        ["LIT305"] = "the intended types cannot be inferred",
        ["LIT309"] = "the choice of a name is yours",
        ["LIT310"] = "the function must be written first",
        ["LIT313"] = "the handler may be unlisted on purpose",
        ["LIT320"] = "the intended one of the two cannot be inferred",
        ["LIT321"] = "the value that they share cannot be inferred",
        ["LIT322"] = "the items may not need the value",
        ["LIT323"] = "the meaning of null cannot be inferred",
        ["LIT324"] = "the choice of a type name is yours",
        ["LIT326"] = "the intended name cannot be inferred",
        ["LIT402"] = "the choice of a record name is yours",
        ["LIT900"] = "the error is in Litestar.Net",
        ["LIT901"] = "the types must be listed in a context of yours",
        ["LIT902"] = "the line is in a project file",
    };

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_one_fix_or_one_reason(string id) => Assert.Equal(Unfixable.ContainsKey(id) ? 0 : 1, Fixed.Providers[id].Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_section_ends_with_them(string id)
    {
        var last = SectionOf(id).TrimEnd().Split('\n')[^1];

        if (Unfixable.TryGetValue(id, out var reason))
        {
            Assert.Equal($"No code fix: {reason}.", last);
        }
        else
        {
            Assert.Matches("^Code fix: .*[.]$", last);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fix_has_tests(string id) => Assert.Equal(!Unfixable.ContainsKey(id), typeof(DocumentTests).Assembly.GetType($"{typeof(DocumentTests).Namespace}.{id}FixTests") is not null);

    [Fact]
    public void Every_fix_can_mend_a_whole_solution_at_once() =>
        Assert.All(Fixed.Providers.SelectMany(fixes => fixes), provider => Assert.NotNull(provider.GetFixAllProvider()));

    private static string SectionOf(string id) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "diagnostics.md"))
        .Split("\n## ").Single(section => section.StartsWith($"{id}:", StringComparison.Ordinal));
}
