using System.Collections.Immutable;
using Litestar.Generator.Emit;
using Litestar.Generator.Json;
using Litestar.Generator.Model;
using Litestar.Generator.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator;

/// <summary>Writes a class for every function that bears a verb attribute, a table of them, and the JSON metadata of their types.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class HandlerGenerator : IIncrementalGenerator
{
    internal const string HandlerStep = "Handler", TableStep = "Table", JsonTypesStep = "JsonTypes";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var handlers = FindHandlers(context);
        var table = handlers.Combine(AssemblyName(context)).WithTrackingName(TableStep);
        var jsonTypes = handlers.Select(TypesOf).WithTrackingName(JsonTypesStep);

        context.RegisterSourceOutput(handlers.SelectMany(static (all, _) => all), EmitHandler);
        context.RegisterSourceOutput(table, EmitTable);
        context.RegisterImplementationSourceOutput(jsonTypes.Combine(context.CompilationProvider), JsonComposer.Emit);
    }

    private static IncrementalValueProvider<EquatableArray<HandlerModel>> FindHandlers(IncrementalGeneratorInitializationContext context)
    {
        var all = Verbs.Attributes.Select(attribute => context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, IsFunction, (found, _) => Parse(found, attribute))
            .Where(static handler => handler is not null)
            .WithTrackingName(HandlerStep)
            .Collect());
        return all.Aggregate(static (some, more) => some.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .Select(static (found, _) => new EquatableArray<HandlerModel>([.. found.Select(handler => handler!)]));
    }

    private static bool IsFunction(SyntaxNode node, CancellationToken _) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax;

    // A function that bears several verbs is found once for each: the first of them speaks for all.
    private static HandlerModel? Parse(GeneratorAttributeSyntaxContext found, string attribute) =>
        found.TargetSymbol is IMethodSymbol method && Verbs.Of(method).First().AttributeName == attribute
            ? HandlerParser.Parse(method, new Problems())
            : null;

    private static IncrementalValueProvider<string> AssemblyName(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");

    private static EquatableArray<string> TypesOf(EquatableArray<HandlerModel> handlers, CancellationToken _) =>
        new([.. handlers.SelectMany(handler => handler.JsonTypes).Distinct().OrderBy(type => type, StringComparer.Ordinal)]);

    private static void EmitHandler(SourceProductionContext context, HandlerModel handler) =>
        context.AddSource($"{handler.ClassName}.g.cs", HandlerEmitter.Emit(handler));

    private static void EmitTable(SourceProductionContext context, (EquatableArray<HandlerModel> Handlers, string Assembly) table)
    {
        if (table.Handlers.Count > 0)
        {
            context.AddSource("HandlerTable.g.cs", RegistryEmitter.Emit(table.Assembly, table.Handlers));
        }
    }
}
