using System.Globalization;
using Litestar.Generator.Diagnostics;
using Litestar.Generator.Emit;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Json;

/// <summary>Runs System.Text.Json's own generator over the types that handlers send and take, and adds what it writes.</summary>
/// <remarks>Generators do not see each other's output: a context that we merely emitted would stay empty.</remarks>
internal static class JsonComposer
{
    private static readonly string[] OfContexts = ["SYSLIB1031", "SYSLIB1032", "SYSLIB1221", "SYSLIB1224"];

    private static readonly string[] OfServices = ["SYSLIB1030", "SYSLIB1225"];

    public static void Emit(SourceProductionContext context, ((EquatableArray<string> Types, EquatableArray<string> Certain) Json, Compilation Compilation) input)
    {
        try
        {
            Compose(context, input.Json.Types, input.Json.Certain, input.Compilation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.GeneratorFailure, null, "the JSON metadata of this assembly", ExceptionText.Of(exception)));
        }
    }

    private static void Compose(SourceProductionContext context, EquatableArray<string> types, EquatableArray<string> certain, Compilation compilation)
    {
        if (types.Count == 0 || compilation.SyntaxTrees.FirstOrDefault()?.Options is not CSharpParseOptions options)
        {
            return;
        }

        if (JsonGeneratorLoader.Create(compilation) is not { } generator)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoJsonGenerator, null, string.Join(", ", types)));
            return;
        }

        JsonType[] plain = [.. types.Select(JsonType.Plain)];
        var parsed = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(JsonContextEmitter.Emit(plain, [], [], []), options));
        var graph = JsonGraph.Of(parsed, out var reached, out var spellings);
        var source = JsonContextEmitter.Emit(graph, JsonRequiredMembers.Of(reached), NonNullItems.Of(spellings), JsonGraph.EnumsOf(reached));
        // The other generator sees the types alone. Where they are the same, so is its context, of which the compiler knows much by now.
        var complete = graph.SequenceEqual(plain) ? parsed : compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options, cancellationToken: context.CancellationToken));
        var run = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options)
            .RunGenerators(complete, context.CancellationToken)
            .GetRunResult();

        if (run.Results.Select(result => result.Exception).FirstOrDefault(exception => exception is not null) is { } failure)
        {
            throw failure;
        }

        foreach (var said in Helpful(run, generator, compilation, options, place => IsCertain(place, parsed, certain), context.CancellationToken))
        {
            context.ReportDiagnostic(said);
        }

        context.AddSource("Json.g.cs", source);
        var initTypes = InitOnlyTypes.Of(reached);
        foreach (var generated in run.Results.SelectMany(result => result.GeneratedSources))
        {
            // The user's own contexts are written by the compiler's own run of that generator.
            if (generated.HintName.StartsWith(GeneratedNames.JsonContext + ".", StringComparison.Ordinal))
            {
                // What it does not silence itself: types of the user's that are experimental, for instance.
                context.AddSource(generated.HintName, "#pragma warning disable\n" + ConstructorCheckRewriter.Apply(InitOnlyRewriter.Apply(generated.SourceText, initTypes, options).ToString()));
            }
        }
    }

    // What it says of the user's own source. That two types have one name, or that a context is of the wrong kind, is a concern of our context alone.
    private static IEnumerable<Diagnostic> Helpful(
        GeneratorDriverRunResult run, IIncrementalGenerator generator, Compilation compilation, CSharpParseOptions options, Func<Location, bool> isCertain, CancellationToken cancellation)
    {
        var said = SaidBy(run).Where(one => !OfContexts.Contains(one.Id))
            .Select(one => (one, place: PlaceOf(one, compilation)))
            .Where(found => found.place is { } place && (!OfServices.Contains(found.one.Id) || isCertain(place)))
            .ToList();
        if (said.Count is 0)
        {
            return [];
        }

        // What the compiler's own run says of the user's own contexts is said once.
        var others = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options).RunGenerators(compilation, cancellation).GetRunResult();
        var known = new HashSet<string>(SaidBy(others).Select(TextOf));
        return said.Where(found => known.Add(TextOf(found.one))).Select(found => Diagnostic.Create(
            found.one.Id, found.one.Descriptor.Category, found.one.GetMessage(CultureInfo.InvariantCulture), found.one.DefaultSeverity, found.one.DefaultSeverity,
            found.one.Descriptor.IsEnabledByDefault, found.one.DefaultSeverity is DiagnosticSeverity.Error ? 0 : 1,
            found.one.Descriptor.Title, found.one.Descriptor.Description, found.one.Descriptor.HelpLinkUri, found.place));
    }

    // What may be a service is no concern of JSON's until the app has asked the container.
    private static bool IsCertain(Location place, Compilation compilation, EquatableArray<string> certain) =>
        place.SourceTree!.GetRoot().FindNode(place.SourceSpan).AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault() is { } declaration
        && compilation.GetSemanticModel(place.SourceTree).GetDeclaredSymbol(declaration) is { } type
        && JsonGraph.Within(compilation, new HashSet<string>(certain)).Any(reached => SymbolEqualityComparer.Default.Equals(reached.OriginalDefinition, type));

    private static IEnumerable<Diagnostic> SaidBy(GeneratorDriverRunResult run) => run.Results.SelectMany(result => result.Diagnostics);

    private static string TextOf(Diagnostic said) => said.ToString();

    // It keeps no trees, only their paths: without a tree no pragma and no .editorconfig would be obeyed.
    private static Location? PlaceOf(Diagnostic said, Compilation compilation)
    {
        var (path, span) = (said.Location.GetLineSpan().Path, said.Location.SourceSpan);
        return path is { Length: > 0 } && compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == path && tree.Length >= span.End) is { } file ? Location.Create(file, span) : null;
    }
}
