using System.Reflection;

namespace Litestar.Generator.Tests;

/// <summary>The files of this repository which tests read where they stand.</summary>
internal static class Repository
{
    public static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Root").Value!;
}
