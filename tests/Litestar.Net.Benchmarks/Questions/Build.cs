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

    public override Task Measure(Pace pace) => Findings.Once("build/1000", () => Task.FromResult(Measure(pace.IsQuick ? 5 : 9)));

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

    // The columns take turns: what else the machine does meanwhile, it does to both.
    private static Dictionary<string, Dictionary<string, List<double>>> Measure(int times)
    {
        var programs = Columns.ToDictionary(column => column, Program);
        var measured = Columns.ToDictionary(column => column, _ => new Dictionary<string, List<double>>());
        for (var i = -Rehearsals; i < times; i++)
        {
            foreach (var column in Columns)
            {
                foreach (var (what, milliseconds) in Round(column, programs[column]))
                {
                    if (i >= 0)
                    {
                        (measured[column].TryGetValue(what, out var own) ? own : measured[column][what] = []).Add(milliseconds);
                    }
                }

                Findings.Progress(i < 0 ? $"{column}, 1000 handlers, rehearsal {i + 1 + Rehearsals}/{Rehearsals}" : $"{column}, 1000 handlers, {i + 1}/{times}: {string.Join(", ", measured[column].Values.Select(own => $"{own[^1]:0.0}"))} ms");
            }
        }

        return measured;
    }

    private static CSharpCompilation Program(string column) => CSharpCompilation.Create(
        "App",
        Sources(column).Select((source, i) => CSharpSyntaxTree.ParseText(source, Parsing, $"{i}.cs")),
        References(),
        new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    // A compilation remembers what it was asked: each run gets one that was asked nothing.
    private static IEnumerable<(string What, double Milliseconds)> Round(string column, CSharpCompilation program)
    {
        yield return ("all of it, for a build", Time(Driver(column, isBuild: true), program.Clone(), out _));
        yield return ("all of it, for an editor", Time(Driver(column, isBuild: false), program.Clone(), out var driver));
        foreach (var (name, tree, before, after) in Keystrokes)
        {
            var typed = program.SyntaxTrees[tree];
            var text = typed.GetText();
            var at = text.ToString().IndexOf(before, StringComparison.Ordinal);
            var changed = typed.WithChangedText(text.WithChanges(new TextChange(new(at, before.Length), after)));
            yield return (name, Time(driver, program.Clone().ReplaceSyntaxTree(typed, changed), out _));
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
