using System.Reflection;
using System.Text;
using Litestar.Benchmarks.Report;
using Litestar.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Litestar.Benchmarks.Questions;

/// <summary>What does the generator cost a build and an editor? A thousand handlers, against the request delegate generator and System.Text.Json's on the same thousand functions.</summary>
internal sealed class Build : Question
{
    private const int Modules = 100, FunctionsPerModule = 10;

    // Until then much of what is measured is the just-in-time compiler, at work on the C# compiler: those of editors and build servers have run for long.
    private const int Rehearsals = 8;

    private static readonly string[] Columns = ["minimal", "litestar"];

    private static readonly CSharpParseOptions Parsing = new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("InterceptorsNamespaces", "Microsoft.AspNetCore.Http.Generated")]);

    // What a person types: in a file of its own, in the body of a function, in the signature of one.
    private static readonly (string Name, int Tree, string Before, string After)[] Keystrokes =
    [
        ("a keystroke in another file", 0, "=> 1;", "=> 11;"),
        ("a keystroke in a handler's body", 1, "new(id, 7)", "new(id, 77)"),
        ("a keystroke in a handler's signature", 1, "int id, int page", "int id, int pages"),
    ];

    public override string Name => "build";

    public override Task Measure(Pace pace) => Findings.Once("build/1000", () => Task.FromResult(Columns.ToDictionary(column => column, column => Measure(column, pace.IsQuick ? 5 : 9))));

    public override IEnumerable<string> Tables()
    {
        if (Findings.Of<Dictionary<string, Dictionary<string, List<double>>>>("build/1000") is { } measured)
        {
            yield return Markdown.Table(
                $"CPU time of the generators over {Modules * FunctionsPerModule} handlers (ms), median",
                "what",
                Columns,
                measured[Columns[0]].Keys.Select(what => (what, Columns.Select(column => Markdown.Number(Markdown.Median(measured[column][what]), "0.0")))));
        }
    }

    private static Dictionary<string, List<double>> Measure(string column, int times)
    {
        var trees = Sources(column).Select((source, i) => CSharpSyntaxTree.ParseText(source, Parsing, $"{i}.cs")).ToArray();
        var compilation = CSharpCompilation.Create("App", trees, References(), new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var measured = new Dictionary<string, List<double>> { ["all of it, for a build"] = [], ["all of it, for an editor"] = [] };
        for (var i = -Rehearsals; i < times; i++)
        {
            // A compilation remembers what it was asked: each run gets one that was asked nothing.
            Add("all of it, for a build", i, Time(Driver(column, isBuild: true), compilation.Clone(), out _));
            Add("all of it, for an editor", i, Time(Driver(column, isBuild: false), compilation.Clone(), out var driver));
            foreach (var (name, tree, before, after) in Keystrokes)
            {
                var text = trees[tree].GetText();
                var at = text.ToString().IndexOf(before, StringComparison.Ordinal);
                var changed = trees[tree].WithChangedText(text.WithChanges(new TextChange(new(at, before.Length), after)));
                Add(name, i, Time(driver, compilation.Clone().ReplaceSyntaxTree(trees[tree], changed), out _));
            }

            Findings.Progress(i < 0 ? $"{column}, 1000 handlers, rehearsal {i + 1 + Rehearsals}/{Rehearsals}" : $"{column}, 1000 handlers, {i + 1}/{times}: {string.Join(", ", measured.Values.Select(own => $"{own[^1]:0.0}"))} ms");
        }

        return measured;

        void Add(string what, int time, double milliseconds)
        {
            if (!measured.TryGetValue(what, out var own))
            {
                measured[what] = own = [];
            }

            if (time >= 0)
            {
                own.Add(milliseconds);
            }
        }
    }

    private static double Time(GeneratorDriver driver, Compilation compilation, out GeneratorDriver after)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        after = driver.RunGenerators(compilation);
        var elapsed = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        var run = after.GetRunResult();
        return run.Results.FirstOrDefault(result => result.Exception is not null).Exception is { } failure ? throw failure
            : run.GeneratedTrees.Length > 0 ? elapsed
            : throw new InvalidOperationException("Nothing was generated.");
    }

    private static GeneratorDriver Driver(string column, bool isBuild) => CSharpGeneratorDriver.Create(
        column is "litestar" ? [new HandlerGenerator().AsSourceGenerator()] : [.. Packed("Microsoft.AspNetCore.App", "Microsoft.AspNetCore.Http.RequestDelegateGenerator"), .. Packed("Microsoft.NETCore.App", "System.Text.Json.SourceGeneration")],
        parseOptions: Parsing,
        driverOptions: new(isBuild ? IncrementalGeneratorOutputKind.None : IncrementalGeneratorOutputKind.Implementation));

    private static IEnumerable<ISourceGenerator> Packed(string framework, string assembly) =>
        Assembly.LoadFrom(Path.Combine(PackOf(framework), "analyzers", "dotnet", "cs", assembly + ".dll"))
            .GetTypes()
            .Where(type => type.GetCustomAttribute<GeneratorAttribute>() is not null)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());

    private static IEnumerable<MetadataReference> References() => new[] { "Microsoft.NETCore.App", "Microsoft.AspNetCore.App" }
        .SelectMany(framework => Directory.EnumerateFiles(Path.Combine(PackOf(framework), "ref", "net10.0"), "*.dll"))
        .Append(typeof(LitestarApp).Assembly.Location)
        .Select(path => MetadataReference.CreateFromFile(path));

    private static string PackOf(string framework) => Directory.EnumerateDirectories(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", framework + ".Ref"), "10.*").Max()!;

    private static IEnumerable<string> Sources(string column) =>
    [
        "static class Other { public static int One() => 1; }",
        .. Enumerable.Range(0, Modules).Select(module => Module(module, column)),
        column is "litestar"
            ? $"using Litestar; LitestarApp.Create([{string.Join(", ", Enumerable.Range(0, Modules).Select(module => $"typeof(Module{module})"))}]).Run();"
            : $$"""
            using Microsoft.AspNetCore.Builder;
            using System.Text.Json.Serialization;
            var app = WebApplication.CreateSlimBuilder(args).Build();
            {{string.Concat(Enumerable.Range(0, Modules).Select(module => $"Module{module}.Map(app);\n"))}}
            app.Run();

            {{string.Concat(Enumerable.Range(0, Modules).Select(module => $"[JsonSerializable(typeof(Item{module})), JsonSerializable(typeof(NewItem{module}))]\n"))}}
            internal sealed partial class AppJson : JsonSerializerContext;
            """,
    ];

    private static string Module(int module, string column)
    {
        var code = new StringBuilder($"using Litestar;\nusing Microsoft.AspNetCore.Builder;\nusing Microsoft.AspNetCore.Routing;\npublic sealed record Item{module}(int Id, int Page);\npublic sealed record NewItem{module}(string Name, int[] Parts);\n\npublic static class Module{module}\n{{\n");
        var map = new StringBuilder();
        for (var i = 0; i < FunctionsPerModule; i++)
        {
            var (verb, signature, body) = (i % 3) switch
            {
                0 => ("Get", $"Item{module} Find{i}(int id, int page)", "new(id, 7)"),
                1 => ("Get", $"string Greet{i}(string name, bool loud)", "loud ? name.ToUpperInvariant() : name"),
                _ => ("Post", $"Item{module} Add{i}(int id, NewItem{module} item)", "new(id, item.Parts.Length)"),
            };
            var path = $"/module{module}/{i}{(i % 3 is 1 ? "" : "/{id}")}";
            code.Append(column is "litestar" ? $"    [{verb}(\"{path}\")]\n" : "").Append($"    public static {signature} => {body};\n");
            map.Append($"        app.Map{verb}(\"{path}\", {signature.Split(' ')[1].Split('(')[0]});\n");
        }

        return code.Append(column is "litestar" ? "" : $"    public static void Map(IEndpointRouteBuilder app)\n    {{\n{map}    }}\n").Append("}\n").ToString();
    }
}
