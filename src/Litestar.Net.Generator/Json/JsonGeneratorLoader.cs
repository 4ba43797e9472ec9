using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Json;

/// <summary>Finds System.Text.Json's generator, which the compiler has loaded already.</summary>
internal static class JsonGeneratorLoader
{
    private const string AssemblyName = "System.Text.Json.SourceGeneration";
    private const string TypeName = "System.Text.Json.SourceGeneration.JsonSourceGenerator";

    public static IIncrementalGenerator? Create(Compilation compilation) =>
        (Loaded() ?? BesideReferences(compilation))?.GetType(TypeName) is { } type ? Activator.CreateInstance(type) as IIncrementalGenerator : null;

    private static Assembly? Loaded() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name == AssemblyName)
        .OrderByDescending(assembly => assembly.GetName().Version)
        .FirstOrDefault();

    // Hosts other than the compiler load no analyzers: there it is in the pack of the references, …/ref/net10.0/x.dll next to …/analyzers.
#pragma warning disable RS1035 // Where nothing is loaded, the file is all there is.
    private static Assembly? BesideReferences(Compilation compilation) => compilation.References
        .OfType<PortableExecutableReference>()
        .Where(reference => Path.GetFileName(reference.FilePath) == "System.Text.Json.dll")
        .Select(reference => Path.Combine(Path.GetDirectoryName(reference.FilePath)!, "..", "..", "analyzers", "dotnet", "cs", AssemblyName + ".dll"))
        .Where(File.Exists)
        .Select(path => Assembly.LoadFrom(Path.GetFullPath(path)))
        .FirstOrDefault();
#pragma warning restore RS1035
}
