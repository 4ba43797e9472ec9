using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Litestar.Package.Tests;

/// <summary>What lies in the packages, and what their manifests say.</summary>
public sealed partial class PackageContentTests(Feed feed)
{
    public static TheoryData<string> Libraries => ["Litestar.Net", "Litestar.Net.Testing"];

    public static TheoryData<string> All => ["Litestar.Net", "Litestar.Net.Testing", "Litestar.Net.Templates"];

    [Fact]
    public void The_library_brings_its_generator_its_code_fixes_its_docs_and_its_implicit_using_and_nothing_else()
    {
        using var package = Open("Litestar.Net");

        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/Litestar.Net.CodeFixes.dll",
                "analyzers/dotnet/cs/Litestar.Net.Generator.dll",
                "buildTransitive/Litestar.Net.props",
                "buildTransitive/Litestar.Net.targets",
                "icon.png",
                "lib/net10.0/Litestar.Net.dll",
                "lib/net10.0/Litestar.Net.xml",
            ],
            package.Entries);
        Assert.Equal([("FluentValidation", "12.0.0")], package.Elements("dependency").Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)));
        Assert.Equal(["Microsoft.AspNetCore.App"], package.Elements("frameworkReference").Select(reference => reference.Attribute("name")!.Value));
    }

    [Fact]
    public void The_test_client_is_a_package_of_its_own()
    {
        using var package = Open("Litestar.Net.Testing");

        Assert.Equal(["README.md", "icon.png", "lib/net10.0/Litestar.Net.Testing.dll", "lib/net10.0/Litestar.Net.Testing.xml"], package.Entries);
        Assert.Equal(
            [("Litestar.Net", feed.Version), ("Microsoft.AspNetCore.TestHost", "10.0.15")],
            package.Elements("dependency").Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)));
    }

    [Fact]
    public void The_templates_are_a_package_of_text_that_refers_to_the_packages_of_its_own_version()
    {
        using var package = Open("Litestar.Net.Templates");

        Assert.Equal("Template", package.Elements("packageType").Single().Attribute("name")!.Value);
        Assert.Empty(package.Elements("dependency"));
        Assert.DoesNotContain(package.Entries, entry => entry.StartsWith("lib/", StringComparison.Ordinal) || entry.Contains("/bin/") || entry.Contains("/obj/"));
        Assert.Contains("content/litestar/.gitignore", package.Entries);
        foreach (var template in (string[])["litestar", "litestar-script"])
        {
            using var configuration = JsonDocument.Parse(package.ReadText($"content/{template}/.template.config/template.json"));
            Assert.Equal(feed.Version, configuration.RootElement.GetProperty("symbols").GetProperty("packagesVersion").GetProperty("parameters").GetProperty("value").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_manifest_says_what_a_registry_shows(string id)
    {
        using var package = Open(id);

        Assert.Equal(id, package["id"]);
        Assert.Equal(feed.Version, package["version"]);
        Assert.Equal("MIT", package["license"]);
        Assert.Equal("README.md", package["readme"]);
        Assert.Equal("icon.png", package["icon"]);
        Assert.Contains("litestar", package["tags"]);
        Assert.False(string.IsNullOrWhiteSpace(package["description"]));
        Assert.Equal("Litestar.Net contributors", package["authors"]);

        // The newest section of the release notes, and no other.
        Assert.StartsWith($"## {Feed.Released}", package["releaseNotes"]);
        Assert.Single(ReleaseHeading().Matches(package["releaseNotes"]!));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_page_of_a_package_stands_by_itself(string id)
    {
        using var package = Open(id);
        var icon = package.Read("icon.png");

        // A registry resolves no link into the repository.
        Assert.DoesNotContain(Link().Matches(package.ReadText("README.md")), link => !link.Groups[1].Value.StartsWith("https://", StringComparison.Ordinal));
        Assert.Equal("PNG", Encoding.ASCII.GetString(icon, 1, 3));
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
        Assert.True(icon.Length < 64 * 1024);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Symbols_hold_the_source_and_say_nothing_of_the_machine_that_built_them(string id)
    {
        using var package = Open(id);
        using var symbols = Open(id, "snupkg");

        Assert.Equal([$"lib/net10.0/{id}.pdb"], symbols.Entries);
        Assert.All(symbols.Sources($"lib/net10.0/{id}.pdb"), source => Assert.StartsWith("/_/", source));
        foreach (var assembly in package.Entries.Where(entry => entry.EndsWith(".dll", StringComparison.Ordinal)))
        {
            Assert.True(package.IsReproducible(assembly), assembly);
            Assert.DoesNotContain(Path.GetFullPath(Feed.Repository), Encoding.Latin1.GetString(package.Read(assembly)));
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_documentation_is_that_of_what_a_caller_can_name(string id)
    {
        using var package = Open(id);
        var documentation = XDocument.Load(new MemoryStream(package.Read($"lib/net10.0/{id}.xml")));
        var names = documentation.Descendants("member").Select(member => (string)member.Attribute("name")!).ToHashSet();
        var types = package.PublicTypes($"lib/net10.0/{id}.dll");

        // Every public type is documented, and nothing else is: neither another type nor a member of one.
        Assert.Equal(types.Order(StringComparer.Ordinal), names.Where(name => name.StartsWith("T:", StringComparison.Ordinal)).Select(name => name[2..]).Order(StringComparer.Ordinal));
        Assert.All(names.Where(name => !name.StartsWith("T:", StringComparison.Ordinal)), name => Assert.Contains(Member().Match(name).Groups["type"].Value, types));
        Assert.Equal([], names.Intersect(package.HiddenMembers($"lib/net10.0/{id}.dll")));

        // What they refer to is there as well.
        var references = documentation.Descendants().Attributes("cref").Select(reference => reference.Value).Where(reference => Own().IsMatch(reference));
        Assert.Equal([], references.Where(reference => !names.Contains(reference)).Distinct());
    }

    private Package Open(string id, string extension = "nupkg") => new(Path.Combine(feed.Packages, $"{id}.{feed.Version}.{extension}"));

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex ReleaseHeading();

    [GeneratedRegex(@"^[A-Z]:(?<type>[^(]*)\.[^.(]+(\(|$)")]
    private static partial Regex Member();

    [GeneratedRegex(@"^[A-Z]:Litestar\.")]
    private static partial Regex Own();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
