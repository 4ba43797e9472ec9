using System.Reflection;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(Litestar.Package.Tests.Feed))]

namespace Litestar.Package.Tests;

/// <summary>The packages, packed once under a version of their own, and fresh folders that can only see them.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("litestar-");

    /// <summary>Newer than what is released, and no preview: a star, or no version at all, takes it.</summary>
    public string Version { get; } = $"{Released[..Released.LastIndexOf('.')]}.{(DateTime.UtcNow.Month * 100) + DateTime.UtcNow.Day}.{1 + ((int)DateTime.UtcNow.TimeOfDay.TotalSeconds / 2)}";

    public string Packages => Path.Combine(_root.FullName, "packages");

    /// <summary>The version that the repository would ship next, without what makes that of the tests its own.</summary>
    public static string Released => XDocument.Load(Path.Combine(Repository, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

    public static string Repository => typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == "Repository").Value!;

    /// <summary>The machine's folder of packages that are unpacked. Tests that have a home of their own use it too: it costs time to fetch a compiler again.</summary>
    public static string Cache { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    // In one build, and apart from the source tree, where other tests build at the same time. The version is the packages' alone: the assemblies stay as they are from one run to the next.
    public async ValueTask InitializeAsync()
    {
        var all = Path.Combine(_root.FullName, "All.slnx");
        var projects = Directory.GetDirectories(Path.Combine(Repository, "src")).SelectMany(folder => Directory.GetFiles(folder, "*.csproj")).Order(StringComparer.Ordinal);
        File.WriteAllText(all, $"<Solution>{string.Concat(projects.Select(path => $"<Project Path=\"{Path.GetFullPath(path)}\" />"))}</Solution>");
        await CommandProcess.Run(Repository, "dotnet", "pack", all, "-c", "Release", "--artifacts-path", Path.Combine(Repository, "artifacts"), $"-p:PackageVersion={Version}", "-o", Packages, "-v", "quiet");
    }

    /// <summary>A stranger's folder: nothing in it, nothing above it, the packages within reach.</summary>
    public string Folder(params (string Name, string Text)[] files)
    {
        var folder = _root.CreateSubdirectory(Guid.NewGuid().ToString("N")[..8]);
        File.WriteAllText(Path.Combine(folder.FullName, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="litestar" value="{Packages}" />
              </packageSources>
            </configuration>
            """);
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text.Replace("$VERSION", Version));
        }

        return folder.FullName;
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        foreach (var cached in Directory.GetDirectories(Cache, "litestar.net*").Select(package => Path.Combine(package, Version)).Where(Directory.Exists))
        {
            Directory.Delete(cached, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
