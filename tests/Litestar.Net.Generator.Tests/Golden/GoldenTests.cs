using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Tests.Golden;

/// <summary>What is written for typical handlers: <c>Greet.cs</c> becomes <c>Greet.handler.cs</c>, and the two are read side by side.</summary>
/// <remarks>After a wanted change, <c>UPDATE_GOLDEN=1 dotnet test --project tests/Litestar.Net.Generator.Tests</c> writes the second file of each pair anew.</remarks>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Litestar.Net.Generator.Tests", "Golden");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.handler.cs").Concat(Directory.GetFiles(Folder, "*.cs"))
        .Select(Path.GetFileName).Where(file => file is not "GoldenTests.cs").Select(file => file!.Split('.')[0]).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_handler_is_written_as_it_stands_there(string name)
    {
        var build = Build.Of(File.ReadAllText(Path.Combine(Folder, $"{name}.cs")));
        Assert.True(build.Problems.IsEmpty, build.Explain());
        var written = build.Run.Results.Single().GeneratedSources.Where(source => source.HintName.Contains('_', StringComparison.Ordinal)).ToList();
        Compare($"{name}.handler.cs", written.Single(source => !IsRules(source)).SourceText.ToString());
        if (written.SingleOrDefault(IsRules).SourceText is { } rules)
        {
            Compare($"{name}.rules.cs", rules.ToString());
        }

        if (File.Exists(Path.Combine(Folder, $"{name}.descriptions.cs")))
        {
            Compare($"{name}.descriptions.cs", build.Run.Results.Single().GeneratedSources.Single(source => source.HintName is "HandlerDescriptions.g.cs").SourceText.ToString());
        }
    }

    private static bool IsRules(GeneratedSourceResult source) => source.HintName.EndsWith("_Rules.g.cs", StringComparison.Ordinal);

    private static void Compare(string file, string written)
    {
        var expected = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            File.WriteAllText(expected, written);
        }

        Assert.Equal(File.ReadAllText(expected), written);
    }
}
