using System.Reflection;

namespace Litestar.Benchmarks;

/// <summary>Where the sources stand, and where results go.</summary>
internal static class Repository
{
    public static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key is "Root").Value!;

    public static readonly string Benchmarks = Path.Combine(Root, "tests", "Litestar.Net.Benchmarks");

    public static readonly string Artifacts = Path.Combine(Root, "artifacts", "benchmarks");
}
