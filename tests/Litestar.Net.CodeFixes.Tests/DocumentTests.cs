using Litestar.Generator.Diagnostics;
using Litestar.Generator.Tests;

namespace Litestar.CodeFixes.Tests;

/// <summary>Every diagnostic has a fix, or a reason why not; docs/reference/diagnostics.md says which.</summary>
public sealed class DocumentTests
{
    private static readonly Dictionary<string, string> Unfixable = new()
    {
        ["LIT001"] = "what was meant, only its author knows",
        ["LIT101"] = "what was meant, only its author knows",
        ["LIT102"] = "what the function is to say, only its author knows",
        ["LIT103"] = "where else the value is, only its author knows",
        ["LIT104"] = "which of the two is meant, only its author knows",
        ["LIT105"] = "what the header is to say, only its author knows",
        ["LIT106"] = "which handlers are meant, only their author knows",
        ["LIT107"] = "where it is to come from, only its author knows",
        ["LIT206"] = "which constructor is meant, only its author knows",
        ["LIT207"] = "where the chain ends, only its author knows",
        ["LIT208"] = "which fields the form has, only its author knows",
        ["LIT213"] = "which type is meant, only its author knows",
        ["LIT214"] = "which handlers it is for, only its author knows",
        ["LIT220"] = "whether it is to be found or to be registered, only its author knows",
        ["LIT305"] = "which types are asked for, only its author knows",
        ["LIT309"] = "a name is its author's to choose",
        ["LIT310"] = "the function that calls it has to be written",
        ["LIT313"] = "whether it is to be answered, only its author knows",
        ["LIT320"] = "which of the two is meant, only its author knows",
        ["LIT321"] = "what they share, only their author knows",
        ["LIT322"] = "whether the items need the value, only their author knows",
        ["LIT323"] = "whether nobody is somebody, only its author knows",
        ["LIT324"] = "what the type is to be called, only its author knows",
        ["LIT326"] = "which name is meant, only its author knows",
        ["LIT402"] = "the record's name is its author's to choose",
        ["LIT900"] = "the fault is ours",
        ["LIT901"] = "the types have to be listed in a context of your own",
        ["LIT902"] = "the line stands in a project file",
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
            Assert.Equal($"No fix: {reason}.", last);
        }
        else
        {
            Assert.Matches("^Fix: .*[.]$", last);
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
