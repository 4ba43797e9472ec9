using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Tests;

/// <summary>The assemblies tested code is compiled against: the reference packs, Litestar.Net and its test client.</summary>
internal static class References
{
    public static readonly IReadOnlyList<MetadataReference> All =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references.txt"))
            .Where(path => IsShared(path) || Path.GetFileName(path) is "Litestar.Net.dll" or "FluentValidation.dll" or "Litestar.Net.Testing.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The same without Litestar.Net: what a project sees that has never heard of it.</summary>
    public static readonly IReadOnlyList<MetadataReference> Shared = [.. All.Where(reference => IsShared(reference.Display!))];

    private static bool IsShared(string path) => path.Contains("App.Ref", StringComparison.Ordinal);
}
