
namespace Litestar.Package.Tests;

/// <summary>What publishing with Native AOT needs besides the SDK.</summary>
public static class Native
{
    /// <summary>Skips the test, saying why, where the platform's C toolchain is missing.</summary>
    public static void SkipWithoutToolchain()
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(
            paths.Any(path => File.Exists(Path.Combine(path, "clang")) || File.Exists(Path.Combine(path, "link.exe"))),
            "NOT TESTED: Native AOT. It needs clang and zlib's headers (Debian: apt-get install clang zlib1g-dev).");
    }
}
