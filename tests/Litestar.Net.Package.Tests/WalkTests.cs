namespace Litestar.Package.Tests;

/// <summary>The how-to pages of the ways in and out, walked with nothing but the SDK and the packages.</summary>
public sealed class WalkTests(Feed feed)
{
    private static string Pages => Path.Combine(Feed.Repository, "docs", "how-to");

    /// <summary>The pages that say of themselves that they are walked.</summary>
    public static TheoryData<string> Walked => [.. Directory.GetFiles(Pages, "*.md").Where(path => File.ReadAllText(path).Contains("<!-- walked: ")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Walked))]
    public async Task What_a_page_says_can_be_typed(string page)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The pages are written for a POSIX shell.");
        var text = File.ReadAllText(Path.Combine(Pages, page));
        if (text.Contains("PublishAot=true"))
        {
            Native.SkipWithoutToolchain();
        }

        await using var walk = new Walk(feed.Folder());
        await walk.Along(text);
    }
}
