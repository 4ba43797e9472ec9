using Litestar.Generator.Diagnostics;
using Litestar.Generator.Emit;
using Litestar.Generator.Model;
using Litestar.Generator.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Json;

/// <summary>Runs System.Text.Json's own generator over the types that handlers send and take, and adds what it writes.</summary>
/// <remarks>Generators do not see each other's output: a context that we merely emitted would stay empty.</remarks>
internal static class JsonComposer
{
    public static void Emit(SourceProductionContext context, (EquatableArray<string> Types, Compilation Compilation) input)
    {
        try
        {
            Compose(context, input.Types, input.Compilation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Failure, null, "the JSON metadata of this assembly", Failure.Of(exception)));
        }
    }

    private static void Compose(SourceProductionContext context, EquatableArray<string> types, Compilation compilation)
    {
        if (types.Count == 0 || compilation.SyntaxTrees.FirstOrDefault()?.Options is not CSharpParseOptions options)
        {
            return;
        }

        if (JsonGenerator.Create(compilation) is not { } generator)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoJsonGenerator, null, string.Join(", ", types)));
            return;
        }

        JsonType[] plain = [.. types.Select(JsonType.Plain)];
        var parsed = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(JsonContextEmitter.Emit(plain, [], [], []), options));
        var graph = JsonGraph.Of(parsed, out var reached, out var spellings);
        var source = JsonContextEmitter.Emit(graph, RequiredMembers.Of(reached), FilledItems.Of(spellings), JsonGraph.EnumsOf(reached));
        // The other generator sees the types alone. Where they are the same, so is its context, of which the compiler knows much by now.
        var complete = graph.SequenceEqual(plain) ? parsed : compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options, cancellationToken: context.CancellationToken));
        var run = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options)
            .RunGenerators(complete, context.CancellationToken)
            .GetRunResult();

        if (run.Results.Select(result => result.Exception).FirstOrDefault(exception => exception is not null) is { } failure)
        {
            throw failure;
        }

        context.AddSource("Json.g.cs", source);
        var initTypes = InitTypes.Of(reached);
        foreach (var generated in run.Results.SelectMany(result => result.GeneratedSources))
        {
            // The user's own contexts are written by the compiler's own run of that generator.
            if (generated.HintName.StartsWith(JsonContextEmitter.ClassName + ".", StringComparison.Ordinal))
            {
                // What it does not silence itself: types of the user's that are experimental, for instance.
                context.AddSource(generated.HintName, "#pragma warning disable\n" + InitSetters.Apply(generated.SourceText, initTypes, options));
            }
        }
    }
}
