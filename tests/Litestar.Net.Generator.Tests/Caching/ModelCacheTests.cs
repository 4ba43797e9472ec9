using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Tests.Caching;

/// <summary>What is recalled is what would be read: after any edit the generator writes, text for text, what it would write of a program that it has never seen.</summary>
public sealed class ModelCacheTests
{
    public static TheoryData<string> Edits => [.. Shop.Edits.Select(edit => edit.Edit)];

    public static TheoryData<string, Func<CSharpCompilation, CSharpCompilation>> Settings => new()
    {
        { "nullable off", program => program.WithOptions(program.Options.WithNullableContextOptions(NullableContextOptions.Disable)) },
        { "another name of the assembly", program => program.WithAssemblyName("Renamed") },
        { "a symbol", program => Parsed(program, Project.Default.Parsing.WithPreprocessorSymbols("NEVER")) },
        { "another path", program => program.ReplaceSyntaxTree(Tree(program, "Other.cs"), Tree(program, "Other.cs").WithFilePath("Else.cs")) },
        { "a file less", program => program.RemoveSyntaxTrees(Tree(program, "Parts.cs")) },
        { "a file more", program => program.AddSyntaxTrees(Shop.Parse("More.cs", "namespace Shop; public enum Color { Blue }")) },
        { "files in another order", program => program.RemoveAllSyntaxTrees().AddSyntaxTrees(program.SyntaxTrees.Reverse()) },
        { "a reference less", program => program.WithReferences(program.References.Where(reference => Path.GetFileName(reference.Display) is not "FluentValidation.dll")) },
        { "a reference more", program => program.AddReferences(Library("public enum Tone { Far = 1 }").ToMetadataReference()) },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void After_an_edit_all_is_as_if_read_for_the_first_time(string edit)
    {
        var typed = Shop.Edits.Single(one => one.Edit == edit);
        var first = Build.Driver(disabled: IncrementalGeneratorOutputKind.Implementation).RunGenerators(Shop.Compilation);
        var after = Shop.With(Shop.Compilation, typed.File, [typed]);

        Same(after, first.RunGenerators(after), edit);
        Assert.Equal((edit, typed.IsFelt), (edit, !TextsOf(first).SequenceEqual(TextsOf(first.RunGenerators(after)))));
        Same(Shop.Compilation, first.RunGenerators(after).RunGenerators(Shop.Compilation), $"{edit}, taken back");
    }

    [Theory]
    [MemberData(nameof(Settings), DisableDiscoveryEnumeration = true)]
    public void After_another_setting_all_is_as_if_read_for_the_first_time(string setting, Func<CSharpCompilation, CSharpCompilation> change)
    {
        var first = Build.Driver(disabled: IncrementalGeneratorOutputKind.Implementation).RunGenerators(Shop.Compilation);
        var after = change(Shop.Compilation);

        Same(after, first.RunGenerators(after), setting);
        Assert.False(TextsOf(first).SequenceEqual(TextsOf(first.RunGenerators(after))), $"{setting} is not felt.");
    }

    [Fact]
    public void What_another_project_holds_is_read_anew_when_it_changes()
    {
        var program = Shop.Compilation.ReplaceSyntaxTree(Tree(Shop.Compilation, "Tools.cs"), Shop.Parse("Tools.cs", ""));
        const string tools = "namespace Shop.Tools { public record Tool(int Weight); public static class Sizes { public const int Usual = 3; } } namespace Shop.Other { public enum Tone { Low, High } }";
        var before = program.AddReferences(Library(tools).ToMetadataReference());
        var after = program.AddReferences(Library(tools.Replace("Usual = 3", "Usual = 4", StringComparison.Ordinal)).ToMetadataReference());
        var first = Build.Driver(disabled: IncrementalGeneratorOutputKind.Implementation).RunGenerators(before);

        Same(after, first.RunGenerators(after), "a constant of another project");
        Assert.False(TextsOf(first).SequenceEqual(TextsOf(first.RunGenerators(after))));
    }

    /// <summary>Edits made and taken back in any order, each on top of those before.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void After_many_edits_all_is_as_if_read_for_the_first_time(int seed)
    {
        var random = new Random(seed);
        var made = new List<Shop.Typed>();
        var program = Shop.Compilation;
        var driver = Build.Driver(disabled: IncrementalGeneratorOutputKind.Implementation).RunGenerators(program);
        for (var i = 0; i < 40; i++)
        {
            var edit = Shop.Edits[random.Next(Shop.Edits.Count)];
            if (!made.Remove(edit))
            {
                // Where another edit took away what this one changes, it cannot be made.
                if (!Shop.TextOf(edit.File, made).Contains(edit.Before, StringComparison.Ordinal))
                {
                    continue;
                }

                made.Add(edit);
            }
            else if (!CanBeMade(edit.File, made))
            {
                made.Add(edit);
                continue;
            }

            program = Shop.With(program, edit.File, made);
            driver = driver.RunGenerators(program);
            Same(program, driver, $"{seed}: {string.Join(", ", made.Select(one => one.Edit))}; last {edit.Edit}");
        }
    }

    private static bool CanBeMade(string file, IEnumerable<Shop.Typed> edits)
    {
        var text = Shop.TextOf(file, []);
        foreach (var edit in edits.Where(edit => edit.File == file))
        {
            if (!text.Contains(edit.Before, StringComparison.Ordinal))
            {
                return false;
            }

            text = text.Replace(edit.Before, edit.After, StringComparison.Ordinal);
        }

        return true;
    }

    private static void Same(CSharpCompilation program, GeneratorDriver recalled, string edit)
    {
        var fresh = Build.Driver(disabled: IncrementalGeneratorOutputKind.Implementation).RunGenerators(program);
        Assert.Null(recalled.GetRunResult().Results.Single().Exception);
        Assert.NotEmpty(TextsOf(fresh));
        foreach (var (one, other) in TextsOf(fresh).Zip(TextsOf(recalled)))
        {
            Assert.True(one == other, $"After {edit}, this was expected:\n{one}\n\nand this was written:\n{other}");
        }

        Assert.Equal(TextsOf(fresh).Count, TextsOf(recalled).Count);
    }

    private static List<string> TextsOf(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(source => $"{source.HintName}\n{source.SourceText}").Order(StringComparer.Ordinal)];

    private static SyntaxTree Tree(CSharpCompilation program, string file) => program.SyntaxTrees.Single(tree => tree.FilePath == file);

    private static CSharpCompilation Parsed(CSharpCompilation program, CSharpParseOptions options) => program.RemoveAllSyntaxTrees()
        .AddSyntaxTrees(program.SyntaxTrees.Select(tree => tree.WithRootAndOptions(CSharpSyntaxTree.ParseText(tree.GetText(), options).GetRoot(), options)));

    private static CSharpCompilation Library(string code) => CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(code)], References.Shared, new(OutputKind.DynamicallyLinkedLibrary));
}
