using Litestar.Generator.Diagnostics;
using Litestar.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Litestar.CodeFixes.Tests;

/// <summary>The verbs of this project's tests: complain, mend, compare, build again.</summary>
internal static class Fixed
{
    /// <summary>Every fix of the assembly, by the diagnostic it mends.</summary>
    public static readonly ILookup<string, CodeFixProvider> Providers = typeof(HandlerFix).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(HandlerFix)) && !type.IsAbstract)
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .ToLookup(provider => provider.FixableDiagnosticIds.Single());

    /// <summary>The code draws the complaint; the remedy of this title makes of it what is expected, of which nobody complains.</summary>
    public static async Task Verify(string id, string code, string title, string expected)
    {
        using var desk = new Desk(code);
        var actions = await desk.Actions(id);
        var chosen = actions.Where(action => action.Title == title).ToList();
        Assert.True(chosen.Count > 0, $"'{title}' was expected among: {string.Join(" | ", actions.Select(action => action.Title))}");

        var mended = await Desk.Apply(chosen[0], desk.Solution);

        Assert.Equal(expected, mended);
        var build = Build.Of(mended);
        Assert.True(build.Problems.IsEmpty, build.Explain());
    }

    /// <summary>The code draws the complaint, and these remedies are offered, in this order.</summary>
    public static async Task Offers(string id, string code, params string[] titles)
    {
        using var desk = new Desk(code);
        Assert.Equal(titles, (await desk.Actions(id)).Select(action => action.Title));
    }

    /// <summary>All complaints of the number in the code are mended at once.</summary>
    public static async Task VerifyAll(string id, string code, string title, string expected)
    {
        using var desk = new Desk(code);
        var provider = Providers[id].Single();
        var key = (await desk.Actions(id)).First(action => action.Title == title).EquivalenceKey;
        var all = new FixAllContext(desk.Document, provider, FixAllScope.Document, key!, [id], new Desk.Found(desk.Solution), CancellationToken.None);

        var action = await provider.GetFixAllProvider()!.GetFixAsync(all);

        var mended = await Desk.Apply(action!, desk.Solution);
        Assert.Equal(expected, mended);
        Assert.DoesNotContain(Build.Of(mended).Problems, problem => problem.Id == id);
    }

    /// <summary>An editor with one project and one open file.</summary>
    private sealed class Desk : IDisposable
    {
        private static readonly DiagnosticAnalyzer[] Analyzers = [new HandlerAnalyzer(), new HandlerListAnalyzer(), new LayerAnalyzer()];

        private readonly AdhocWorkspace _workspace = new();

        public Desk(string code)
        {
            var bare = Build.Bare(code);
            var project = _workspace.AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
                compilationOptions: bare.Options, parseOptions: Generator.Tests.Project.Default.Parsing, metadataReferences: bare.References));
            foreach (var (file, index) in bare.SyntaxTrees.Select((file, index) => (file, index)))
            {
                _workspace.AddDocument(project.Id, index is 0 ? "Code.cs" : $"Prelude{index}.cs", file.GetText());
            }
        }

        public Solution Solution => _workspace.CurrentSolution;

        public Document Document => FirstOf(Solution);

        public async Task<List<CodeAction>> Actions(string id)
        {
            var complaint = (await Complaints(Document.Project)).FirstOrDefault(found => found.Id == id) ?? throw new Xunit.Sdk.XunitException($"{id} was not said.");
            var actions = new List<CodeAction>();
            foreach (var provider in Providers[id])
            {
                await provider.RegisterCodeFixesAsync(new(Solution.GetDocument(complaint.Location.SourceTree)!, complaint, (action, _) => actions.Add(action), CancellationToken.None));
            }

            return actions;
        }

        public static async Task<string> Apply(CodeAction action, Solution solution)
        {
            var operations = await action.GetOperationsAsync(solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None);
            return (await FirstOf(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution).GetTextAsync()).ToString();
        }

        public void Dispose() => _workspace.Dispose();

        private static Document FirstOf(Solution solution) => solution.Projects.Single().Documents.First();

        private static async Task<IReadOnlyList<Diagnostic>> Complaints(Microsoft.CodeAnalysis.Project project) => Build.Analyze((await project.GetCompilationAsync())!, Analyzers);

        public sealed class Found(Solution solution) : FixAllContext.DiagnosticProvider
        {
            public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellation) => await Complaints(project);

            public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
                (await Complaints(document.Project)).Where(found => solution.GetDocument(found.Location.SourceTree)?.Id == document.Id);

            public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>([]);
        }
    }
}
