using System.Collections.Immutable;
using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.Generator.Tests;

/// <summary>Tested code, with what was generated for it and what was said of it.</summary>
/// <param name="Compilation">The code and the generated files.</param>
/// <param name="Run">What the generator did.</param>
/// <param name="Problems">The compiler's errors, and everything the generator and the analyzers said.</param>
internal sealed record Build(Compilation Compilation, GeneratorDriverRunResult Run, ImmutableArray<Diagnostic> Problems)
{
    private static int _count;

    /// <summary>What the analyzers said for information.</summary>
    public ImmutableArray<Diagnostic> Notes { get; init; } = [];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new HandlerAnalyzer(), new HandlerListAnalyzer(), new LayerAnalyzer(), new ValidatorAnalyzer(), new UnlistedAnalyzer(), new ErrorHandlerAnalyzer()];

    // What tested programs call in place of LitestarApp.Create(…).Run().
    private const string Serving = """
        internal static class Serving
        {
            public static global::Litestar.Testing.TestApp? App;

            public static void Serve(global::Litestar.HandlerList handlers, global::System.Action<global::Litestar.LitestarBuilder>? configure = null) =>
                App = global::Litestar.Testing.TestApp.Create(handlers, configure);
        }
        """;

    public static Build Of(string code, Project? project = null)
    {
        var bare = Bare(code, project);
        var run = Driver(project).RunGeneratorsAndUpdateCompilation(bare, out var full, out var said);
        var compiler = full.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        var found = Analyze(full, [.. Analyzers]);
        return new(full, run.GetRunResult(), [.. compiler, .. said, .. found.Where(one => one.Severity is not DiagnosticSeverity.Info)]) { Notes = [.. found.Where(one => one.Severity is DiagnosticSeverity.Info)] };
    }

    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, params DiagnosticAnalyzer[] analyzers) =>
        [.. compilation.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().OrderBy(found => found.Location.SourceSpan.Start)];

    /// <summary>The code before anything is generated. Files are told apart by lines such as <c>// file: Users.cs</c>.</summary>
    public static CSharpCompilation Bare(string code, Project? project = null)
    {
        project ??= Project.Default;
        var files = code.Split("// file: ", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => code.Contains("// file: ", StringComparison.Ordinal) ? text.Split('\n', 2) : ["Code.cs", text])
            .Select(file => CSharpSyntaxTree.ParseText(file[1], project.Parsing, path: file[0].Trim()));
        return Bare([.. files], project);
    }

    public static CSharpCompilation Bare(IReadOnlyList<SyntaxTree> files, Project project)
    {
        var kind = files.Any(file => file.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any()) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var prelude = new[] { "#nullable enable\n" + project.Usings, "#nullable enable\n" + Serving }.Select(text => CSharpSyntaxTree.ParseText(text, project.Parsing));
        return CSharpCompilation.Create($"App{Interlocked.Increment(ref _count)}", [.. files, .. prelude], [.. References.All, .. project.References], project.Compiling(kind));
    }

    public static GeneratorDriver Driver(Project? project = null, IncrementalGeneratorOutputKind disabled = IncrementalGeneratorOutputKind.None) =>
        Driver(new HandlerGenerator(), project, disabled);

    public static GeneratorDriver Driver(HandlerGenerator generator, Project? project = null, IncrementalGeneratorOutputKind disabled = IncrementalGeneratorOutputKind.None) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: (project ?? Project.Default).Parsing,
        driverOptions: new GeneratorDriverOptions(disabled, trackIncrementalGeneratorSteps: true));

    public string SourceOf(string hint) => Run.Results.Single().GeneratedSources.Single(source => source.HintName == hint).SourceText.ToString();

    /// <summary>What was said, with the generated files it concerns: for a failed test's message.</summary>
    public string Explain()
    {
        var trees = Problems.Select(problem => problem.Location.SourceTree).Where(tree => tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) is true).Distinct().Take(2);
        return string.Join("\n", Problems.Take(8)) + "\n" + string.Join("\n", trees.Select(tree => tree!.ToString()));
    }
}
