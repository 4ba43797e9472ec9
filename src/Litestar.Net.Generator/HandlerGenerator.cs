using System.Collections.Immutable;
using Litestar.Generator.Diagnostics;
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
    internal const string HandlerStep = "Handler", FileStep = "File", RulesStep = "Rules", ValidatorStep = "Validators", TableStep = "Table", JsonTypesStep = "JsonTypes";

    private readonly Func<IMethodSymbol, Compilation, Problems, HandlerModel?> _parse;
    private readonly Func<HandlerModel, string> _emit;

    /// <summary>As the compiler makes it.</summary>
    public HandlerGenerator() : this(HandlerParser.Parse, HandlerEmitter.Emit)
    {
    }

    internal HandlerGenerator(Func<IMethodSymbol, Compilation, Problems, HandlerModel?> parse, Func<HandlerModel, string> emit)
    {
        _parse = parse;
        _emit = emit;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = FindHandlers(context);
        var validators = FindValidators(context, found);
        var handlers = found.Combine(validators.Select(ValidatedTypes)).Select(GroupParser.Judge);
        var table = handlers.Combine(AssemblyName(context)).WithTrackingName(TableStep);
        var jsonTypes = handlers.Select(TypesOf).WithTrackingName(JsonTypesStep);

        context.RegisterSourceOutput(handlers.SelectMany(static (all, _) => all).WithTrackingName(FileStep), EmitHandler);
        context.RegisterSourceOutput(handlers.SelectMany(RulesOf).WithTrackingName(RulesStep), EmitRules);
        context.RegisterSourceOutput(table, EmitTable);
        context.RegisterSourceOutput(validators.WithTrackingName(ValidatorStep), EmitValidators);
        context.RegisterImplementationSourceOutput(jsonTypes.Combine(context.CompilationProvider), JsonComposer.Emit);
    }

    private IncrementalValueProvider<EquatableArray<HandlerModel>> FindHandlers(IncrementalGeneratorInitializationContext context)
    {
        var all = Verbs.Attributes.Select(attribute => context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, IsFunction, (found, _) => Parse(found, attribute))
            .Where(static handler => handler is not null)
            .WithTrackingName(HandlerStep)
            .Collect());
        return all.Aggregate(static (some, more) => some.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .Select(static (found, _) => new EquatableArray<HandlerModel>([.. Apart(found)]));
    }

    // An assembly without handlers may hold validators for those of another, which cannot see the internal ones.
    private static IncrementalValueProvider<EquatableArray<ValidatorModel>> FindValidators(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<HandlerModel>> handlers)
    {
        var own = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (found, cancellation) => found.SemanticModel.GetDeclaredSymbol((ClassDeclarationSyntax)found.Node, cancellation) is { } type ? Validators.Parse(type) : null)
            .Where(static validator => validator is not null)
            .Collect()
            .Select(static (found, _) => new EquatableArray<ValidatorModel>([.. found.OfType<ValidatorModel>().Distinct()]));
        var referenced = context.CompilationProvider.Select(ValidatorsOfReferences.Of);
        var serves = handlers.Select(static (all, _) => all.Count > 0);
        return own.Combine(referenced.Combine(serves)).Select(static (found, _) => found.Right.Right ? new EquatableArray<ValidatorModel>([.. found.Left, .. found.Right.Left]) : found.Left);
    }

    // What the handlers need to know of validators: which types have one, and no more.
    private static EquatableArray<string> ValidatedTypes(EquatableArray<ValidatorModel> validators, CancellationToken _) =>
        new([.. validators.Select(validator => validator.Validated).Distinct().OrderBy(type => type, StringComparer.Ordinal)]);

    private static bool IsFunction(SyntaxNode node, CancellationToken _) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax;

    // A function that bears several verbs is found once for each: the first of them speaks for all.
    private HandlerModel? Parse(GeneratorAttributeSyntaxContext found, string attribute)
    {
        if (found.TargetSymbol is not IMethodSymbol { PartialDefinitionPart: null } method || Verbs.Of(method).First().AttributeName != attribute)
        {
            return null;
        }

        try
        {
            return _parse(method, found.SemanticModel.Compilation, new Problems());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // HandlerAnalyzer meets the same fault and has a place for it; the other handlers go on.
            return null;
        }
    }

    // A.B_C and A_B.C would be one class, and the compiler takes two files whose names differ in case for one.
    private static IEnumerable<HandlerModel> Apart(IEnumerable<HandlerModel?> found)
    {
        var names = new HashSet<string>(found.OfType<HandlerModel>().SelectMany(handler => handler.Rules).Select(rules => rules.ClassName), StringComparer.OrdinalIgnoreCase);
        foreach (var handler in found.OfType<HandlerModel>())
        {
            var name = handler.ClassName;
            for (var i = 2; !names.Add(name); i++)
            {
                name = $"{handler.ClassName}_{i}";
            }

            yield return handler.ClassName == name ? handler : handler with { ClassName = name };
        }
    }

    private static IncrementalValueProvider<string> AssemblyName(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");

    private static EquatableArray<string> TypesOf(EquatableArray<HandlerModel> handlers, CancellationToken _) =>
        new([.. handlers.SelectMany(handler => handler.JsonTypes).Distinct().OrderBy(type => type, StringComparer.Ordinal)]);

    private static IEnumerable<RulesModel> RulesOf(EquatableArray<HandlerModel> handlers, CancellationToken _) =>
        handlers.SelectMany(handler => handler.Rules).GroupBy(rules => rules.ClassName, StringComparer.Ordinal).Select(same => same.First());

    private static void EmitRules(SourceProductionContext context, RulesModel rules)
    {
        try
        {
            context.AddSource($"{rules.ClassName}.g.cs", RulesEmitter.Emit(rules));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Failure, null, $"the rules of '{rules.Display}'", Failure.Of(exception)));
        }
    }

    private void EmitHandler(SourceProductionContext context, HandlerModel handler)
    {
        try
        {
            context.AddSource($"{handler.ClassName}.g.cs", _emit(handler));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Failure, null, $"'{handler.Display}'", Failure.Of(exception)));
            context.AddSource($"{handler.ClassName}.g.cs", HandlerEmitter.EmitAbsent(handler));
        }
    }

    private static void EmitValidators(SourceProductionContext context, EquatableArray<ValidatorModel> validators)
    {
        if (validators.Any(validator => validator.IsMakeable))
        {
            context.AddSource("ValidatorTable.g.cs", ValidatorsEmitter.Emit(validators.Where(validator => validator.IsMakeable)));
        }
    }

    private static void EmitTable(SourceProductionContext context, (EquatableArray<HandlerModel> Handlers, string Assembly) table)
    {
        if (table.Handlers.Count > 0)
        {
            context.AddSource("HandlerTable.g.cs", RegistryEmitter.Emit(table.Assembly, table.Handlers));
            context.AddSource("HandlerDescriptions.g.cs", DescriptionsEmitter.Emit(table.Handlers));
        }
    }
}
