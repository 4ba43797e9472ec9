using System.Reflection;
using System.Runtime.Loader;
using Litestar.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Samples.Tests;

/// <summary>Source text, compiled with the generator as <c>dotnet run file.cs</c> would, and loaded.</summary>
internal static class SourceProgram
{
    // What ImplicitUsings brings in a web project, and what the package adds to it.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using Litestar;
        """;

    // The SDK silences these two for every project: a library built for an older framework.
    private static readonly Dictionary<string, ReportDiagnostic> Unsaid = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    // The libraries that pages show beside this one.
    private static readonly string[] Theirs =
    [
        "FastEndpoints*.dll", "Microsoft.EntityFrameworkCore*.dll", "Microsoft.Data.Sqlite.dll", "Microsoft.AspNetCore.Authentication.JwtBearer.dll", "Microsoft.IdentityModel.*.dll",
    ];

    private static readonly MetadataReference[] References = FindReferences();

    public static CompilationUnitSyntax Parse(string source) => CSharpSyntaxTree.ParseText(source, Parsing).GetCompilationUnitRoot();

    /// <summary>The assembly; warnings are errors, as in this repository.</summary>
    /// <param name="name">The assembly's name, of which there may be one in a process.</param>
    /// <param name="source">A program, if it has top-level statements; else a library.</param>
    public static Assembly Compile(string name, string source)
    {
        using var image = Image(name, source);
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    /// <summary>The same, not loaded.</summary>
    public static MemoryStream Image(string name, string source)
    {
        // Lines that speak to the SDK, not to the compiler: #!, #:package.
        var lines = source.Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal) ? "" : line);
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines), Parsing, name + ".cs");
        var isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var compilation = CSharpCompilation.Create(
            name,
            [tree, CSharpSyntaxTree.ParseText(Usings, Parsing)],
            References,
            new(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: Unsaid));
        CSharpGeneratorDriver.Create([new HandlerGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var diagnostics);
        var image = new MemoryStream();
        var emitted = complete.Emit(image);
        var faults = diagnostics.Concat(emitted.Diagnostics).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).ToList();
        Assert.True(faults.Count is 0, $"{string.Join('\n', faults)}\n\n{source}");
        image.Position = 0;
        return image;
    }

    // The reference packs beside the running SDK, where the JSON generator stands too, and our own assemblies.
    private static MetadataReference[] FindReferences()
    {
        var packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs"));
        var framework = new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" }
            .SelectMany(pack => Directory.GetFiles(Path.Combine(Newest(Path.Combine(packs, pack)), "ref", "net10.0"), "*.dll"));
        string[] ours = [typeof(LitestarApp).Assembly.Location, typeof(TestApp).Assembly.Location, typeof(FactAttribute).Assembly.Location, typeof(Assert).Assembly.Location, typeof(Microsoft.AspNetCore.TestHost.TestServer).Assembly.Location, typeof(FluentValidation.IValidator).Assembly.Location];
        var theirs = Theirs.SelectMany(pattern => Directory.GetFiles(AppContext.BaseDirectory, pattern));
        return [.. framework.Concat(ours).Concat(theirs).Select(path => MetadataReference.CreateFromFile(path))];
    }

    private static string Newest(string folder) =>
        Directory.GetDirectories(folder, "10.0.*").MaxBy(path => Version.TryParse(Path.GetFileName(path), out var version) ? version : new())!;
}
