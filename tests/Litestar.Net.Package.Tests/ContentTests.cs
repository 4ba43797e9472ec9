using System.IO.Compression;

namespace Litestar.Package.Tests;

/// <summary>What lies in the packages.</summary>
public sealed class ContentTests(Feed feed)
{
    [Fact]
    public void The_library_brings_its_generator_its_code_fixes_its_docs_and_its_implicit_using()
    {
        var entries = EntriesOf("Litestar.Net", "nupkg");

        Assert.Contains("lib/net10.0/Litestar.Net.dll", entries);
        Assert.Contains("lib/net10.0/Litestar.Net.xml", entries);
        Assert.Contains("analyzers/dotnet/cs/Litestar.Net.Generator.dll", entries);
        Assert.Contains("analyzers/dotnet/cs/Litestar.Net.CodeFixes.dll", entries);
        Assert.DoesNotContain(entries, entry => entry.Contains("Microsoft.CodeAnalysis"));
        Assert.Contains("buildTransitive/Litestar.Net.props", entries);
        Assert.Contains("README.md", entries);
        Assert.Contains("lib/net10.0/Litestar.Net.pdb", EntriesOf("Litestar.Net", "snupkg"));
    }

    [Fact]
    public void The_test_client_is_a_package_of_its_own()
    {
        var entries = EntriesOf("Litestar.Net.Testing", "nupkg");

        Assert.Contains("lib/net10.0/Litestar.Net.Testing.dll", entries);
        Assert.DoesNotContain("lib/net10.0/Litestar.Net.dll", entries);
    }

    private List<string> EntriesOf(string package, string extension)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{package}.{feed.Version}.{extension}"));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
